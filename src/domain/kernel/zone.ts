// The clock on the wall in the Netherlands, also on the two days of a year on which it is moved.
import { addDays } from './days'

const wall = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Amsterdam',
  dateStyle: 'short',
  timeStyle: 'medium',
})

/** The day and the hour of the clock at a moment. */
export function wallOf(at: Date): { day: string; hour: number } {
  const [day = '', time = ''] = wall.format(at).split(' ')
  return { day, hour: Number(time.slice(0, 2)) }
}

/** How far the clock is ahead of UTC at a moment, in milliseconds. */
const ahead = (at: number) => Date.parse(`${wall.format(new Date(at)).replace(' ', 'T')}Z`) - at

/**
 * The moment at which a clock shows this day and time, 'hh:mm'. An hour that is skipped counts from the hour before it; of
 * an hour that comes twice it is the first.
 */
export function momentOf(day: string, time: string): Date {
  const said = Date.parse(`${day}T${time}:00Z`)
  // The clock moves once between two noons at most: it is ahead as it was before, or as it is afterwards.
  const before = said - ahead(Date.parse(`${addDays(day, -1)}T12:00:00Z`))
  const after = said - ahead(Date.parse(`${addDays(day, 1)}T12:00:00Z`))
  const shown = [before, after].find((at) => at + ahead(at) === said)
  return new Date(shown ?? before)
}
