// What ends with a case, told before it is ended: nobody should find out afterwards.
import type { Case } from '../case/case'
import { type ConsentWord, liveIn } from '../case/consent-ledger'
import type { CaseStep } from '../case/process'
import type { RuleSet } from '../covenant/rule-set'
import type { Turn } from '../kernel/subject'
import { isOpen, type Track, tracksOf } from './tracks'

/** The steps by which a case ends for good, whoever takes them. */
export const endings: readonly string[] = [
  'withdrawCase',
  'endBeforeKey',
  'closeCase',
] satisfies readonly CaseStep[]

export type Stops = {
  readonly tasks: readonly Turn[]
  readonly tracks: readonly { readonly track: Track; readonly holder: string }[]
  /** Who reads on by a consent that ends; only a withdrawal ends them. */
  readonly consents: readonly ConsentWord[]
  /** The day of the tafel on whose agenda it stands. */
  readonly tafelOn: string | null
  /** A dwelling that is offered or let, and comes free. */
  readonly dwelling: 'offered' | 'let' | null
}

const dwellingOf = ({ of, turns }: Case): Stops['dwelling'] => {
  if (turns.some(({ task }) => ['answerOffer', 'judgeRefusal', 'confirmOffer'].includes(task)))
    return 'offered'
  return of.placement && !of.placement.keyOn ? 'let' : null
}

/** What this step stops, as far as this reader knows of it. */
export const stopsWith = (step: string, kase: Case, rules: RuleSet, today: string): Stops => ({
  tasks: kase.turns,
  tracks: tracksOf(kase, rules, today).flatMap(({ track, word }) =>
    word && isOpen(word) ? [{ track, holder: word.holder }] : [],
  ),
  consents: step === 'withdrawCase' ? liveIn(kase.of.consents ?? [], today) : [],
  tafelOn: kase.of.agenda?.tafel ? kase.of.agenda.tafelOn : null,
  dwelling: dwellingOf(kase),
})
