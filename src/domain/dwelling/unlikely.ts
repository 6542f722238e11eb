// What cannot be meant of a dwelling, whether it was typed or came from a file.
import { addMonths } from '../kernel/days'
import type { Refusal } from '../kernel/step'

/** Below this nobody rents a home out: an amount in euro cents that was typed wrongly. */
const LOWEST_RENT = 50_00
/** So many months from today nobody knows a day yet, or it is long past. */
const REACH = 24

/** A rent in euro cents that nobody asks. */
export const unlikelyRent = ({ rent }: { readonly rent: number }): Refusal | null =>
  rent < LOWEST_RENT ? { reason: 'rentUnlikely', field: 'rent' } : null

/** A day of which nobody can know or keep anything. `today` is 'yyyy-mm-dd'. */
export const unlikelyDay = (on: string, today: string, field = 'availableFrom'): Refusal | null =>
  on < addMonths(today, -REACH) || on > addMonths(today, REACH)
    ? { reason: 'availableUnlikely', field }
    : null
