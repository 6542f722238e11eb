// Which figures of homes that last are asked for. It stands in addresses, so it holds months, codes and ids only.
import { z } from 'zod'
import { addDays, addMonths } from '../kernel/days'
import { type Age, ages, type Grouping, groupings, type Measure, measures } from './retention'

export type Params = Readonly<Record<string, string | readonly string[] | undefined>>

/** So many months back can be chosen; without a choice, so many are looked at. */
const BACK = 72
const USUAL = 48

/** Months as 'yyyy-mm', both included. */
export type Months = { readonly from: string; readonly until: string }
/** One number: of which group, at which age, and what of it; `reached` is the whole. */
export type Number = {
  readonly by: Grouping
  readonly organisation: string | null
  readonly age: Age
  readonly what: Measure | 'reached'
}

const monthOf = (day: string) => day.slice(0, 7)

/** The months that can be chosen, the last one first. */
export const monthsBefore = (today: string): string[] =>
  Array.from({ length: BACK + 1 }, (_, back) => monthOf(addMonths(`${monthOf(today)}-01`, -back)))

/** The period of an address: whole months, for a single day more or less would tell of a single person. */
export function askedMonths({ from, until }: Params, today: string): Months {
  const months = monthsBefore(today)
  const last = months.find((month) => month === until) ?? monthOf(today)
  const first = months.find((month) => month === from) ?? monthOf(addMonths(`${last}-01`, -USUAL))
  return first > last ? { from: last, until: last } : { from: first, until: last }
}

/** The first and the last day of it. */
export const daysOf = ({ from, until }: Months) => ({
  from: `${from}-01`,
  until: addDays(addMonths(`${until}-01`, 1), -1),
})

/** The number of which the cases are asked; null for anything else. */
export function askedNumber({ by, of, age, what }: Params): Number | null {
  const group = groupings.find((one) => one === by)
  const at = ages.find((one) => String(one) === age)
  const part = (['reached', ...measures] as const).find((one) => one === what)
  const organisation = z.uuid().safeParse(of).success ? String(of) : null
  return group && at !== undefined && part ? { by: group, organisation, age: at, what: part } : null
}
