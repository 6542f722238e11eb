import 'server-only'

const inTheNetherlands = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' })

/** Today in the Netherlands, 'yyyy-mm-dd'. The one place where a request reads the calendar. */
export const today = () => inTheNetherlands.format(new Date())

const onTheWall = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam', timeStyle: 'short' })

/** A moment on the calendar and the clocks of the Netherlands: 'yyyy-mm-dd' and 'hh:mm'. */
export const momentOf = (at: Date) => ({ on: inTheNetherlands.format(at), at: onTheWall.format(at) })

/** The time of day in the Netherlands, 'hh:mm'. */
export const timeOfDay = () => onTheWall.format(new Date())

/** Whole minutes between two times of day, 'hh:mm', the second of which came later: perhaps after midnight. */
export function minutesSince(since: string, now: string): number {
  const [from = 0, until = 0] = [since, now].map((time) => {
    const [hour = 0, minute = 0] = time.split(':').map(Number)
    return hour * 60 + minute
  })
  return (until - from + 24 * 60) % (24 * 60)
}
