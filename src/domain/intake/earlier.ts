// Never typed twice: what an earlier registration says is proposed in the forms of a new one, to be checked group by group.
import type { Case } from '../case/case'
import { type CaseCompartment, compartments } from '../case/compartments'
import type { earlierKinds } from '../case/described'
import type { Step } from '../kernel/step'
import type { Compartment } from '../kernel/subject'

type As = (typeof earlierKinds)[number]

/**
 * What can still hold. Not among them: what is asked anew each time (consents, safety, the declaration of both), what was
 * measured or judged then, what is needed by exception only (criminal record, BSN), and papers.
 */
const taken: Readonly<Record<As, readonly CaseCompartment[]>> = {
  zelfde: [
    'identity',
    'contact',
    'parties',
    'stay',
    'residence',
    'earlierAddresses',
    'household',
    'members',
    'binding',
    'income',
    'debts',
    'bewind',
    'housingHistory',
    'dayActivity',
    'youth',
    'support',
    'supportSummary',
    'health',
    'addictionSummary',
    'relapsePlan',
    'relapseSummary',
    'network',
    'profile',
    'exclusions',
    'exclusionReasons',
    'startNeeds',
  ],
  // Of somebody else only what is no fact about a client: where they stay, and who helps there.
  ander: ['parties', 'stay'],
}
/** Words and days that belong to that moment: an approval, an agreement, the day of a proof. */
const ofThatTime = ['approvedOn', 'clientComment', 'ownWords', 'agreedOn', 'proofOn', 'indicationUntil']

type Facts = Readonly<Record<string, unknown>>

const isList = (name: CaseCompartment) => !!(compartments[name] as Compartment).many

export type Proposal = {
  readonly values: Facts
  /** The groups from which they come: what was read of the earlier case. */
  readonly groups: readonly CaseCompartment[]
}

const rowsIn = (kase: Case | null, name: CaseCompartment) => (kase?.of[name] ?? []) as readonly Facts[]

/** Of a list the row that comes next: as many as are here already are passed over, also where they were changed on the way. */
function factsOf(
  name: CaseCompartment,
  kase: Case | null,
  earlier: Case,
): { name: CaseCompartment; facts: Facts }[] {
  const facts = isList(name)
    ? rowsIn(earlier, name)[rowsIn(kase, name).length]
    : (earlier.of[name] as Facts | null)
  return facts ? [{ name, facts }] : []
}

/**
 * What the form of this step can begin with: facts of the earlier case that are not in this one yet. Once the step was
 * taken, what it wrote is what stands, also where it was left empty. `kase` is null for the step that opens it.
 */
export function proposed(step: Step, kase: Case | null, earlier: Case, as: As): Proposal {
  const asked = taken[as].filter(
    (name) =>
      step.row.writes?.includes(name) &&
      Object.keys(compartments[name].fields).some((field) => field in step.input),
  )
  const ones = asked.filter((name) => !isList(name))
  const done = ones.length > 0 && ones.every((name) => kase?.of[name])
  const found = done ? [] : asked.flatMap((name) => factsOf(name, kase, earlier))
  const values = Object.fromEntries(
    found
      .flatMap(({ facts }) => Object.entries(facts))
      .filter(([field, value]) => field in step.input && !ofThatTime.includes(field) && value !== null),
  )
  return { values, groups: Object.keys(values).length ? found.map(({ name }) => name) : [] }
}
