// The class of an income, by the norms of the year: what a landlord may know before a contract.
import { addMonths } from '../kernel/days'
import { type Norms, normOn } from './norm'

type Household = { adults: number; children: number } | null
type IncomeClass = { class: 'passend' | 'daeb' | 'boven' | 'onbekend'; aowAge: boolean }

/**
 * Whether somebody has the AOW age on a day (AOW art. 7a; a norm of each year, in whole months). Null where that norm is missing.
 * Who is not known to be born is not of that age.
 */
export function aowOn(birthDate: string | null, norms: Norms, today: string): boolean | null {
  if (birthDate === null) return false
  const norm = normOn(norms, 'aow_age_months', today)
  return norm && today >= addMonths(birthDate, norm.value)
}

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
  const reached = aowOn(birthDate, norms, today)
  const aowAge = reached === true
  const passend = normOn(norms, `passend_income_${size}${aowAge ? '_aow' : ''}`, today)
  const daeb = normOn(norms, `daeb_income_limit_${size}`, today)
  if (!passend || !daeb || reached === null) return { class: 'onbekend', aowAge }
  return { class: income <= passend.value ? 'passend' : income <= daeb.value ? 'daeb' : 'boven', aowAge }
}
