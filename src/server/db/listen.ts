import 'server-only'
// Hears what the database says when something changed: one connection for a whole process, which does nothing else.
import pg from 'pg'
import { log, nameOf } from '../log'

/** Over this channel the triggers of the database speak; they say ids and no more. */
const CHANNEL = 'live'
/** After so many milliseconds a connection is asked whether it is still there. */
const ASKED = 15_000
const AGAIN = 500

export type Ear = {
  readonly heard: (said: string) => void
  /** It listens from here on: what was said before is lost. */
  readonly open: () => void
}

const connection = (connectionString: string) =>
  new pg.Client({
    connectionString,
    keepAlive: true,
    connectionTimeoutMillis: 5_000,
    query_timeout: 5_000,
    application_name: 'thuistafel live',
  })

/** Listens until it is closed, also over a restart of the database. `ready` is when the first attempt is over. */
export function listenTo(url: string, ear: Ear) {
  let closed = false
  let client: pg.Client | undefined
  let again: NodeJS.Timeout | undefined
  const leave = (one: pg.Client) => one.end().catch(() => {})
  const attempt = async () => {
    const one = connection(url)
    client = one
    const lost = (error?: unknown) => {
      if (client !== one) return
      client = undefined
      log('warn', { event: 'listeningLost', error: nameOf(error) })
      void leave(one)
      if (!closed) again = setTimeout(attempt, AGAIN).unref()
    }
    one.on('error', lost)
    one.on('end', lost)
    one.on('notification', ({ payload = '' }) => ear.heard(payload))
    try {
      await one.connect()
      await one.query(`LISTEN ${CHANNEL}`)
      ear.open()
    } catch (error) {
      lost(error)
    }
  }
  const asking = setInterval(() => client?.query('SELECT 1').catch((e) => client?.emit('error', e)), ASKED)
  const ready = attempt()
  const close = async () => {
    closed = true
    clearInterval(asking.unref())
    clearTimeout(again)
    const last = client
    client = undefined
    if (last) await leave(last)
  }
  return { ready, close }
}
