// An open page, as the server knows it: somebody's session, what it watches, and everything it was told.
import { randomBytes } from 'node:crypto'
import type { Actor } from '@/domain/case/actor'
import { asNobody } from '@/server/db/as-actor'
import { hashOf } from '@/server/hash'
import type { Said, Watch, Watcher } from '@/server/live/watch'

/** This session acts in this membership from now on. */
export const sessionOn = (key: string, membershipId: string) =>
  asNobody((tx) => tx.$queryRaw`SELECT app.choose_membership(${key}, ${membershipId}::uuid)`)

/** Opens a session of this person, as signing in does; its key. */
async function sessionFor({ accountId, membershipId }: Actor): Promise<string> {
  const key = hashOf(randomBytes(32).toString('base64url'))
  await asNobody((tx) => tx.$queryRaw`SELECT app.open_session(${key}, ${accountId}::uuid)::text`)
  await sessionOn(key, membershipId)
  return key
}

type Shows = Partial<Pick<Watcher, 'of' | 'version' | 'session'>>

export type OpenPage = {
  readonly session: string
  readonly said: Said[]
  /** The milliseconds until it is told this, from now; throws when it takes longer than `most`. */
  readonly hears: (word: Said, most?: number) => Promise<number>
  readonly close: () => void
}

/** Somebody opens a page: of one subject, of all they may see, or one that only waits for the end of the session. */
export async function openPage(watch: Watch, who: Actor, shows: Shows = {}): Promise<OpenPage> {
  const session = shows.session ?? (await sessionFor(who))
  const said: Said[] = []
  const waiting = new Set<() => void>()
  const tell = (word: Said) => {
    said.push(word)
    for (const ready of waiting) ready()
  }
  const { accountId, membershipId, covenantId } = who
  const page = {
    of: 'all',
    version: null,
    age: 0,
    ...shows,
    session,
    accountId,
    membershipId,
    covenantId,
    tell,
  }
  const close = await watch.add(page)
  const hears = (word: Said, most = 5_000) =>
    new Promise<number>((ok, no) => {
      const [from, heard] = [performance.now(), said.length]
      const late = setTimeout(() => no(new Error(`Not told ${word} in ${most} ms, but ${said}`)), most)
      const ready = () => {
        if (!said.slice(heard).includes(word)) return
        clearTimeout(late)
        waiting.delete(ready)
        ok(performance.now() - from)
      }
      waiting.add(ready)
    })
  return { session, said, hears, close }
}
