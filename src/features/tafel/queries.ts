import 'server-only'
// The uitstroomtafels of a covenant: a list, and one table with its agenda.
import type { Actor } from '@/domain/case/actor'
import { process } from '@/domain/case/process'
import { openingStep } from '@/domain/case/steps'
import type { Compartments, Loaded } from '@/domain/kernel/subject'
import { type Move, movesIn, type TafelRailStage, tafelRailOf } from '@/domain/tafel/rail'
import { agendaOf, decidedStages, type Tafel, tafelRows } from '@/domain/tafel/session'
import { today } from '@/server/clock'
import { asActor } from '@/server/db/as-actor'
import { Prisma, type Tx } from '@/server/db/client'
import { load } from '@/server/db/load'
import { organisationsOf } from '@/server/directory'
import { recordRead } from '@/server/journal'
import { listed, numberIn } from '@/server/listed'
import { type ToldRung, toldOf } from '@/server/notices/terms'
import { type OpenStep, type OpenTurn, stepsNow, turnsNow } from '@/server/open-steps'
import { currentActor, requestId } from '@/server/session'
import { arrivalsOf, storyOf, type Told } from '@/server/story'
import { keepsCovenant } from './exceptions'
import { type GoingOn, goingOnFrom } from './going-on'
import { type SeatLine, seatLines } from './table'

export type TafelLine = {
  id: string
  number: string
  stage: string
  on: string
  at: string
  place: string
  items: number | null
}
export type TafelsScreen = {
  /** Whether the figures and the register of exceptions are for this person. */
  keeps: boolean
  coming: TafelLine[]
  /** There are more to come than are shown. */
  moreComing: boolean
  held: TafelLine[]
  mayPlan: boolean
  next: string | null
}

/** So many that were held are shown at once, and so many of those to come: the first. Nobody plans more than the last. */
const PAGE = 24
const FIRST = 12
const COMING = 60

/** In this order, so many; the cases of an agenda are counted of those alone. */
const linesOf = (tx: Tx, found: Prisma.Sql, order: Prisma.Sql, limit: number) => tx.$queryRaw<TafelLine[]>`
  SELECT l.subject_id::text AS id, l.number, l.stage, t."on"::text AS "on", t.at, t.place,
    app.agenda_size(l.subject_id) AS items
  FROM (${found}) l JOIN tafel_session t ON t.subject_id = l.subject_id ORDER BY ${order} LIMIT ${limit}`

const byDay = (a: TafelLine, b: TafelLine) => (a.on + a.at < b.on + b.at ? -1 : 1)

type Asked = { readonly after?: string; readonly coming?: string }

/** The tafels to come, the first of them or `coming: all`, and a page of those held: the latest on top. */
export async function tafelsFor(tx: Tx, actor: Actor, asked: Asked): Promise<TafelsScreen> {
  const beyond = numberIn(asked.after)
  const first = asked.coming === 'all' ? COMING : FIRST
  const planned = listed(actor, { kind: 'tafel', stages: ['planned', 'inSession'], limit: COMING })
  const past = { stages: [...decidedStages, 'cancelled'], beyond, newest: true, limit: PAGE + 1 }
  const held = await linesOf(
    tx,
    listed(actor, { kind: 'tafel', ...past }),
    Prisma.sql`l.number DESC`,
    PAGE + 1,
  )
  const coming = beyond ? [] : await linesOf(tx, planned, Prisma.sql`t."on", t.at, l.number`, first + 1)
  const page = held.slice(0, PAGE)
  return {
    coming: coming.slice(0, first),
    moreComing: coming.length > first,
    next: held.length > PAGE ? (page.at(-1)?.number ?? null) : null,
    held: page.sort(byDay).reverse(),
    mayPlan: openingStep('tafel', actor.role) !== null,
    keeps: keepsCovenant(actor.role),
  }
}

/** The tafels that whoever asks may know of. */
export async function getTafelsScreen(asked: Asked): Promise<TafelsScreen> {
  const actor = await currentActor()
  return asActor(actor, (tx) => tafelsFor(tx, actor, asked))
}

export type AgendaLine = {
  caseId: string
  number: string
  name: string | null
  /** Days since the client was uitstroomgereed: until today, or until the day on which the tafel met. */
  waitingDays: number | null
  outcome: string | null
  adopted: boolean
}
export type TafelScreen = {
  id: string
  number: string
  stage: string
  /** How far it is, and each time that it was moved to another day. */
  rail: readonly TafelRailStage[]
  moves: readonly Move[]
  session: Tafel['of']['session']
  agenda: AgendaLine[] | null
  /** Whether this person puts cases on it, or in order. */
  makesAgenda: boolean
  /** Who sits at the table for a party, and since when they are invited. */
  table: readonly SeatLine[]
  invitedOn: string | null
  seats: readonly string[]
  present: string | null
  chairOn: string | null
  secretaryOn: string | null
  closure: Tafel['of']['closure']
  /** What it put off; null for whoever puts nothing on a tafel. */
  goingOn: GoingOn | null
  turns: OpenTurn[]
  told: ToldRung[]
  steps: OpenStep[]
  story: Told[]
}

/** The cases on the agenda with what has been decided so far; a case that the reader may not open has only its number. */
export async function agendaLines(tx: Tx, tafel: Tafel): Promise<AgendaLine[]> {
  const items = agendaOf(tafel)
  if (!items.length) return []
  const [now, on] = [today(), tafel.of.session?.on]
  const until = on && on < now ? on : now
  const known = await tx.$queryRaw<Omit<AgendaLine, 'number'>[]>`
    SELECT s.id::text AS "caseId", coalesce(CASE WHEN s.shielded THEN app.alias_of(s.id) END, i.given_name || ' ' || i.family_name) AS name, CASE WHEN r.ready_since IS NOT NULL THEN greatest(0, ${until}::date - r.ready_since) END AS "waitingDays", d.outcome, d.adopted_on IS NOT NULL AS adopted
    FROM spine s LEFT JOIN case_identity i ON i.person_id = s.person_id LEFT JOIN case_readiness r ON r.subject_id = s.id LEFT JOIN case_decision d ON d.subject_id = s.id
    WHERE s.id = ANY (${items.map((i) => i.case)}::uuid[])`
  const byId = new Map(known.map((k) => [k.caseId, k]))
  return items.map((i) => ({
    name: null,
    waitingDays: null,
    outcome: null,
    adopted: false,
    ...byId.get(i.case),
    caseId: byId.has(i.case) ? i.case : '',
    number: i.number,
  }))
}

/** Whether there is something to do on the page of the agenda: to put cases on it, or in order. */
const makesAgenda = ({ role }: Actor, stage: string) =>
  (stage === 'planned' && role in process.putOnTafel.by) ||
  (role in tafelRows.arrangeItem.by && (tafelRows.arrangeItem.from as readonly string[]).includes(stage))

/** How far it is, by its records and by what this person reads of its agenda and invitation. */
async function railIn(tx: Tx, { spine, of, shared }: Tafel) {
  const since = Object.fromEntries((await arrivalsOf(tx, spine.id)).map(({ stage, on }) => [stage, on]))
  return tafelRailOf(spine.stage, of.session?.on ?? null, {
    ...since,
    ...(shared.has('items') && { agendaOpen: of.items?.[0]?.recordedOn ?? null }),
    ...(shared.has('invitation') && { invited: of.invitation?.invitedOn ?? null }),
  })
}

/** One tafel; null when it is not there for this person. */
export async function getTafelScreen(id: string): Promise<TafelScreen | null> {
  const actor = await currentActor()
  const day = today()
  return asActor(actor, async (tx) => {
    const subject = await load(tx, actor.role, 'tafel', id)
    if (!subject) return null
    const tafel = subject as unknown as Tafel
    const { session, attendance, adoption, closure, items, invitation } = tafel.of
    const goesOn = decidedStages.includes(tafel.spine.stage) && actor.role in process.putOnTafel.by
    const story = await storyOf(tx, id)
    const screen = {
      id,
      number: subject.spine.number,
      stage: subject.spine.stage,
      rail: await railIn(tx, tafel),
      moves: movesIn(story),
      session,
      agenda: items ? await agendaLines(tx, tafel) : null,
      makesAgenda: makesAgenda(actor, subject.spine.stage),
      table: await seatLines(tx, tafel),
      invitedOn: invitation?.invitedOn ?? null,
      seats: attendance?.seats ?? [],
      present: attendance?.present ?? null,
      chairOn: adoption?.chairOn ?? null,
      secretaryOn: adoption?.secretaryOn ?? null,
      closure,
      goingOn: goesOn ? await goingOnFrom(tx, id, day) : null,
      told: await toldOf(tx, id),
      turns: turnsNow(actor, subject as Loaded<Compartments>, await organisationsOf(tx), day),
      steps: await stepsNow(tx, actor, subject, day),
      story,
    }
    await recordRead(tx, actor, subject, { today: day, requestId: await requestId() })
    return screen
  })
}
