import 'server-only'
// The people who work for an organisation: a list, and one membership with the way in.
import type { Role } from '@/domain/case/actor'
import { openingStep } from '@/domain/case/steps'
import { type Membership, membershipRows } from '@/domain/organisation/membership'
import { rolesNeeded } from '@/domain/organisation/needed'
import { paths } from '@/paths'
import { today } from '@/server/clock'
import { asActor } from '@/server/db/as-actor'
import type { Tx } from '@/server/db/client'
import { load } from '@/server/db/load'
import { env } from '@/server/env'
import { tokenOf } from '@/server/invitation'
import { recordRead } from '@/server/journal'
import { type OpenStep, stepsNow } from '@/server/open-steps'
import { currentActor, requestId } from '@/server/session'
import { storyOf, type Told } from '@/server/story'

/** `over`: the last day has passed, without anybody ending it. */
export type PersonLine = {
  id: string
  name: string
  email: string
  role: Role
  since: string
  until: string | null
  standsInFor: string | null
  ended: boolean
  over: boolean
  /** The last day on which they are away, now or later, and who stands in. */
  awayUntil: string | null
  standIn: string | null
}
export type PeopleScreen = {
  organisation: string
  covenant: string
  now: PersonLine[]
  past: PersonLine[]
  mayGive: boolean
  /** Whether who asks reports that somebody is away. */
  mayReport: boolean
  /** The roles for which tasks wait, and that nobody has now: for who can give access. */
  missing: Role[]
}

/** More people than this in one organisation are not shown on one page. */
const MOST = 1000

/** Everyone who works, or worked, for the organisation of who asks; null for who may not know. */
export async function getPeopleScreen(): Promise<PeopleScreen | null> {
  const actor = await currentActor()
  const lines = await asActor(
    actor,
    (tx) => tx.$queryRaw<PersonLine[]>`
    SELECT r.subject_id::text AS id, a.name, a.email, s.role, s.since::text, s.until::text, b.name AS "standsInFor",
      r.stage = 'ended' AS ended, s.until < ${today()}::date IS TRUE AS over, h.away_until::text AS "awayUntil", n.name AS "standIn"
    FROM relation r JOIN membership_seat s ON s.subject_id = r.subject_id
      JOIN membership m ON m.id = r.subject_id JOIN account a ON a.id = m.account_id
      LEFT JOIN membership_seat b ON b.subject_id = s.stands_in_for
      LEFT JOIN membership_absence h ON h.subject_id = r.subject_id AND h.away_until >= ${today()}::date
      LEFT JOIN membership_seat n ON n.subject_id = h.stand_in
    WHERE r.holder_id = ${actor.organisationId}::uuid AND r.subject_kind = 'membership'
    ORDER BY a.name, s.role LIMIT ${MOST}`,
  )
  if (!lines.length) return null
  const now = lines.filter((l) => !l.ended && !l.over)
  const mayGive = openingStep('membership', actor.role) !== null
  const needed = mayGive ? rolesNeeded(actor.organisationKind) : []
  return {
    organisation: actor.organisationName,
    covenant: actor.covenantName,
    now,
    past: lines.filter((l) => l.ended || l.over),
    mayGive,
    missing: needed.filter((role) => !now.some((line) => line.role === role)),
    mayReport: actor.role in membershipRows.reportAbsence.by,
  }
}

/** A link to give to a person, and until when it works. */
type WayIn = { link: string; until: string }
export type MembershipScreen = {
  id: string
  number: string
  stage: string
  name: string
  seat: Membership['of']['seat']
  absence: Membership['of']['absence']
  /** Who stands in while this person is away. */
  standIn: string | null
  standsInFor: string | null
  ending: Membership['of']['ending']
  /** For the administrator alone: whether this person can sign in, and with which link. */
  hasPassword: boolean | null
  wayIn: WayIn | null
  steps: OpenStep[]
  story: Told[]
}

type Found = { name: string; standsInFor: string | null; standIn: string | null }

const personOf = async (tx: Tx, id: string) => {
  const [row] = await tx.$queryRaw<Found[]>`
    SELECT a.name, b.name AS "standsInFor", n.name AS "standIn" FROM membership m JOIN account a ON a.id = m.account_id
      LEFT JOIN membership_absence h ON h.subject_id = m.id LEFT JOIN membership i ON i.id = h.stand_in LEFT JOIN account n ON n.id = i.account_id
      LEFT JOIN membership_seat s ON s.subject_id = m.id LEFT JOIN membership_seat b ON b.subject_id = s.stands_in_for
    WHERE m.id = ${id}::uuid`
  return row as Found
}

async function wayInOf(tx: Tx, id: string, nonce: string | undefined) {
  const [row] = await tx.$queryRaw<{ hasPassword: boolean; until: string | null }[]>`
    SELECT has_password AS "hasPassword", (link_until AT TIME ZONE 'Europe/Amsterdam')::date::text AS until FROM app.way_in(${id}::uuid)`
  const wayIn =
    row?.until && nonce
      ? { link: `${env().BASE_URL}${paths.invitation(tokenOf(nonce))}`, until: row.until }
      : null
  return { hasPassword: row?.hasPassword ?? null, wayIn }
}

/** One membership; null when it is not there for this person. */
export async function getMembershipScreen(id: string): Promise<MembershipScreen | null> {
  const actor = await currentActor()
  return asActor(actor, async (tx) => {
    const subject = await load(tx, actor.role, 'membership', id)
    if (!subject) return null
    const { spine, of } = subject as unknown as Membership
    const screen = {
      id,
      number: spine.number,
      stage: spine.stage,
      ...(await personOf(tx, id)),
      seat: of.seat,
      absence: of.absence,
      ending: of.ending,
      ...(await wayInOf(tx, id, of.link?.nonce)),
      steps: await stepsNow(tx, actor, subject, today()),
      story: await storyOf(tx, id),
    }
    await recordRead(tx, actor, subject, { today: today(), requestId: await requestId() })
    return screen
  })
}
