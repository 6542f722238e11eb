import 'server-only'
// The register of exceptions: what was decided otherwise than the covenant says, for its next version. No name stands in it.
import { getTranslations } from 'next-intl/server'
import type { Actor, Role } from '@/domain/case/actor'
import type { Case } from '@/domain/case/case'
import { adoptedIn, lastAdopted, notesOf } from '@/domain/case/decisions'
import { criteria } from '@/domain/covenant/rule-set'
import { csvOf } from '@/domain/report/csv'
import { codeKey } from '@/i18n/codes'
import { today } from '@/server/clock'
import { asActor } from '@/server/db/as-actor'
import { Prisma, type Tx } from '@/server/db/client'
import { load } from '@/server/db/load'
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
  readonly more: boolean
}

/** Who keeps the agreements of the covenant, or answers for a gemeente in it. */
const keepers: readonly Role[] = ['coordinator', 'chair', 'secretary', 'gemeenteLead']

/** Whether the register and the figures are for this role; what stands in them is by the rights of each case. */
export const keepsCovenant = (role: Role): boolean => keepers.includes(role)

/** So many are shown and taken along at once. */
const MOST = 100

/** Those of shielded cases are in no list that is taken along: where somebody is going to live would stand in it. */
const found = (tx: Tx, rule: string | null) => tx.$queryRaw<{ id: string }[]>`
  SELECT n.subject_id::text AS id FROM case_decision_notes n JOIN spine s ON s.id = n.subject_id AND NOT s.shielded
  WHERE n.covenant_id = (SELECT app.covenant()) AND n.rule IS NOT NULL AND n.adopted_on IS NOT NULL
    ${rule ? Prisma.sql`AND n.rule = ${rule}` : Prisma.empty}
  GROUP BY n.subject_id ORDER BY max(n.adopted_on) DESC, n.subject_id LIMIT ${MOST + 1}`

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

type Moment = { readonly today: string; readonly requestId: string | null }

/** The register as this person reads it; each case in it is recorded as read. */
export async function registerFor(
  tx: Tx,
  actor: Actor,
  rule: string | null,
  moment: Moment,
): Promise<ExceptionsScreen> {
  const ids = await found(tx, rule)
  const names = await organisationsOf(tx)
  const lines: ExceptionLine[] = []
  for (const { id } of ids.slice(0, MOST)) {
    const subject = await load(tx, actor.role, 'case', id)
    if (!subject || !lastAdopted(subject as unknown as Case)) continue
    lines.push(...linesIn(subject as unknown as Case, names).filter((line) => !rule || line.rule === rule))
    const shown = ['decisions', 'decisionNotes'].filter((name) => subject.shared.has(name))
    await recordRead(tx, actor, subject, { ...moment, shown })
  }
  return { lines, rule, more: ids.length > MOST }
}

const moment = async (): Promise<Moment> => ({ today: today(), requestId: await requestId() })

const ruleIn = (asked: unknown) => criteria.find((one) => one === asked) ?? null

/** The register, or of it what deviates from one rule; null for whoever does not keep it. */
export async function getExceptionsScreen(asked: unknown): Promise<ExceptionsScreen | null> {
  const actor = await currentActor()
  if (!keepsCovenant(actor.role)) return null
  const now = await moment()
  return asActor(actor, (tx) => registerFor(tx, actor, ruleIn(asked), now))
}

/** The same as a file; each case in it is recorded as read. */
export const exportExceptions = posted(async (form: FormData) => {
  const actor = await currentActor()
  if (!keepsCovenant(actor.role)) return null
  const rule = ruleIn(form.get('rule'))
  const now = await moment()
  const { lines } = await asActor(actor, (tx) => registerFor(tx, actor, rule, now))
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
