// The people whom a region invites: every row is checked before anything is written.
import type pg from 'pg'
import { z } from 'zod'
import { type OrganisationKind, type Role, roleNames, roles } from '../../src/domain/case/actor'
import { type Mistake, shown } from './mistakes'

export const columns = ['name', 'email', 'organisation', 'covenant', 'role'] as const
export type Column = (typeof columns)[number]

/** One row of a file, or one person of the command line; `place` says where a column of it stands. */
export type Row = Readonly<Record<Column, string>> & { readonly place: (column?: Column) => string }

type Account = { email: string; name: string; closed: boolean }
type Known = {
  readonly organisations: ReadonlyMap<string, { kind: OrganisationKind }>
  readonly covenants: ReadonlySet<string>
  /** 'covenant organisation' of who is a party now, or will be. */
  readonly parties: ReadonlySet<string>
  readonly accounts: ReadonlyMap<string, Account>
}

/** What the database knows, as far as people can be invited to it: not to the organisation that computes. */
export async function knownTo(client: pg.Client): Promise<Known> {
  const organisations = await client.query<{ key: string; kind: OrganisationKind }>(
    "SELECT key, kind FROM organisation WHERE kind <> 'systeem' ORDER BY key",
  )
  const parties = await client.query<{ covenant: string; party: string | null }>(
    `SELECT c.key AS covenant, c.key || ' ' || o.key AS party FROM covenant c
       LEFT JOIN covenant_party p ON p.covenant_id = c.id AND (p.valid_until IS NULL OR p.valid_until >= current_date)
       LEFT JOIN organisation o ON o.id = p.organisation_id ORDER BY c.key`,
  )
  const accounts = await client.query<Account>(
    'SELECT email, name, deactivated_at IS NOT NULL AS closed FROM account',
  )
  return {
    organisations: new Map(organisations.rows.map((o) => [o.key, o])),
    covenants: new Set(parties.rows.map((p) => p.covenant)),
    parties: new Set(parties.rows.map((p) => p.party ?? '')),
    accounts: new Map(accounts.rows.map((a) => [a.email.toLowerCase(), a])),
  }
}

const LONGEST_NAME = 160
const LONGEST_EMAIL = 200

const list = (names: Iterable<string>) => [...names].join(', ') || 'none yet, load a covenant first'

function nameMistakes({ name, place }: Row): Mistake[] {
  const at = place('name')
  if (!name) return [{ at, wrong: 'there is no name', todo: 'write the name of the person' }]
  if (name.length > LONGEST_NAME)
    return [{ at, wrong: 'the name is too long', todo: `use at most ${LONGEST_NAME} characters` }]
  // A spreadsheet would take such a name for a formula, and a terminal might obey the others.
  if (/^[=+@-]|\p{Cc}/u.test(name))
    return [
      { at, wrong: 'a name has no control characters and begins with no sign', todo: 'write the name alone' },
    ]
  return []
}

/** Addresses are not repeated in what is printed: that may end up in a log. */
function emailMistakes({ name, email, place }: Row, { accounts }: Known): Mistake[] {
  const at = place('email')
  if (email.length > LONGEST_EMAIL || !z.email().safeParse(email).success || email.endsWith('.invalid'))
    return [
      {
        at,
        wrong: 'this is not an e-mail address that can be used',
        todo: 'write one like name@gemeente.nl',
      },
    ]
  const account = accounts.get(email)
  if (account?.closed)
    return [
      {
        at,
        wrong: 'the account of this address was closed',
        todo: 'take the person out, or use another address',
      },
    ]
  if (account && name && account.name !== name)
    return [
      {
        at,
        wrong: `this address is known as "${account.name}"`,
        todo: 'write that name, or correct the address',
      },
    ]
  return []
}

function placeMistakes({ organisation, covenant, place }: Row, known: Known): Mistake[] {
  const mistakes: Mistake[] = []
  if (!known.covenants.has(covenant))
    mistakes.push({
      at: place('covenant'),
      wrong: `there is no covenant ${shown(covenant)}`,
      todo: `choose from: ${list(known.covenants)}`,
    })
  const parties = [...known.organisations.keys()].filter((o) => known.parties.has(`${covenant} ${o}`))
  if (!known.organisations.has(organisation))
    mistakes.push({
      at: place('organisation'),
      wrong: `there is no organisation ${shown(organisation)}`,
      todo: `choose from: ${list(parties.length ? parties : known.organisations.keys())}`,
    })
  if (!mistakes.length && !parties.includes(organisation))
    mistakes.push({
      at: place('organisation'),
      wrong: `'${organisation}' is not a party of '${covenant}'`,
      todo: `choose from: ${list(parties)}`,
    })
  return mistakes
}

const isRole = (role: string): role is Role => roleNames.includes(role as Role)
const mayHold = (role: Role, kind: OrganisationKind) => (roles[role] as readonly string[]).includes(kind)

function roleMistakes({ organisation, role, place }: Row, { organisations }: Known): Mistake[] {
  const kind = organisations.get(organisation)?.kind
  if (isRole(role) && (!kind || mayHold(role, kind)) && !mayHold(role, 'systeem')) return []
  const open = roleNames.filter((r) => (kind ? mayHold(r, kind) : !mayHold(r, 'systeem'))).join(', ')
  if (!isRole(role))
    return [{ at: place('role'), wrong: `there is no role ${shown(role)}`, todo: `choose from: ${open}` }]
  const wrong = `'${role}' is not a role for a person${kind ? ` at a ${kind}` : ''}`
  return [{ at: place('role'), wrong, todo: `the roles there are: ${open}` }]
}

/** What a row has in common with an earlier one, and should not. */
function repeated(row: Row, i: number, rows: readonly Row[]): Mistake[] {
  const earlier = rows.slice(0, i).filter((r) => r.email && r.email === row.email)
  const same = earlier.find((r) => columns.every((c) => c === 'name' || r[c] === row[c]))
  if (same)
    return [{ at: row.place(), wrong: `says the same as ${same.place()}`, todo: 'take one of the two out' }]
  const other = earlier.find((r) => r.name !== row.name)
  if (!other) return []
  return [
    {
      at: row.place('name'),
      wrong: `is another name than on ${other.place()}`,
      todo: 'one address is one person',
    },
  ]
}

/** Every mistake of these rows. */
export const mistakesOf = (rows: readonly Row[], known: Known): Mistake[] =>
  rows.flatMap((row, i) => [
    ...nameMistakes(row),
    ...emailMistakes(row, known),
    ...placeMistakes(row, known),
    ...roleMistakes(row, known),
    ...repeated(row, i, rows),
  ])
