import 'server-only'

/** Today in the Netherlands, 'yyyy-mm-dd'. The one place where a request reads the calendar. */
export const today = () =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' }).format(new Date())
