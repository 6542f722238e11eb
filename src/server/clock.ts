import 'server-only'

const inTheNetherlands = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' })

/** Today in the Netherlands, 'yyyy-mm-dd'. The one place where a request reads the calendar. */
export const today = () => inTheNetherlands.format(new Date())
