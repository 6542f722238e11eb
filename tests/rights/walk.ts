// The walk itself: asks every visit, searches every byte, counts.
import { randomUUID } from 'node:crypto'
import { differsFromNothing, leaks, misses } from './judge'
import { allows } from './may-have'
import { POSTED } from './routes'
import { CHANNELS, type Visit } from './visits'
import type { Answer, Asked, Website } from './website'
import type { World } from './world'

export type Walked = {
  readonly requests: number
  readonly bytes: number
  readonly cells: number
  readonly found: number
  readonly statuses: Readonly<Record<number, number>>
  readonly deviations: readonly string[]
}

const ABREAST = 4

/** Next sends whoever asks for data without its mark to the same address with it. */
const marked = ({ status, headers: { location } }: Answer) =>
  status === 307 && typeof location === 'string' && location.includes('_rsc') ? location : null

/** What is asked, and asked again where Next wants its mark on it. */
export async function settled(site: Website, asked: Asked): Promise<Answer> {
  const answer = await site.ask(asked)
  const again = marked(answer)
  return again && again !== asked.path ? settled(site, { ...asked, path: again }) : answer
}

function ask(site: Website, visit: Visit, path = visit.path): Promise<Answer> {
  const post = POSTED.includes(visit.route)
  const language = visit.channel === 'english' ? '; language=en' : ''
  return settled(site, {
    path,
    method: post ? 'POST' : 'GET',
    headers: {
      ...CHANNELS[visit.channel],
      cookie: visit.who.cookie + language,
      ...(post && { origin: site.base, 'content-type': 'application/x-www-form-urlencoded' }),
    },
    ...(post && { body: '' }),
  })
}

/** What this person gets, in this way, of a subject that does not exist; asked once. */
function nothings(site: Website) {
  const known = new Map<string, Promise<Answer>>()
  return (visit: Visit) => {
    const path = visit.path.replace(/[0-9a-f-]{36}/, randomUUID())
    const key = [visit.who.name, visit.channel, visit.path.replace(/[0-9a-f-]{36}/, '')].join(' ')
    const answer = known.get(key) ?? ask(site, visit, path)
    known.set(key, answer)
    return answer
  }
}

/** Without a worker nobody delivers, and that address says so by this status. */
const broken = ({ route }: Visit, status: number) =>
  status >= 500 && !(route === '/api/health/notices' && status === 503)

/** What is there for whoever reads the subject; a timeline helps nobody in an emergency, and is not there then. */
const SHOWN = /\[id\](\/file|\/timeline)?$/
const IN_AN_EMERGENCY = /\[id\](\/file)?$/

/** A page that this person may open: pages that are not their role's are not there for them either. */
const opens = (w: World, { who, at, route }: Visit) =>
  !!at &&
  allows(w, who, at, 'read', 'spine') &&
  (at.setting === 'emergency' ? IN_AN_EMERGENCY : SHOWN).test(route)

async function judged(w: World, site: Website, visit: Visit, nothing: ReturnType<typeof nothings>) {
  const answer = await ask(site, visit)
  const deviations = leaks(w, visit, answer.body + JSON.stringify(answer.headers))
  if (broken(visit, answer.status)) deviations.push(`${visit.path} ${visit.who.name}: ${answer.status}`)
  if (visit.at && !allows(w, visit.who, visit.at, 'read', 'spine'))
    deviations.push(...differsFromNothing(visit, answer, await nothing(visit)))
  if (opens(w, visit)) {
    if (answer.status !== 200)
      deviations.push(
        `${visit.path} ${visit.who.name} (${visit.channel}): ${answer.status} ${answer.headers.location ?? ''}, not 200`,
      )
    deviations.push(...misses(w, visit, answer))
  }
  return { answer, deviations, found: w.aviary.in(answer.body).size }
}

/** A few at a time, each after another. */
export async function abreast<T>(all: readonly T[], work: (one: T) => Promise<void>) {
  const rest = [...all].reverse()
  const one = async () => {
    for (let next = rest.pop(); next; next = rest.pop()) await work(next)
  }
  await Promise.all(Array.from({ length: ABREAST }, one))
}

/** Asks all of these and says what was wrong. A cell: one person and one fact that an answer could have betrayed. */
export async function walk(w: World, site: Website, visits: readonly Visit[]): Promise<Walked> {
  const nothing = nothings(site)
  const deviations: string[] = []
  const statuses: Record<number, number> = {}
  let [requests, bytes, found] = [0, 0, 0]
  await abreast(visits, async (visit) => {
    const seen = await judged(w, site, visit, nothing)
    requests += 1
    bytes += seen.answer.body.length
    found += seen.found
    statuses[seen.answer.status] = (statuses[seen.answer.status] ?? 0) + 1
    deviations.push(...seen.deviations)
  })
  return { requests, bytes, cells: requests * w.aviary.size, found, statuses, deviations }
}
