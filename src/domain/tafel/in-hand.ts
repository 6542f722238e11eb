// Which case the table has in hand: one at a time, and never one that is not on its agenda.
import { ref } from '../kernel/field'
import type { Item } from './agenda'
import { agendaOf, type Tafel, tafelStep } from './session'

/** The case in hand with its place on the agenda, from 1; `since` is 'hh:mm'. Null while there is none. */
export type InHand = Item & { readonly place: number; readonly since: string }

export function inHandOf(tafel: Tafel): InHand | null {
  const { item, since } = tafel.of.inHand ?? {}
  const agenda = agendaOf(tafel)
  const at = agenda.findIndex((one) => one.case === item)
  const found = agenda[at]
  return found && since ? { ...found, place: at + 1, since } : null
}

/** The cases before and after the one in hand; the first is next while there is none. */
export function besideOf(tafel: Tafel): { readonly previous: Item | null; readonly next: Item | null } {
  const agenda = agendaOf(tafel)
  const at = (inHandOf(tafel)?.place ?? 0) - 1
  return { previous: agenda[at - 1] ?? null, next: agenda[at + 1] ?? null }
}

/** The table takes up a case: the next, the one before, or any other on the agenda. */
export const takeUpItem = tafelStep('takeUpItem', {
  input: { item: ref('item') },
  check: (tafel, { item }) => {
    if (!agendaOf(tafel).some((one) => one.case === item)) return { reason: 'notOnThisAgenda', field: 'item' }
    return inHandOf(tafel)?.case === item ? { reason: 'inHandAlready' } : null
  },
  apply: (tafel, { item }, { time }) => ({
    write: { inHand: { item, since: time } },
    tells: { place: agendaOf(tafel).findIndex((one) => one.case === item) + 1 },
  }),
})
