import 'server-only'
// The line from an open page to here, as server-sent events. It carries no word about a case: only that the page looks again.
import { z } from 'zod'
import { subjectKinds } from '@/domain/kernel/subject'
import { paths } from '@/paths'
import { env } from '../env'
import { isAskedByUs } from '../guard'
import { log } from '../log'
import { wasEnded, whoRests } from '../session'
import { type Said, Watch, type Watcher } from './watch'

/** So many streams in one process, and of one session. */
const MOST = 1_000
const MOST_OF_ONE = 5
/** After so many milliseconds without news a sign of life, so that nothing in between takes the line for dead. */
const BEAT = 15_000

/** In milliseconds: how long a page whose line was down waits before it listens again, and how far pages lie apart in that. */
const AGAIN = { wait: 1_000, apart: 3_000 }
/** Those at a table are few, and the table goes on: they come back first. */
const AT_TABLE = { wait: 200, apart: 300 }

/** After how many milliseconds the page at this address listens again; not all of them at once when a website comes back. `chance` is from 0 to 1. */
export function listensAgain(path: string, chance: number): number {
  const { wait, apart } = /^\/tafels\/[\da-f-]{36}\/(session|room)$/.test(path) ? AT_TABLE : AGAIN
  return wait + Math.round(chance * apart)
}

/** What closes each stream, and the session that it is of. */
const open = new Map<() => void, string>()
let watch: Watch | undefined
let stopping = false

/** Lets every page go: they listen again elsewhere, and this process can end. */
function stop() {
  stopping = true
  for (const close of [...open.keys()]) close()
  void watch?.close()
}

function watching(): Watch {
  if (!watch) process.once('SIGTERM', stop)
  watch ??= new Watch(env().DATABASE_URL)
  return watch
}

const count = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number)
const asked = z.object({ path: z.string().max(200).catch(''), version: count.nullable().catch(null) })

const rooms = [paths.work, paths.notices, ...subjectKinds.map(paths.list)]

/**
 * What the page at this address is about. A case, and a form, which says the version that it was made for, are about one
 * subject; a list, and a page that is made of several subjects, about all that its reader may see; others about none.
 */
function watchedAt(path: string, version: number | null): Watcher['of'] {
  const [address, room, id] = /^\/([a-z]*)(?:\/([\da-f-]{36}))?(?:\/|$)/.exec(path) ?? []
  if (address === undefined) return null
  if (id && (room === 'cases' || version !== null)) return z.uuid().safeParse(id).success ? id : null
  return rooms.includes(`/${room}`) && !path.endsWith('/new') ? 'all' : null
}

const HEADERS = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'private, no-store, no-transform',
  'X-Accel-Buffering': 'no',
}

const no = (status: number, more: Record<string, string> = {}) =>
  new Response(null, { status, headers: { 'Cache-Control': 'private, no-store', ...more } })

type Page = Omit<Watcher, 'tell'> & { readonly again: number }

/** The stream of one page: until the page leaves, the access ends, or this process stops. */
function lineTo(page: Page, signal: AbortSignal): ReadableStream<Uint8Array> {
  const text = new TextEncoder()
  let [close, gone] = [() => {}, false]
  const away = () => {
    gone = true
    close()
  }
  return new ReadableStream({
    async start(controller) {
      let leave: (() => void) | undefined
      const say = (words: string) => open.has(close) && controller.enqueue(text.encode(words))
      const beat = setInterval(say, BEAT, ': \n\n')
      close = () => {
        if (!open.delete(close)) return
        clearInterval(beat)
        leave?.()
        if (!gone) controller.close()
      }
      open.set(close, page.session)
      signal.addEventListener('abort', away)
      say(`retry: ${page.again}\n\n`)
      const tell = (said: Said) => {
        say(`data: ${said}\n\n`)
        if (said === 'ended' || said === 'over') close()
      }
      leave = await watching()
        .add({ ...page, tell })
        .catch(() => close)
      if (!open.has(close)) leave()
    },
    cancel: away,
  })
}

const ofSession = (session: string) => [...open.values()].filter((one) => one === session).length

/** Why nobody listens with this session: there is none, or it rested too long (401), or somebody ended it (410). */
async function out(): Promise<Response> {
  const ended = await wasEnded()
  return no(ended ? 410 : 401)
}

/** Answers an open page that wants to hear of changes; whoever is not signed in, or asks from elsewhere, hears nothing. */
export async function liveStream(request: Request): Promise<Response> {
  if (!request.headers.get('accept')?.includes('text/event-stream')) return no(406)
  if (!isAskedByUs(request.headers)) return no(403)
  const who = await whoRests()
  if (!who) return out()
  const { actor, session } = who
  const full = stopping || open.size >= MOST
  if (full || ofSession(session) >= MOST_OF_ONE) {
    log('warn', { event: 'streamsFull', count: open.size })
    return no(full ? 503 : 429, { 'Retry-After': '30' })
  }
  const { searchParams } = new URL(request.url)
  const { path, version } = asked.parse(Object.fromEntries(searchParams))
  const { accountId, membershipId, covenantId } = actor
  const again = listensAgain(path, Math.random())
  const page = { session, accountId, membershipId, covenantId, of: watchedAt(path, version), version, again }
  return new Response(lineTo(page, request.signal), { headers: HEADERS })
}

/** Says without a stream why one was refused: the browser's own way to listen keeps that to itself. */
export async function liveStanding(request: Request): Promise<Response> {
  if (!isAskedByUs(request.headers)) return no(403)
  return (await whoRests()) ? no(204) : out()
}
