// Which papers the agreements ask for before an aanmelding is sent, and which of them are there.
import type { RuleSet } from '../covenant/rule-set'
import type { Refusal } from '../kernel/step'
import type { Case } from './case'
import { isCurrent, isExpired, papersOf } from './paper-list'
import { groupOf, type PaperType } from './papers'

type When = RuleSet['evidence'][number]['when']

/** Null: what it depends on is not filled in, or not for this reader to know. */
const asked: Readonly<Record<When, (kase: Case) => boolean | null>> = {
  always: () => true,
  income: ({ of }) => of.income && of.income.source !== 'geen',
  debts: ({ of }) => of.debts && of.debts.arrangement !== 'geenSchulden',
  bewind: ({ of }) => of.bewind && of.bewind.form !== 'geen',
}

export type Evidence = { readonly paper: PaperType; readonly state: 'there' | 'expired' | 'missing' }

/** What is asked of this case, as far as this reader may know. A paper whose last day has passed counts no more. */
export function evidenceFor(kase: Case, rules: RuleSet, today: string): Evidence[] {
  const current = papersOf(kase).filter(isCurrent)
  return rules.evidence
    .filter(({ paper, when }) => kase.shared.has(groupOf(paper)) && asked[when](kase))
    .map(({ paper }) => {
      const found = current.filter((p) => p.paperType === paper)
      const state = found.some((p) => !isExpired(p, today)) ? 'there' : found.length ? 'expired' : 'missing'
      return { paper, state }
    })
}

/** Refuses while a paper is missing that the agreements ask for, and names the first. */
export function paperMissing(
  kase: Case,
  { rules, today }: { rules: RuleSet; today: string },
): Refusal | null {
  const missing = evidenceFor(kase, rules, today).filter(({ state }) => state !== 'there')
  const [first] = missing
  return first ? { reason: 'paperMissing', values: { paper: first.paper, more: missing.length - 1 } } : null
}
