// The agenda of one uitstroomtafel: which cases are on it, in what order, and how long each may take.
import type { RuleSet } from '../covenant/rule-set'
import type { Refusal } from '../kernel/step'

/** A case that came on the agenda, or off it; a later row of the same case counts instead. */
type ItemRow = {
  readonly case: string
  readonly number: string
  readonly on: boolean
  readonly minutes: number | null
}
/** A case on the agenda. `minutes` is null where it takes the usual time. */
export type Item = Omit<ItemRow, 'on'>

/** The cases on the agenda now: in the order that was given to them, and after these as they came on it. */
export function agendaIn(rows: readonly ItemRow[], order: readonly string[]): Item[] {
  const last = new Map<string, ItemRow>()
  for (const row of rows) last.set(row.case, row)
  const placeOf = (id: string) => (order.includes(id) ? order.indexOf(id) : order.length)
  return [...last.values()]
    .filter((row) => row.on)
    .map(({ case: id, number, minutes }) => ({ case: id, number, minutes }))
    .sort((a, b) => placeOf(a.case) - placeOf(b.case))
}

/** The same cases with one of them at this place, from 1 or else the last; null when it stands there already, or is not among them. */
export function moved(cases: readonly string[], id: string, place: number): string[] | null {
  const from = cases.indexOf(id)
  const to = Math.min(place, cases.length) - 1
  if (from < 0 || to === from) return null
  const others = cases.filter((one) => one !== id)
  return [...others.slice(0, to), id, ...others.slice(to)]
}

type Rules = Pick<RuleSet, 'tafel'>

/** In minutes: how long a tafel lasts, as was planned for it, or else as long as the covenant's full agenda takes. */
export const capacityOf = (minutes: number | null | undefined, { tafel }: Rules) =>
  minutes ?? tafel.minutesPerCase * tafel.mostCases

/** In minutes: how long these cases take together. */
export const takenBy = (items: readonly Pick<Item, 'minutes'>[], { tafel }: Rules) =>
  items.reduce((sum, { minutes }) => sum + (minutes ?? tafel.minutesPerCase), 0)

/** On whom a case waits before it can come on an agenda. */
export type WaitsOn = { readonly provider: boolean; readonly board: boolean }

/** What keeps a case off the agenda: it stands on one already, or somebody must say or supply something first. */
export function keptOff(tafel: string | null, waitsOn: WaitsOn): Refusal | null {
  if (tafel) return { reason: 'alreadyOnTafel' }
  if (waitsOn.board) return { reason: 'waitsOnBoard' }
  return waitsOn.provider ? { reason: 'waitsOnProvider' } : null
}
