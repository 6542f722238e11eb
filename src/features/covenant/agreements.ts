// What a rule set says, each agreement with its values: for whoever puts it into words.
import type { Role } from '@/domain/case/actor'
import { tasks } from '@/domain/case/tasks'
import type { RuleSet } from '@/domain/covenant/rule-set'

/** Where the values of an agreement have names: `codes.<list>.<value>`. */
type Said =
  | { readonly says: 'codes'; readonly list: string; readonly values: readonly string[] }
  | { readonly says: 'steps' | 'parts'; readonly values: readonly string[] }
  | { readonly says: 'number'; readonly value: number }
  | { readonly says: 'option'; readonly value: string }
  | { readonly says: 'rows'; readonly rows: readonly Readonly<Record<string, number>>[] }
  | { readonly says: 'months'; readonly values: readonly number[] }
  | { readonly says: 'evidence'; readonly asked: RuleSet['evidence'] }
  | { readonly says: 'consequences'; readonly days: RuleSet['consequences'] }
  | { readonly says: 'hours'; readonly from: number; readonly until: number }

export type Agreement = { readonly key: string; readonly of: keyof RuleSet; readonly said: Said }

const codes = (list: string, values: readonly string[]): Said => ({ says: 'codes', list, values })
const number = (value: number): Said => ({ says: 'number', value })
const yesOrNo = (yes: boolean): Said => ({ says: 'option', value: yes ? 'yes' : 'no' })

/** A share of their own, or the norm of the year. */
const daebSaid = (percent: number | null): Said =>
  percent === null ? { says: 'option', value: 'norm' } : number(percent)

/** Every agreement about the uitstroomtafel. */
const tafelAgreements = ({ tafel }: RuleSet): readonly Agreement[] => [
  { key: 'quorum', of: 'tafel', said: codes('seat', tafel.quorum) },
  { key: 'composition', of: 'tafel', said: codes('seat', tafel.composition) },
  { key: 'withoutStake', of: 'tafel', said: { says: 'option', value: tafel.withoutStake } },
  { key: 'minutesPerCase', of: 'tafel', said: number(tafel.minutesPerCase) },
  { key: 'mostCases', of: 'tafel', said: number(tafel.mostCases) },
  { key: 'closeWithin', of: 'tafel', said: number(tafel.closeWithin) },
  { key: 'agedAfter', of: 'tafel', said: number(tafel.agedAfter) },
]

/** Every agreement about the home and its contract. */
const tenancyAgreements = (rules: RuleSet): readonly Agreement[] => [
  { key: 'contractForms', of: 'contractForms', said: codes('contractForm', rules.contractForms) },
  { key: 'temporaryGrounds', of: 'temporary', said: codes('temporaryGround', rules.temporary.grounds) },
  { key: 'temporaryMonths', of: 'temporary', said: number(rules.temporary.maxMonths) },
  { key: 'talkFirst', of: 'moving', said: yesOrNo(rules.moving.talkFirst) },
  { key: 'landing', of: 'moving', said: codes('landingWith', rules.moving.landing) },
  { key: 'contingent', of: 'contingent', said: number(rules.contingent.lines.length) },
  { key: 'daebPercent', of: 'letting', said: daebSaid(rules.letting.daebPercent) },
  { key: 'omklapCounts', of: 'letting', said: yesOrNo(rules.letting.omklapCounts) },
]

/** Every agreement about the time after the key. */
const aftercareAgreements = (rules: RuleSet): readonly Agreement[] => [
  { key: 'firstVisitDays', of: 'aftercare', said: number(rules.aftercare.firstVisitDays) },
  { key: 'returnWeeks', of: 'aftercare', said: number(rules.aftercare.returnWeeks) },
  { key: 'timeOutHeldDays', of: 'aftercare', said: number(rules.aftercare.timeOutHeldDays) },
  { key: 'visits', of: 'aftercare', said: { says: 'rows', rows: rules.aftercare.visits } },
  {
    key: 'evaluationMonths',
    of: 'aftercare',
    said: { says: 'months', values: rules.aftercare.evaluationMonths },
  },
  {
    key: 'escalation',
    of: 'escalation',
    said: codes(
      'escalationRung',
      rules.escalation.map(({ rung }) => rung),
    ),
  },
  { key: 'omklapAfterMonths', of: 'aftercare', said: number(rules.aftercare.omklapAfterMonths) },
  { key: 'omklapWeeksBefore', of: 'aftercare', said: number(rules.aftercare.omklapWeeksBefore) },
  { key: 'omklapDecideWeeks', of: 'aftercare', said: number(rules.aftercare.omklapDecideWeeks) },
  { key: 'omklapAdvice', of: 'aftercare', said: codes('omklapParty', rules.aftercare.omklapAdvice) },
]

/** Every agreement about offers. */
const offerAgreements = ({ offers }: RuleSet): readonly Agreement[] => [
  { key: 'suitable', of: 'offers', said: number(offers.suitable) },
  { key: 'twoOfficers', of: 'offers', said: yesOrNo(offers.twoOfficers) },
  { key: 'namedAt', of: 'offers', said: { says: 'option', value: offers.namedAt } },
  { key: 'judgeRefusals', of: 'offers', said: yesOrNo(offers.judgeRefusals) },
  { key: 'perHome', of: 'offers', said: number(offers.perHome) },
  { key: 'reserves', of: 'offers', said: number(offers.reserves) },
  { key: 'nextInLine', of: 'offers', said: { says: 'option', value: offers.nextInLine } },
]

/** Every agreement but the terms, in the order in which a case meets them. */
export const agreementsOf = (rules: RuleSet): readonly Agreement[] => [
  { key: 'origins', of: 'origins', said: codes('origin', rules.origins) },
  { key: 'requiredParts', of: 'intake', said: { says: 'parts', values: rules.intake.required } },
  { key: 'criteria', of: 'criteria', said: codes('criterion', rules.criteria) },
  { key: 'tracks', of: 'intake', said: codes('track', rules.intake.tracks) },
  { key: 'evidence', of: 'evidence', said: { says: 'evidence', asked: rules.evidence } },
  { key: 'ladder', of: 'ladder', said: { says: 'rows', rows: [rules.ladder] } },
  { key: 'consequences', of: 'consequences', said: { says: 'consequences', days: rules.consequences } },
  { key: 'decisionForm', of: 'decisionForm', said: { says: 'option', value: rules.decisionForm } },
  { key: 'objectionWeeks', of: 'objectionWeeks', said: number(rules.objectionWeeks) },
  ...tafelAgreements(rules),
  { key: 'youthFromMonths', of: 'youth', said: number(rules.youth.fromMonths) },
  { key: 'youthWeeksBefore', of: 'youth', said: number(rules.youth.weeksBefore) },
  { key: 'spoedPercent', of: 'spoedPercent', said: number(rules.spoedPercent) },
  ...offerAgreements(rules),
  { key: 'priorityWeight', of: 'matching', said: number(rules.matching.priorityWeight) },
  { key: 'draftBonus', of: 'matching', said: number(rules.matching.draftBonus) },
  { key: 'youngBelow', of: 'matching', said: number(rules.matching.ages.youngBelow) },
  { key: 'seniorFrom', of: 'matching', said: number(rules.matching.ages.seniorFrom) },
  { key: 'support', of: 'matching', said: { says: 'option', value: rules.matching.support } },
  { key: 'agreed', of: 'matching', said: number(rules.matching.agreed.length) },
  { key: 'occupancy', of: 'occupancy', said: { says: 'rows', rows: rules.occupancy } },
  ...tenancyAgreements(rules),
  ...aftercareAgreements(rules),
  { key: 'tileMap', of: 'tileMap', said: number(rules.tileMap.length) },
  { key: 'smallCell', of: 'smallCell', said: number(rules.smallCell) },
  {
    key: 'officeHours',
    of: 'journal',
    said: { says: 'hours', from: rules.journal.officeFrom, until: rules.journal.officeUntil },
  },
  { key: 'casesPerDay', of: 'journal', said: number(rules.journal.casesPerDay) },
  { key: 'timesUsual', of: 'journal', said: number(rules.journal.timesUsual) },
  { key: 'refusals', of: 'journal', said: number(rules.journal.refusals) },
  { key: 'refusalMinutes', of: 'journal', said: number(rules.journal.refusalMinutes) },
  { key: 'switchedOff', of: 'switchedOff', said: { says: 'steps', values: rules.switchedOff } },
]

export type Term = {
  readonly key: keyof RuleSet['terms']
  readonly days: number
  /** Who has this long for a task; nobody where the task has a day of its own instead. */
  readonly roles: readonly Role[]
}

/** The terms in working days, each with those to whom it gives time. */
export const termsOf = (rules: RuleSet): readonly Term[] =>
  (Object.keys(rules.terms) as Term['key'][]).map((key) => {
    const its = Object.values(tasks).filter(({ term }) => term === key)
    return { key, days: rules.terms[key], roles: [...new Set<Role>(its.map(({ role }) => role))] }
  })
