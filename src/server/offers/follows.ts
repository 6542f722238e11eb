import 'server-only'
import type { Actor } from '@/domain/case/actor'
// What follows when a corporation takes an offer or a home back: read from the same tables that it happens by.
import { process as caseRows } from '@/domain/case/process'
import { openingStep } from '@/domain/case/steps'
import type { Dwelling } from '@/domain/dwelling/dwelling'
import { inLine } from '@/domain/dwelling/reserve'
import type { Compartments, Loaded, Turn } from '@/domain/kernel/subject'
import type { Offer } from '@/domain/offer/offer'
import { candidatesFor } from '../candidates'
import type { Tx } from '../db/client'
import { load } from '../db/load'
import { organisationsOf } from '../directory'
import { offeredTo } from '../offer-facts'
import { type OpenTurn, turnsNow } from '../open-steps'
import { canHaveIt, reserveOf } from '../reserve'
import { contextFor } from '../run-step'

export type WithdrawalScreen = {
  /** Tasks that end, whose they are, and the last day that then holds no more. */
  readonly ends: readonly OpenTurn[]
  /** Tasks that the case has from then on. */
  readonly opens: readonly string[]
  /** Who is offered the home next where the reason leaves it free; null where nobody in reserve can have it. */
  readonly next: string | null
  /** They are offered it without an officer, as the covenant says. */
  readonly byItself: boolean
  /** The home is offered to others as well: it stays with them, and nobody in reserve is next. */
  readonly othersGoOn: boolean
  /** How many stand in reserve. */
  readonly reserved: number
}

/** Who would be next for this home today. */
async function nextFor(tx: Tx, actor: Actor, dwelling: Dwelling, day: string) {
  const { rules, norms } = await contextFor(tx, actor, null, dwelling as never, day)
  const agreements = { rules, norms, today: day }
  const asked = { part: {}, size: 0, named: inLine(dwelling) }
  const found = await candidatesFor(tx, actor, dwelling.spine.id, agreements, asked)
  const places = reserveOf(dwelling, found?.named ?? [])?.places ?? []
  const next = places.find(canHaveIt)?.pseudonym ?? null
  return {
    next,
    byItself: rules.offers.nextInLine === 'byItself',
    othersGoOn: (await offeredTo(tx, dwelling.spine.id)) > 1,
    reserved: places.length,
  }
}

const { closes, opens } = caseRows.offerWithdrawn

type Ending = { readonly subject: Loaded<Compartments>; readonly ofCase: readonly Turn[] }

/** What the offer waits for, and what the case waits for because of it, ends with the offer. */
async function endsWith(tx: Tx, actor: Actor, { subject, ofCase }: Ending, day: string) {
  const ending = ofCase.filter(({ task }) => (closes as readonly string[]).includes(task))
  const turns = [...subject.turns, ...ending]
  return turnsNow(actor, { ...subject, turns }, await organisationsOf(tx), day)
}

/** What a case waits for while an offer is on its way. */
const ofAnOffer = ['answerOffer', 'judgeRefusal', 'confirmOffer']

/** What the case waits for because of the offer that it has. */
export const turnsOfCase = (tx: Tx, caseId: string) => tx.$queryRaw<Turn[]>`
  SELECT t.task, t.role, t.holder_id::text AS "holderId", t.since::text, t.due_on::text AS "dueOn", t.paused_on::text AS "pausedOn"
  FROM turn t WHERE t.subject_id = ${caseId}::uuid AND t.task = ANY (${ofAnOffer}) ORDER BY t.due_on`

type Asked = { readonly id: string; readonly day: string }

/** What follows when this offer is withdrawn; null for who does not offer homes. */
export async function afterOffer(tx: Tx, actor: Actor, { id, day }: Asked): Promise<WithdrawalScreen | null> {
  if (!openingStep('offer', actor.role)) return null
  const subject = await load(tx, actor.role, 'offer', id)
  const terms = (subject as unknown as Offer | null)?.of.terms
  const dwelling = terms && (await load(tx, actor.role, 'dwelling', terms.dwelling))
  if (!subject || !terms?.live || !dwelling) return null
  const ofCase = await turnsOfCase(tx, terms.case)
  return {
    ends: await endsWith(tx, actor, { subject, ofCase }, day),
    opens,
    ...(await nextFor(tx, actor, dwelling as unknown as Dwelling, day)),
  }
}

/** What follows when this home is taken back: nobody in reserve is offered it any more. */
export async function afterHome(tx: Tx, actor: Actor, { id, day }: Asked): Promise<WithdrawalScreen | null> {
  const subject = openingStep('offer', actor.role) ? await load(tx, actor.role, 'dwelling', id) : null
  if (!subject) return null
  const after = await nextFor(tx, actor, subject as unknown as Dwelling, day)
  return { ...after, ends: await endsWith(tx, actor, { subject, ofCase: [] }, day), opens: [] }
}
