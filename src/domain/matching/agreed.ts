// Rules that a covenant adds: rows of field, operator and value. What is not known of a field is no pass.
import type { AgreedRow, Condition } from '../covenant/matching-rules'
import { ageOn } from '../kernel/days'
import type { Verdict } from '../norm/letting'
import type { Judged } from './judged'
import type { Home, Seeker } from './sides'

type Sides = { readonly seeker: Seeker; readonly home: Home; readonly today: string }
type Value = number | string | boolean | null

const fields: Readonly<Record<Condition['field'], (sides: Sides) => Value>> = {
  rooms: ({ home }) => home.rooms,
  floor: ({ home }) => home.floor,
  lift: ({ home }) => home.lift,
  rent: ({ home }) => home.rent,
  accessibility: ({ home }) => home.accessibility,
  persons: ({ seeker: { household } }) => household && household.adults + household.children,
  children: ({ seeker: { household } }) => household?.children ?? null,
  age: ({ seeker: { birthDate }, today }) => birthDate && ageOn(birthDate, today),
  incomeClass: ({ seeker: { incomeClass } }) => (incomeClass === 'onbekend' ? null : incomeClass),
}

/** Whether a condition holds; null where its field is not known. */
function holds({ field, operator, value }: Condition, sides: Sides): boolean | null {
  const found = fields[field](sides)
  if (found === null) return null
  if (operator === 'is') return found === value
  if (operator === 'isNot') return found !== value
  return operator === 'atLeast' ? Number(found) >= Number(value) : Number(found) <= Number(value)
}

function judge({ when, must }: AgreedRow, sides: Sides): Verdict {
  const about = when ? holds(when, sides) : true
  if (about === false) return 'pass'
  const kept = holds(must, sides)
  if (about === null || kept === null) return kept === true ? 'pass' : 'unknown'
  return kept ? 'pass' : 'fail'
}

/** All rows together, with the names of those that do not pass; null where there are none of this kind. */
export function agreedOf(rows: readonly AgreedRow[], sides: Sides): Judged | null {
  if (!rows.length) return null
  const judged = rows.map((row) => ({ name: row.name, verdict: judge(row, sides) }))
  const worst = (['fail', 'unknown'] as const).find((one) => judged.some(({ verdict }) => verdict === one))
  const names = judged.filter(({ verdict }) => verdict === worst).map(({ name }) => name)
  return { verdict: worst ?? 'pass', ...(worst && { compared: { agreed: names.join(', ') } }) }
}
