import 'server-only'

const inTheNetherlands = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' })

/** Today in the Netherlands, 'yyyy-mm-dd'. The one place where a request reads the calendar. */
export const today = () => inTheNetherlands.format(new Date())

const onTheWall = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam', timeStyle: 'short' })

/** The time of day in the Netherlands, 'hh:mm'. */
export const timeOfDay = () => onTheWall.format(new Date())
