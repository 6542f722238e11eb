import { count, optional, ref } from '../kernel/field'
import { moved } from './agenda'
import { agendaOf, tafelStep } from './session'

/** A case on the agenda gets another place, or more or less time than is usual. */
export const arrangeItem = tafelStep('arrangeItem', {
  input: { item: ref('item'), agendaPlace: optional(count(1, 200)), minutes: optional(count(5, 120)) },
  blockedBy: [(tafel) => (agendaOf(tafel).length ? null : { reason: 'tafelEmpty' })],
  check: (tafel, { item, agendaPlace: place, minutes }) => {
    const agenda = agendaOf(tafel)
    const found = agenda.find((one) => one.case === item)
    if (!found) return { reason: 'notOnThisAgenda', field: 'item' }
    const order = agenda.map((one) => one.case)
    const changes =
      (place !== null && moved(order, item, place)) || (minutes !== null && minutes !== found.minutes)
    return changes ? null : { reason: 'nothingArranged' }
  },
  apply: (tafel, { item, agendaPlace: place, minutes }) => {
    const agenda = agendaOf(tafel)
    const order = agenda.map((one) => one.case)
    const number = agenda.find((one) => one.case === item)?.number ?? ''
    return {
      ...(place !== null && { write: { agendaOrder: { cases: moved(order, item, place) ?? order } } }),
      ...(minutes !== null && { append: { items: [{ case: item, number, on: true, minutes }] } }),
      tells: { number },
    }
  },
})
