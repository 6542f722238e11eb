// Whether a client may rent this home at this rent, by the norms of a day.
import { incomeClassOf } from '../norm/income-class'
import { daebOf, passendOn, passendSortOf } from '../norm/letting'
import type { Norms } from '../norm/norm'
import type { Case } from './case'

/** Passend toewijzen and DAEB, from what the landlord reads of the household and its income; null where there is no lease here. */
export function lettingTest({ of }: Case, on: string, { norms }: { readonly norms: Norms }) {
  if (!of.tenancy) return null
  const { household, income, identity, tenancy } = of
  const classed = income
    ? incomeClassOf(income.yearIncome, household, identity?.birthDate ?? null, norms, on).class
    : (of.incomeClass?.class ?? null)
  const persons = household && household.adults + household.children
  const passend = passendOn(on, norms, { incomeClass: classed, persons, rent: tenancy.rent })
  return { passend, passendSort: passendSortOf(classed, passend), daeb: daebOf(classed) }
}
