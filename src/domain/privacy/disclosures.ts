// What is shared with whom, what for and on which ground: read out of who may read by which rule, and of what was read.
import type { OrganisationKind, Role } from '../case/actor'
import { caseProcess } from '../case/case'
import type { CaseCompartment } from '../case/compartments'
import { askingOf, type ConsentCategory, type ConsentPurpose, type LegalBasis } from '../case/consent-table'
import {
  audiencesAt,
  openUnderAlias,
  type ReaderGroup,
  readerGroups,
  rightOf,
  writersOf,
} from '../case/sight'
import { basisOf, groupOf, type Purpose, usualPurpose } from './purposes'

type Ground = { readonly purpose: Purpose; readonly basis: LegalBasis }

const ground = (purpose: Purpose): Ground => ({ purpose, basis: basisOf(purpose) })

/** Of these the landlord is obliged to know some, and one has a reason of its own. */
const landlord: Readonly<Partial<Record<CaseCompartment, Purpose>>> = {
  incomeClass: 'passend',
  income: 'passend',
  household: 'passend',
  landlordSummary: 'passend',
  safetyFlag: 'veilig',
}

/** Who reads of a client in the case itself; oversight and what only computes are no receivers. */
const receiving: readonly ReaderGroup[] = ['provider', 'gemeente', 'tafel', 'corporation', 'localTeam']

/** An organisation that reads in one part; a guest reads at one item of the tafel only. */
export type Receiver = {
  readonly organisationId: string
  readonly kind: OrganisationKind
  readonly group: ReaderGroup
  readonly guest: boolean
}
/** What the journal tells of reading: which role of whom opened what, from the first day to the last. */
export type Reading = {
  readonly organisationId: string
  readonly role: Role
  readonly object: string
  readonly first: string
  readonly last: string
}
export type Disclosure = {
  readonly facts: CaseCompartment
  readonly from: readonly ReaderGroup[]
  readonly basis: LegalBasis
  readonly purpose: Purpose | null
  /** The purpose that the client agreed to, where consent opens it. */
  readonly agreed: ConsentPurpose | null
  /** Whether it may be read now. */
  readonly open: boolean
  readonly read: { readonly first: string; readonly last: string } | null
}

/** Who tells a client what is shared: the mentor who knows them, and the regisseur who follows the case. */
export const accountsFor = (role: Role): boolean => role === 'mentor' || role === 'regisseur'

/** Whose facts they are: the groups that write them. */
export const sourcesOf = (facts: CaseCompartment): readonly ReaderGroup[] => [
  ...new Set(writersOf(caseProcess, facts).flatMap((role) => groupOf(role) ?? [])),
]

/** The consent without which nobody of the group reads it; null where a rule opens it by itself. */
function categoryOf(facts: CaseCompartment, group: ReaderGroup): ConsentCategory | null {
  const sights = readerGroups[group].flatMap((role) => rightOf(caseProcess, facts, role).sights)
  return sights.every((s) => s.needs) ? ((sights[0]?.needs ?? null) as ConsentCategory | null) : null
}

/** What these facts are shared for with this receiver, and on which ground. Null: they are shared with none of its kind. */
export function groundOf(
  facts: CaseCompartment,
  { group, kind, guest: asGuest }: Omit<Receiver, 'organisationId'>,
): Pick<Disclosure, 'basis' | 'purpose' | 'agreed'> | null {
  if (asGuest) return { ...ground('meepraten'), agreed: null }
  const category = categoryOf(facts, group)
  const asking = category && askingOf(category, kind)
  if (asking && 'basis' in asking) return { basis: asking.basis, purpose: null, agreed: asking.purpose }
  const usual = receiving.includes(group) ? usualPurpose[group as keyof typeof usualPurpose] : null
  const found = (group === 'corporation' && landlord[facts]) || usual
  return found ? { ...ground(found), agreed: null } : null
}

function readBy(readings: readonly Reading[], { organisationId, group }: Receiver, facts: string) {
  const own = readings.filter(
    (r) => r.organisationId === organisationId && r.object === facts && groupOf(r.role) === group,
  )
  const days = own.flatMap((r) => [r.first, r.last]).sort()
  return days.length ? { first: days[0] as string, last: days.at(-1) as string } : null
}

type State = {
  readonly stage: string
  /** The consents of the receiver that count today. */
  readonly consents: readonly string[]
  readonly readings: readonly Reading[]
  /** The case is shielded, and nobody of the receiver was named for it. */
  readonly unnamed?: boolean
  /** Whether there is something to read, as far as is known. */
  readonly holds: (facts: CaseCompartment) => boolean
}

/** Everything of others that this receiver may read now, or has read. */
export const disclosuresTo = (
  receiver: Receiver,
  { stage, consents, readings, unnamed, holds }: State,
): Disclosure[] =>
  (Object.keys(caseProcess.compartments) as CaseCompartment[]).flatMap((facts) => {
    const from = sourcesOf(facts)
    const ground = groundOf(facts, receiver)
    const read = readBy(readings, receiver, facts)
    const open = audiencesAt(caseProcess, facts, stage).some(
      ({ group, roles, sight }) =>
        group === receiver.group &&
        !(unnamed && !openUnderAlias(facts, roles ?? readerGroups[group])) &&
        (sight.as === 'invited') === receiver.guest &&
        (sight.needs === null || consents.includes(sight.needs)),
    )
    if (from.includes(receiver.group) || !ground || !(read || (open && holds(facts)))) return []
    return [{ facts, from, ...ground, open, read }]
  })
