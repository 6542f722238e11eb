// The agreements and norms under which the tests play: the defaults of a rule set, and the published yearly norms.
import { contractForms, criteria, origins, type RuleSet, ruleSet } from '@/domain/covenant/rule-set'
import type { Norm, Norms } from '@/domain/norm/norm'

type Draft = Parameters<typeof ruleSet.parse>[0] & object

/** A rule set as a covenant file would give it: what is left out gets its default. */
export const rulesWith = (changes: Draft = {}): RuleSet =>
  ruleSet.parse({
    origins: [...origins],
    contractForms: [...contractForms],
    criteria: [...criteria],
    ...changes,
  })

export const rules = rulesWith()

/** Norms in euro cents, or ages in months, for 2024, 2025 and 2026; null where no number was published or derived. */
const cents: readonly (readonly [string, number | null, number | null, number | null])[] = [
  ['daeb_income_limit_1p', 47_699_00, 49_669_00, 51_537_00],
  ['daeb_income_limit_2p', 52_671_00, 54_847_00, 56_910_00],
  ['social_rent_limit', 879_66, 900_07, 932_93],
  ['passend_income_1p', 27_725_00, 28_550_00, 29_400_00],
  ['passend_income_2p', 37_625_00, 38_725_00, 39_925_00],
  ['passend_income_1p_aow', 27_225_00, null, 28_775_00],
  ['passend_income_2p_aow', null, null, 38_650_00],
  ['aftoppingsgrens_laag', 650_43, 682_96, 713_02],
  ['aftoppingsgrens_hoog', 697_07, 731_93, 764_14],
  ['aow_age_months', 67 * 12, 67 * 12, 67 * 12],
  ['youth_contract_age_months', 28 * 12, 28 * 12, 28 * 12],
]

/** Below which age the youth rent cap holds; the age itself changed with the year. */
const youth: readonly (readonly [number, number, number])[] = [
  [2025, 477_20, 23],
  [2026, 498_20, 21],
]

const row = (kind: string, year: number, value: number, belowAge: number | null = null): Norm => ({
  kind,
  validFrom: `${year}-01-01`,
  value,
  status: 'published',
  source: null,
  belowAge,
})

export const norms: Norms = [
  ...cents.flatMap(([kind, ...values]) =>
    values.flatMap((value, at) => (value === null ? [] : [row(kind, 2024 + at, value)])),
  ),
  ...youth.map(([year, value, belowAge]) => row('youth_rent_cap', year, value, belowAge)),
]

/** The norm that a test speaks of; a test about a missing row does not ask for it here. */
export function centsOf(kind: string, year: number): number {
  const found = norms.find((n) => n.kind === kind && n.validFrom.startsWith(String(year)))
  if (!found) throw new Error(`No ${kind} of ${year}`)
  return found.value
}

/** The same norms without one kind: as when a year has begun and its row is not there yet. */
export const normsWithout = (kind: string): Norms => norms.filter((n) => n.kind !== kind)
