import 'server-only'
// Who has a page open, and what of it changed: each is told only what they may see, under their own rights.
import { z } from 'zod'
import { asNobody } from '../db/as-actor'
import { listenTo } from '../db/listen'
import { visible } from './sight'

/**
 * What an open page is told: to look again; that something may have been missed, after which it asks first whether anybody
 * answers; that its subject is no longer there for this person; that somebody ended their access; or that the session rested
 * too long, or acts in another membership now.
 */
export type Said = 'changed' | 'missed' | 'gone' | 'ended' | 'over'

/** An open page, and who looks at it. */
export type Watcher = {
  readonly session: string
  readonly accountId: string
  readonly membershipId: string
  readonly covenantId: string
  /** One subject, all that this person may see, or nothing: then only the end of the access counts. */
  readonly of: string | 'all' | null
  /** The version of the subject that the page shows, when it says so. */
  readonly version: number | null
  readonly tell: (said: Said) => void
}

/** `known` is the version that was told last; null when the subject is not there for this person. */
type State = { readonly news: Set<string>; known: number | null; asked: number; timer?: NodeJS.Timeout }
type News = { readonly subject: string; readonly covenant: string }

/** In milliseconds: how often sessions and subjects are asked after, how far news to one page lies apart, and how long it is remembered. */
export const POLL = 3_000
export const APART = 500
const REMEMBERED = 10_000

const sayings = z.union([
  z.object({ subject: z.uuid(), covenant: z.uuid() }),
  z.object({ account: z.uuid() }),
])

type Session = { hash: string; membership: string | null; ended: boolean }
const howAre = (hashes: readonly string[]) =>
  asNobody(
    (tx) => tx.$queryRaw<Session[]>`
    SELECT s.hash, s.membership_id::text AS membership, s.ended FROM app.sessions_at_rest(${hashes}::text[]) s`,
  )

const concerns = ({ of, covenantId }: Watcher, { subject, covenant }: News) =>
  covenant === covenantId && (of === 'all' || of === subject)

/** The open pages of one process, and the one connection by which it hears. */
export class Watch {
  readonly #pages = new Map<Watcher, State>()
  readonly #recent: (News & { readonly at: number })[] = []
  readonly #ear: ReturnType<typeof listenTo>
  readonly #poll: NodeJS.Timeout

  constructor(url: string) {
    this.#ear = listenTo(url, { heard: (said) => this.#hear(said), open: () => this.#missed() })
    this.#poll = setInterval(() => this.#lookUp([...this.#pages.keys()]), POLL).unref()
  }

  get size() {
    return this.#pages.size
  }

  /** Tells this page from here on; returns what ends that. */
  async add(watcher: Watcher): Promise<() => void> {
    await this.#ear.ready
    const state: State = { news: new Set(), known: watcher.version, asked: 0 }
    this.#pages.set(watcher, state)
    const { of, version } = watcher
    // What was said between the making of the page and now, nobody told it.
    const since = performance.now() - REMEMBERED
    for (const news of this.#recent)
      if (of === 'all' && news.at >= since && concerns(watcher, news)) this.#plan(watcher, news.subject)
    if (of && of !== 'all' && version === null)
      state.known = (await visible(watcher.membershipId, [of]))[0] ?? null
    else if (of && of !== 'all') this.#plan(watcher, of)
    return () => {
      clearTimeout(state.timer)
      this.#pages.delete(watcher)
    }
  }

  async close() {
    clearInterval(this.#poll)
    await this.#ear.close()
  }

  #hear(said: string) {
    const { data } = sayings.safeParse(JSON.parse(said))
    if (!data) return
    const pages = [...this.#pages.keys()]
    if ('account' in data) return void this.#check(pages.filter((page) => page.accountId === data.account))
    const at = performance.now()
    this.#recent.push({ ...data, at })
    while (this.#recent[0] && this.#recent[0].at < at - REMEMBERED) this.#recent.shift()
    for (const page of pages) if (concerns(page, data)) this.#plan(page, data.subject)
  }

  /** What was said while nobody listened is lost: a page of one subject asks after it, a list looks again. */
  #missed() {
    for (const page of this.#pages.keys()) if (page.of === 'all') page.tell('missed')
    this.#lookUp([...this.#pages.keys()])
  }

  /** What nobody says: that a time is over, of a session or of a right to one subject. */
  #lookUp(pages: readonly Watcher[]) {
    for (const page of pages) if (page.of && page.of !== 'all') this.#plan(page, page.of)
    void this.#check(pages)
  }

  #plan(page: Watcher, ...subjects: readonly string[]) {
    const state = this.#pages.get(page)
    for (const subject of subjects) state?.news.add(subject)
    if (!state?.news.size || state.timer) return
    const wait = Math.max(0, state.asked + APART - performance.now())
    state.timer = setTimeout(() => this.#ask(page, state), wait)
  }

  /** Whether this person may see what changed, or could until now: then the page looks again. */
  async #ask(page: Watcher, state: State) {
    const subjects = [...state.news]
    state.news.clear()
    state.asked = performance.now()
    const seen = await visible(page.membershipId, subjects).catch(() => null)
    delete state.timer
    if (!seen) return this.#plan(page, ...subjects)
    const version = seen[0] ?? null
    const fresh = page.of === 'all' ? seen.length > 0 : version !== state.known
    state.known = version
    if (fresh) page.tell(seen.length > 0 ? 'changed' : 'gone')
    this.#plan(page)
  }

  /** Away is not over: when the database does not answer, it is asked again. */
  async #check(pages: readonly Watcher[]) {
    if (pages.length === 0) return
    const found = await howAre([...new Set(pages.map(({ session }) => session))]).catch(() => null)
    if (!found) return
    const by = new Map(found.map((session) => [session.hash, session]))
    for (const page of pages) {
      const session = by.get(page.session)
      if (session?.membership === page.membershipId) continue
      page.tell(session && !session.ended ? 'over' : 'ended')
    }
  }
}
