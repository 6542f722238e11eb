import 'server-only'
// The actor's covenant: its versions, its parties, and whom to ask.
import type { OrganisationKind, Role } from '@/domain/case/actor'
import { type RuleSet, ruleSet } from '@/domain/covenant/rule-set'
import { asNobody } from './db/as-actor'
import type { Tx } from './db/client'

export type Version = {
  readonly id: string
  readonly number: number
  readonly validFrom: string
  readonly rules: RuleSet
}

/** Every version of the covenant, the newest first. */
export async function versionsOf(tx: Tx): Promise<Version[]> {
  const rows = await tx.$queryRaw<(Omit<Version, 'rules'> & { rules: unknown })[]>`
    SELECT id::text, number, valid_from::text AS "validFrom", rules FROM covenant_version ORDER BY number DESC`
  return rows.map((row) => ({ ...row, rules: ruleSet.parse(row.rules) }))
}

/** The version that holds on a day; before the first one begins, that one. */
export const inForce = (versions: readonly Version[], day: string): Version | null =>
  versions.find((v) => v.validFrom <= day) ?? versions.at(-1) ?? null

export type CovenantCard = {
  readonly name: string
  readonly kind: string | null
  readonly signedOn: string | null
  readonly host: string
  readonly helpContact: string | null
  readonly privacyContact: string | null
}

/** What the actor's covenant is, and whom to ask about it. */
export async function covenantCard(tx: Tx): Promise<CovenantCard | null> {
  const [card] = await tx.$queryRaw<CovenantCard[]>`
    SELECT c.name, c.kind, c.signed_on::text AS "signedOn", coalesce(o.name, '') AS host,
      c.help_contact AS "helpContact", c.privacy_contact AS "privacyContact"
    FROM covenant c LEFT JOIN organisation o ON o.id = c.tafel_host_id`
  return card ?? null
}

export type CovenantParty = {
  readonly name: string
  readonly kind: OrganisationKind
  readonly from: string
  readonly until: string | null
  /** The gemeente that acts for this one. */
  readonly actsFor: string | null
}

/** The parties of the actor's covenant, by name; what computes by itself is none. */
export const partiesOf = (tx: Tx) => tx.$queryRaw<CovenantParty[]>`
  SELECT o.name, o.kind, p.valid_from::text AS "from", p.valid_until::text AS "until", a.name AS "actsFor"
  FROM covenant_party p JOIN organisation o ON o.id = p.organisation_id
  LEFT JOIN mandate m ON m.to_id = o.id LEFT JOIN organisation a ON a.id = m.from_id
  WHERE o.kind <> 'systeem' ORDER BY o.name, p.valid_from`

export type Holder = {
  readonly name: string
  readonly email: string
  readonly role: Role
  readonly organisation: string
}

/** Who holds one of these roles today; within one organisation, or in the whole covenant. */
export const holdersOf = (tx: Tx, roles: readonly Role[], organisationId: string | null) => tx.$queryRaw<
  Holder[]
>`
  SELECT a.name, a.email, m.role, o.name AS organisation FROM membership m
  JOIN account a ON a.id = m.account_id JOIN organisation o ON o.id = m.organisation_id
  WHERE m.role = ANY (${[...roles]}) AND app.live(m)
    AND (${organisationId}::uuid IS NULL OR m.organisation_id = ${organisationId}::uuid)
  ORDER BY array_position(${[...roles]}, m.role), a.name, o.name, m.id`

/** Where a question goes: about using this (`help`), and about personal data (`privacy`). */
export type Contact = {
  readonly covenant: string
  readonly help: string | null
  readonly privacy: string | null
}

/** Whom to ask, for each covenant of this installation: for everyone, signed in or not. */
export const contacts = () => asNobody((tx) => tx.$queryRaw<Contact[]>`SELECT * FROM app.contacts()`)
