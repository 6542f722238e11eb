// The two sides that the rules compare, and by what.
import type { RuleSet } from '../covenant/rule-set'
import type { Norms } from '../norm/norm'

/** Who supports a client, as far as a home is concerned: when support must be within reach, and what the provider said of each gemeente, by its id. */
export type Support = {
  readonly asked: 'kantooruren' | 'avonden' | 'altijd' | null
  readonly areas: Readonly<Record<string, { readonly guides: boolean; readonly always: boolean }>>
}

export type Seeker = {
  readonly household: { adults: number; children: number } | null
  readonly incomeClass: 'passend' | 'daeb' | 'boven' | 'onbekend' | null
  readonly birthDate: string | null
  readonly municipality: string | null
  /** The contract that the tafel decided on. */
  readonly form?: string | null
  readonly profile: {
    minRooms: number | null
    maxRent: number | null
    groundFloor: boolean
    accessibility: string
    /** Asks for a match with care; of the others it is not looked at what they would like besides. */
    careful?: boolean
    lowStimulus?: string | null
    outdoorSpace?: string | null
  } | null
  readonly exclusions: readonly { area: string; value: string; until: string | null }[] | null
  readonly wantedFrom: string | null
  /** Only where the covenant looks at it; a landlord hears nothing of it (see `forLandlord`). */
  readonly support?: Support | null
  /** Must not be found: what is not known of a place counts as a reason not to go there. */
  readonly shielded: boolean
}

export type Home = {
  readonly street: string
  readonly postcode: string
  readonly municipality: string
  readonly municipalityName: string
  readonly complex: string | null
  readonly rooms: number
  readonly floor: number
  readonly lift: boolean
  readonly accessibility: string
  readonly rent: number
  readonly availableFrom: string
  readonly situation?: readonly string[] | null
  readonly outdoorSpace?: string | null
  /** Whom its corporation keeps it for, by the codes of VERA; nobody in particular without one. */
  readonly meantFor?: readonly string[] | null
}

/** What the rules hold both sides against: agreements, norms and a day. */
export type Ground = {
  readonly rules: Pick<RuleSet, 'occupancy'> & Partial<Pick<RuleSet, 'matching' | 'contractForms'>>
  readonly norms: Norms
  readonly today: string
}
