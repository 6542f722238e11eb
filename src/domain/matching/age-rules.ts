// The hard rules that ask how old somebody is: for huurtoeslag, for a contract of their own, and for homes kept for an age.
import { addMonths, ageOn } from '../kernel/days'
import { type Norm, normOn } from '../norm/norm'
import { type Judged, type Rule, verdict } from './judged'
import type { Ground, Home, Seeker } from './sides'

/** R3. Huurtoeslag for the young counts up to a lower rent; above it the home may be too dear for them. */
export const youthRent: Rule = ({ birthDate, household }, { rent }, { norms, today }) => {
  const norm = normOn(norms, 'youth_rent_cap', today)
  if (!birthDate || !norm?.belowAge) return { verdict: 'unknown', shown: { rent } }
  const age = ageOn(birthDate, today)
  const young = age < norm.belowAge && !household?.children
  const compared = { rent, age, below: norm.belowAge }
  if (!young) return { verdict: 'pass', shown: { rent }, compared, norm }
  const slack = norm.value - rent
  return {
    verdict: verdict(slack >= 0),
    shown: { rent },
    compared: { ...compared, limit: norm.value },
    slack,
    norm,
  }
}

/** The day on which the home can be let: when it is free, or today when it is free already. */
const lettingDay = ({ availableFrom }: Pick<Home, 'availableFrom'>, { today }: Pick<Ground, 'today'>) =>
  availableFrom > today ? availableFrom : today

/** R14. Of age on the day the home can be let. */
export const age: Rule = ({ birthDate }, home, ground) => {
  if (!birthDate) return { verdict: 'unknown' }
  const then = ageOn(birthDate, lettingDay(home, ground))
  return { verdict: verdict(then >= 18), compared: { age: then }, slack: then - 18 }
}

/** Whether somebody is younger, on that day, than the norm says in whole months. */
const younger = (birthDate: string, on: string, { value }: Norm) => on < addMonths(birthDate, value)

/** BW art. 7:274c: a lease for the young is for who is not yet of the age of the norm on the day of letting. */
function youthLease({ birthDate }: Seeker, home: Home, ground: Ground): Judged {
  const on = lettingDay(home, ground)
  const norm =
    normOn(ground.norms, 'youth_contract_age_months', on) ??
    normOn(ground.norms, 'youth_contract_age_months', ground.today)
  if (!birthDate || !norm) return { verdict: 'unknown' }
  const compared = { age: ageOn(birthDate, on), below: Math.floor(norm.value / 12) }
  return { verdict: verdict(younger(birthDate, on, norm)), compared, norm }
}

/** R5. The contract of the decision is one that the covenant knows, and one for the young is for who is young. Where none was decided the corporation chooses one later. */
export const contract: Rule = (seeker, home, ground) => {
  const { form } = seeker
  if (!form) return { verdict: 'pass' }
  const known = ground.rules.contractForms
  if (known && !known.some((one) => one === form)) return { verdict: 'fail', compared: { form } }
  const judged: Judged = form === 'jongeren' ? youthLease(seeker, home, ground) : { verdict: 'pass' }
  return { ...judged, compared: { ...judged.compared, form } }
}

/** The ages for which a home can be meant, in the codes of VERA (DOELGROEP). */
const YOUNG = 'JON'
const SENIOR = 'SEN'

/** R14. A home that its corporation keeps for the young or for seniors, by the ages that the covenant agreed; one for others too is for anybody. */
export const meantFor: Rule = ({ birthDate }, home, ground) => {
  const kept = home.meantFor ?? []
  if (!kept.length || kept.some((group) => group !== YOUNG && group !== SENIOR)) return { verdict: 'pass' }
  const ages = ground.rules.matching?.ages
  if (!birthDate || !ages) return { verdict: 'unknown' }
  const then = ageOn(birthDate, lettingDay(home, ground))
  const fits = kept.some((group) => (group === YOUNG ? then < ages.youngBelow : then >= ages.seniorFrom))
  return { verdict: verdict(fits), compared: { age: then } }
}
