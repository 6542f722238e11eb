// The class of an income, by the norms of the year: what a landlord may know before a contract.
import { ageOn } from '../kernel/days'
import { type Norms, normOn } from './norm'

/** The AOW age in years; the law moves it in months, and the class only needs to know who may be past it. */
const AOW_AGE = 67

type Household = { adults: number; children: number } | null
type IncomeClass = { class: 'passend' | 'daeb' | 'boven' | 'onbekend'; aowAge: boolean }

/**
 * `passend`: at or below the limit of passend toewijzen (Woningwet art. 46); `daeb`: at or below the DAEB limit;
 * `boven`: above it; `onbekend`: a norm of that year is missing. Income in euro cents a year.
 */
export function incomeClassOf(
  income: number,
  household: Household,
  birthDate: string | null,
  norms: Norms,
  today: string,
): IncomeClass {
  const persons = household ? household.adults + household.children : 1
  const size = persons > 1 ? '2p' : '1p'
  const aowAge = birthDate !== null && ageOn(birthDate, today) >= AOW_AGE
  const passend = normOn(norms, `passend_income_${size}${aowAge ? '_aow' : ''}`, today)
  const daeb = normOn(norms, `daeb_income_limit_${size}`, today)
  if (!passend || !daeb) return { class: 'onbekend', aowAge }
  return { class: income <= passend.value ? 'passend' : income <= daeb.value ? 'daeb' : 'boven', aowAge }
}
