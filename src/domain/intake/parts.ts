// The parts of the aanmelding: which step fills each, which this client's situation asks for, and what is still missing.
import type { Case } from '../case/case'
import type { CaseCompartment } from '../case/compartments'
import type { CaseStep } from '../case/process'
import { intakeParts, type RuleSet } from '../covenant/rule-set'
import { waitsOn } from '../kernel/subject'
import { isYouth } from './youth'

export type IntakePart = (typeof intakeParts)[number]

type PartRule = {
  readonly step: CaseStep
  /** The groups of facts that must be there before the part is ready. */
  readonly fills: readonly CaseCompartment[]
  /** Whether this client's situation asks for it; always when left out. */
  readonly asked?: (kase: Case) => boolean
  /** Whether what is there is enough; when left out, something is. */
  readonly enough?: (kase: Case) => boolean
}

/** How many people move in besides the client, as the household was described. */
const othersIn = ({ of }: Case) => (of.household ? of.household.adults + of.household.children - 1 : 0)

export const partRules: Readonly<Record<IntakePart, PartRule>> = {
  stay: { step: 'describeStay', fills: ['stay', 'residence'] },
  earlierAddresses: { step: 'addEarlierAddress', fills: ['earlierAddresses'] },
  household: { step: 'describeHousehold', fills: ['household'] },
  members: {
    step: 'addMember',
    fills: ['members'],
    asked: (kase) => othersIn(kase) > 0,
    enough: (kase) => (kase.of.members?.length ?? 0) >= othersIn(kase),
  },
  binding: { step: 'describeBinding', fills: ['binding'] },
  income: { step: 'describeIncome', fills: ['income'] },
  debts: { step: 'describeDebts', fills: ['debts'] },
  housingHistory: { step: 'addHousingHistory', fills: ['housingHistory'] },
  dayActivity: { step: 'describeDayActivity', fills: ['dayActivity'] },
  youth: { step: 'describeYouth', fills: ['youth'], asked: isYouth },
  support: { step: 'describeSupport', fills: ['support'] },
  relapsePlan: { step: 'describeRelapse', fills: ['relapsePlan'] },
  network: { step: 'addNetwork', fills: ['network'] },
  profile: { step: 'writeProfile', fills: ['profile'] },
  exclusions: { step: 'addExclusion', fills: ['exclusions'] },
  safety: { step: 'describeSafety', fills: ['safety'] },
  contractProposal: { step: 'proposeContract', fills: ['contractProposal'] },
  startNeeds: { step: 'describeStart', fills: ['startNeeds'] },
  statement: { step: 'recordStatement', fills: ['statement'] },
}

/** `missing` keeps the aanmelding from being sent; `open` is asked, and may stay empty in this region. */
export type PartState = 'ready' | 'missing' | 'open'
export type PartLine = { readonly part: IntakePart; readonly step: CaseStep; readonly state: PartState }

const filled = (kase: Case, name: CaseCompartment) => {
  const found = kase.of[name]
  return Array.isArray(found) ? found.length > 0 : found !== null
}

const ready = (kase: Case, { fills, enough }: PartRule) =>
  fills.every((name) => filled(kase, name)) && (enough?.(kase) ?? true)

/** The parts that this client is asked, in the order of the form, as far as this reader sees them. */
export const partsOf = (kase: Case, { intake }: RuleSet): PartLine[] =>
  intakeParts.flatMap((part) => {
    const rule = partRules[part]
    const seen = rule.fills.every((name) => kase.shared.has(name))
    if (!seen || !(rule.asked?.(kase) ?? true)) return []
    const state = ready(kase, rule) ? 'ready' : intake.required.includes(part) ? 'missing' : 'open'
    return [{ part, step: rule.step, state }]
  })

/** Whether this step fills a part of an aanmelding that is being filled in, so that another can follow. `kase`: null where it begins. */
export const isOnePart = (step: string, kase: Case | null): boolean =>
  kase
    ? kase.spine.stage === 'intake' &&
      !waitsOn(kase, 'checkIntake') &&
      intakeParts.some((part) => partRules[part].step === step)
    : step === 'openCase'

/** The step of the part that is missing next: after the one of this step in the order of the form, then from its beginning. */
export function nextMissing(kase: Case, rules: RuleSet, after: string): CaseStep | null {
  const lines = partsOf(kase, rules)
  const at = lines.findIndex(({ step }) => step === after) + 1
  return [...lines.slice(at), ...lines.slice(0, at)].find(({ state }) => state === 'missing')?.step ?? null
}

/** The parts without which it cannot be sent. */
export const missingParts = (kase: Case, rules: RuleSet): IntakePart[] =>
  partsOf(kase, rules).flatMap(({ part, state }) => (state === 'missing' ? [part] : []))
