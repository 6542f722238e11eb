// Of whom consent is asked, about which facts and what for; and where a task or an agreement answers instead.
// The table agrees with readers.ts (a test compares them). docs/decisions/0015 says why.
import type { OrganisationKind } from './actor'

export const consentCategories = [
  'schulden',
  'verslaving',
  'terugval',
  'woongeschiedenis',
  'huurachterstand',
] as const
export type ConsentCategory = (typeof consentCategories)[number]

/** Grounds of AVG art. 6 and, for `uitdrukkelijk`, art. 9(2)(a): facts about health. */
export const legalBases = [
  'toestemming',
  'uitdrukkelijk',
  'taak',
  'plicht',
  'overeenkomst',
  'belang',
  'vitaal',
] as const
export type LegalBasis = (typeof legalBases)[number]

export const consentPurposes = [
  'huurStarten',
  'hulpBijTerugval',
  'steunRegelen',
  'achterstandOplossen',
] as const
export type ConsentPurpose = (typeof consentPurposes)[number]

/** The languages in which the texts that are read to a client are kept. */
export const textLanguages = ['nl', 'en'] as const
export type TextLanguage = (typeof textLanguages)[number]

export const waysToConsent = ['schriftelijk', 'mondeling', 'vertegenwoordiger'] as const

/** A yes counts for a year at most: then it is asked again, with the text of that day. */
export const CONSENT_MONTHS = 12

/** What is asked, or why it never is: the law or an agreement already decides, or nothing would be shared by it. */
export type Asking =
  | { readonly purpose: ConsentPurpose; readonly basis: LegalBasis }
  | { readonly reason: string }

const ask = (purpose: ConsentPurpose, basis: LegalBasis = 'toestemming'): Asking => ({ purpose, basis })
const task: Asking = { reason: 'taskDecides' }
const agreement: Asking = { reason: 'agreementDecides' }

// biome-ignore format: a row of the table is a line
/** Who is not named here is never asked: no rule would let that kind of organisation read it. */
const table: Readonly<Record<ConsentCategory, Readonly<Partial<Record<OrganisationKind, Asking>>>>> = {
  schulden:         { zorgaanbieder: agreement,                  gemeente: task,                                corporatie: ask('huurStarten') },
  verslaving:       { zorgaanbieder: agreement,                  gemeente: ask('steunRegelen', 'uitdrukkelijk') },
  terugval:         { zorgaanbieder: agreement,                  gemeente: task,                                corporatie: ask('hulpBijTerugval', 'uitdrukkelijk') },
  woongeschiedenis: { zorgaanbieder: agreement,                  gemeente: task,                                corporatie: ask('huurStarten') },
  huurachterstand:  { zorgaanbieder: ask('achterstandOplossen'),                                                corporatie: agreement },
}

/** What is asked of a client about these facts for this kind of organisation, or why nothing is. */
export const askingOf = (category: ConsentCategory, kind: OrganisationKind): Asking =>
  table[category][kind] ?? { reason: 'neverShared' }

/** The categories about which a client is asked for this kind of organisation. */
export const askedFor = (kind: OrganisationKind): readonly ConsentCategory[] =>
  consentCategories.filter((category) => 'purpose' in askingOf(category, kind))
