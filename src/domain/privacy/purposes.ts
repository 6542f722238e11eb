// What something is done or looked at for: one closed list, each with its usual ground. Nobody chooses a purpose: each
// step and each screen has one, and the journal keeps it. docs/decisions/0019 says why.
import type { Role } from '../case/actor'
import { consentCategories, type LegalBasis } from '../case/consent-table'
import { type ReaderGroup, readerGroups } from '../case/sight'
import { grants } from '../case/steps'
import { may, type Standing } from '../kernel/grants'
import type { Step } from '../kernel/step'
import type { Relation, SubjectKind } from '../kernel/subject'

/**
 * The parties settle their grounds in their protocol; these are the usual ones. Of a duty of the law: Woningwet art. 46
 * and Huisvestingswet art. 10 (passend), AVG art. 7(1) (toestemming), 15 (verantwoorden) and 32 (toezicht, beheer).
 */
const purposes = {
  aanmelden: 'overeenkomst',
  begeleiden: 'overeenkomst',
  toegang: 'taak',
  tafel: 'taak',
  meepraten: 'taak',
  huren: 'overeenkomst',
  passend: 'plicht',
  veilig: 'belang',
  wijk: 'taak',
  nazorg: 'overeenkomst',
  toestemming: 'plicht',
  verantwoorden: 'plicht',
  nood: 'vitaal',
  toezicht: 'plicht',
  beheer: 'plicht',
} as const satisfies Readonly<Record<string, LegalBasis>>
export type Purpose = keyof typeof purposes
export const purposeNames = Object.keys(purposes) as Purpose[]

export const basisOf = (purpose: Purpose): LegalBasis => purposes[purpose]

/** What each group of people reads for, where the screen says nothing else. */
export const usualPurpose = {
  provider: 'begeleiden',
  gemeente: 'toegang',
  tafel: 'tafel',
  corporation: 'huren',
  localTeam: 'wijk',
  oversight: 'toezicht',
} as const satisfies Readonly<Partial<Record<ReaderGroup, Purpose>>>

/** The group of which this role is one. */
export const groupOf = (role: Role): ReaderGroup | null =>
  (Object.keys(readerGroups) as ReaderGroup[]).find((group) =>
    (readerGroups[group] as readonly Role[]).includes(role),
  ) ?? null

const ofRoom: Readonly<Record<Exclude<SubjectKind, 'case'>, Purpose>> = {
  membership: 'beheer',
  tafel: 'tafel',
  dwelling: 'huren',
  offer: 'huren',
  emergency: 'nood',
}
/** By the first stage of a case in which a step is taken. */
const ofStage: Readonly<Record<string, Purpose>> = {
  new: 'aanmelden',
  intake: 'aanmelden',
  tafel: 'tafel',
  matching: 'huren',
  tenancy: 'huren',
}

/** What this step is taken for. */
export function purposeOfStep({ name, kind, row }: Pick<Step, 'name' | 'kind' | 'row'>): Purpose {
  const writes = (object: string) => row.writes?.includes(object)
  // Who judges an emergency watches over it.
  if (writes('review')) return 'toezicht'
  if (kind !== 'case') return ofRoom[kind]
  // What ends a case ends its consents with it; it is not taken for their sake.
  if (writes('consents') && !row.to) return 'toestemming'
  if (writes('shield') || writes('named')) return 'veilig'
  if (name === 'assignLocalTeam') return 'wijk'
  return ofStage[row.from[0] ?? ''] ?? 'nazorg'
}

type Looking = { readonly role: Role; readonly kind: SubjectKind; readonly relations: readonly Relation[] }

/** What somebody of this role opens such a subject for, on a screen that has no purpose of its own. */
export function purposeOfLook({ role, kind, relations }: Looking): Purpose {
  const group = groupOf(role)
  if (kind === 'membership') return 'beheer'
  if (kind === 'emergency') return group === 'oversight' ? 'toezicht' : 'nood'
  if (relations.includes('emergency')) return 'nood'
  const asGuest = relations.includes('invited') && !relations.some((r) => r === 'ours' || r === 'assigned')
  if (asGuest || (kind === 'tafel' && group !== 'tafel')) return 'meepraten'
  return usualPurpose[group as keyof typeof usualPurpose] ?? 'toezicht'
}

/** The categories of consent without which somebody of this standing would not read all of this. */
export function consentsBehind(
  kind: SubjectKind,
  who: Omit<Standing, 'consents'>,
  shown: readonly string[],
): string[] {
  const reads = (name: string, consents: readonly string[]) =>
    may(grants, kind, { ...who, consents }, 'read', name)
  const closed = shown.filter((name) => !reads(name, []))
  return consentCategories.filter((category) => closed.some((name) => reads(name, [category])))
}
