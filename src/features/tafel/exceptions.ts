import 'server-only'
// The register of exceptions: what was decided otherwise than the covenant says, for its next version. No name stands in it.
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import type { Actor, Role } from '@/domain/case/actor'
import type { Case } from '@/domain/case/case'
import { adoptedIn, lastAdopted, notesOf } from '@/domain/case/decisions'
import { criteria } from '@/domain/covenant/rule-set'
import { isDay } from '@/domain/kernel/days'
import type { Compartments, Loaded } from '@/domain/kernel/subject'
import { csvOf } from '@/domain/report/csv'
import { codeKey } from '@/i18n/codes'
import { today } from '@/server/clock'
import { asActor } from '@/server/db/as-actor'
import { Prisma, type Tx } from '@/server/db/client'
import { loadOnly } from '@/server/db/load'
import { organisationsOf } from '@/server/directory'
import { posted } from '@/server/guard'
import { recordRead } from '@/server/journal'
import { currentActor, requestId } from '@/server/session'

export type ExceptionLine = {
  readonly caseId: string
  readonly number: string
  readonly on: string
  readonly rule: string
  readonly deviation: string
  readonly until: string
  readonly deciders: readonly string[]
  readonly municipality: string
}
export type ExceptionsScreen = {
  readonly lines: readonly ExceptionLine[]
  readonly rule: string | null
  /** After which case it goes on; null at the end. */
  readonly next: string | null
}

/** Who keeps the agreements of the covenant, or answers for a gemeente in it. */
const keepers: readonly Role[] = ['coordinator', 'chair', 'secretary', 'gemeenteLead']

/** Whether the register and the figures are for this role; what stands in them is by the rights of each case. */
export const keepsCovenant = (role: Role): boolean => keepers.includes(role)

/** Of so many cases the exceptions are shown at once, and taken along at once. */
const SHOWN = 20
export const TAKEN = 100

/** The day of the last exception of a case, and the case: by these the register goes on. */
type Place = { readonly id: string; readonly on: string }

const placeIn = (asked: unknown): Place | null => {
  const [, on, id] = (typeof asked === 'string' && /^(\d{4}-\d\d-\d\d)\.([0-9a-f-]{36})$/.exec(asked)) || []
  return on && id && isDay(on) && z.uuid().safeParse(id).success ? { on, id } : null
}

/** Those of shielded cases are in no list that is taken along: where somebody is going to live would stand in it. */
function found(tx: Tx, rule: string | null, after: Place | null, limit: number) {
  const of = rule ? Prisma.sql`AND n.rule = ${rule}` : Prisma.empty
  const later = rule ? Prisma.sql`AND x.rule = ${rule}` : Prisma.empty
  const further = after
    ? Prisma.sql`AND (n.adopted_on, n.subject_id) < (${after.on}::date, ${after.id}::uuid)`
    : Prisma.empty
  return tx.$queryRaw<Place[]>`SELECT n.subject_id::text AS id, n.adopted_on::text AS on
    FROM case_decision_notes n JOIN spine s ON s.id = n.subject_id AND NOT s.shielded
    WHERE n.covenant_id = (SELECT app.covenant()) AND n.rule IS NOT NULL AND n.adopted_on IS NOT NULL ${of} ${further}
      AND NOT EXISTS (SELECT 1 FROM case_decision_notes x WHERE x.subject_id = n.subject_id AND x.rule IS NOT NULL ${later} AND (x.adopted_on, x.seq) > (n.adopted_on, n.seq))
    ORDER BY n.adopted_on DESC, n.subject_id DESC LIMIT ${limit}`
}

type Names = Awaited<ReturnType<typeof organisationsOf>>

/** The exceptions of one case that count: of a decision that was corrected, the correction alone. */
function linesIn(kase: Case, names: Names): ExceptionLine[] {
  const replaced = new Set(adoptedIn(kase).map(({ replaces }) => replaces))
  return adoptedIn(kase).flatMap(({ version, adoptedOn, deciders, municipality }) => {
    const { rule, deviation, exceptionUntil } = notesOf(kase, version) ?? {}
    if (!rule || !deviation || !exceptionUntil || !adoptedOn || replaced.has(version)) return []
    const { id: caseId, number } = kase.spine
    const where = names.get(municipality ?? '')?.name ?? ''
    const said = { rule, deviation, until: exceptionUntil, on: adoptedOn, deciders, municipality: where }
    return [{ caseId, number, ...said }]
  })
}

/** What of a case stands in the register. */
const shownOfCase = ['decisions', 'decisionNotes']

type Moment = { readonly today: string; readonly requestId: string | null }

type Part = { readonly rule: string | null; readonly after?: unknown; readonly most?: number }

/** A part of the register as this person reads it, the latest first; each case in it is recorded as read. */
export async function registerFor(
  tx: Tx,
  actor: Actor,
  { rule, after, most = SHOWN }: Part,
  moment: Moment,
): Promise<ExceptionsScreen> {
  const places = await found(tx, rule, placeIn(after), most + 1)
  const page = places.slice(0, most)
  const names = await organisationsOf(tx)
  const lines: ExceptionLine[] = []
  const read: Loaded<Compartments>[] = []
  for (const { id } of page) {
    const subject = await loadOnly(tx, actor.role, { kind: 'case', id }, shownOfCase)
    if (!subject || !lastAdopted(subject as unknown as Case)) continue
    lines.push(...linesIn(subject as unknown as Case, names).filter((line) => !rule || line.rule === rule))
    read.push(subject)
  }
  for (const subject of read) {
    const shown = shownOfCase.filter((name) => subject.shared.has(name))
    await recordRead(tx, actor, subject, { ...moment, shown })
  }
  const last = places.length > most ? page.at(-1) : undefined
  return { lines, rule, next: last ? `${last.on}.${last.id}` : null }
}

const moment = async (): Promise<Moment> => ({ today: today(), requestId: await requestId() })

const ruleIn = (asked: unknown) => criteria.find((one) => one === asked) ?? null

type AskedPart = { readonly rule?: string; readonly after?: string }

/** A page of the register, or of it what deviates from one rule; null for whoever does not keep it. */
export async function getExceptionsScreen({ rule, after }: AskedPart): Promise<ExceptionsScreen | null> {
  const actor = await currentActor()
  if (!keepsCovenant(actor.role)) return null
  const now = await moment()
  return asActor(actor, (tx) => registerFor(tx, actor, { rule: ruleIn(rule), after }, now))
}

/** The latest of them as a file; each case in it is recorded as read. */
export const exportExceptions = posted(async (form: FormData) => {
  const actor = await currentActor()
  if (!keepsCovenant(actor.role)) return null
  const rule = ruleIn(form.get('rule'))
  const now = await moment()
  const { lines } = await asActor(actor, (tx) => registerFor(tx, actor, { rule, most: TAKEN }, now))
  const t = await getTranslations()
  const head = ['on', 'number', 'rule', 'deviation', 'until', 'deciders', 'municipality']
  const rows = lines.map((line) => [
    line.on,
    line.number,
    t(codeKey('criterion', line.rule)),
    line.deviation,
    line.until,
    line.deciders.map((seat) => t(codeKey('seat', seat))).join(', '),
    line.municipality,
  ])
  return {
    name: `${t('exceptions.file')}-${today()}.csv`,
    text: csvOf([head.map((name) => t(`exceptions.${name}`)), ...rows]),
  }
})
