// What is asked of the website, by whom: all of it, or so much that every two of its properties meet.
import { createHash } from 'node:crypto'
import type { SubjectKind } from '@/domain/kernel/subject'
import type { Placed } from '../policy/standings'
import { PLACES } from './routes'
import type { Headers } from './website'
import type { Looker, World } from './world'

/** The ways in which one page can be asked: as HTML, as the data behind it, and as what a router fetches beforehand. */
export const CHANNELS: Readonly<Record<string, Headers>> = {
  html: {},
  data: { RSC: '1' },
  prefetch: { RSC: '1', 'Next-Router-Prefetch': '1' },
  tree: { RSC: '1', 'Next-Router-Prefetch': '1', 'Next-Router-Segment-Prefetch': '/_tree' },
  english: { 'accept-language': 'en' },
}

export type Visit = {
  readonly route: string
  readonly path: string
  readonly channel: string
  readonly who: Looker
  readonly kind: SubjectKind | null
  /** Whose page it is; null for a list. */
  readonly at: Placed | null
}

type Address = Pick<Visit, 'route' | 'path' | 'kind' | 'at'>

function addresses(w: World): Address[] {
  return Object.entries(PLACES).flatMap(([route, place]): Address[] =>
    'list' in place
      ? place.list(w.places).map((path) => ({ route, path, kind: null, at: null }))
      : w.places
          .filter((at) => at.kind === place.kind)
          .flatMap((at) => place.at(at.id, w).map((path) => ({ route, path, kind: place.kind, at }))),
  )
}

const hash = (text: string) => createHash('sha256').update(text).digest('hex')

/** Forms of steps and what a consent opens are asked by the people of our own organisation; each form in one channel. */
function channelsFor({ route, path, at }: Address, who: Looker): string[] {
  const all = Object.keys(CHANNELS)
  const [one = 'html'] = all.slice(Number.parseInt(hash(path + who.name).slice(0, 6), 16) % all.length)
  const ours = who.name.endsWith(', ours')
  if (!at) return ours ? all : [one]
  if (at.consent !== 'never' && at.shield === 'none')
    return ours && route === '/cases/[id]/file' ? ['html'] : []
  if (route.includes('[step]')) return ours ? [one] : []
  return ours ? ['html', 'data', one] : [one]
}

/** Every visit there is. */
export const everyVisit = (w: World): Visit[] =>
  addresses(w).flatMap((address) =>
    w.lookers.flatMap((who) =>
      [...new Set(channelsFor(address, who))].map((channel) => ({ ...address, channel, who })),
    ),
  )

/** What meets in a visit, two by two. */
function pairsOf({ route, path, channel, who, at }: Visit): string[] {
  const seat = who.name.slice(who.name.indexOf(','))
  const pairs = [`${route} ${channel}`, `${route} ${who.role}`, `${route} ${seat}`, `${who.role} ${channel}`]
  if (!at) return [...pairs, `${path} ${who.role === 'mentor'}`]
  return [
    ...pairs,
    `${at.kind} ${at.stage} ${who.role}`,
    `${at.setting} ${who.role}`,
    `${at.kind} ${at.setting}`,
    `${route} ${at.setting} ${seat}`,
    `${at.consent} ${who.role}`,
    `${at.shield} ${who.role}`,
    `${route} ${at.shield}`,
    ...(route.endsWith('[step]') ? [path.replace(/.*\//, '')] : []),
  ]
}

/** So many new pairs must a visit have to be chosen, in one round after another. */
const FRESH = [8, 6, 4, 3, 2, 1]

/** So few visits that every pair is met at least once; the same ones on every run. */
export function pairwise(visits: readonly Visit[]): Visit[] {
  const order = visits
    .map((visit) => ({
      visit,
      pairs: pairsOf(visit),
      key: hash(`${visit.route} ${visit.channel} ${visit.who.name} ${orderOf(visit)}`),
    }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
  const met = new Set<string>()
  // Those that bring most pairs together come first: so there are fewer of them.
  return FRESH.flatMap((least) =>
    order.flatMap(({ visit, pairs }) => {
      const fresh = pairs.filter((pair) => !met.has(pair))
      if (fresh.length < least) return []
      for (const pair of fresh) met.add(pair)
      return [visit]
    }),
  )
}

/** Ids are new on every run: what stays the same is where a subject stands. */
const orderOf = ({ at, path }: Visit) =>
  at
    ? [at.kind, at.stage, at.setting, at.consent, at.shield, path.split('/').slice(3).join('/')].join(' ')
    : path

/** Everyone at the one page of every subject that says most of it, and the pairs of all the rest. */
export function everyCell(visits: readonly Visit[]): Visit[] {
  const pages = ['/cases/[id]/file', '/dwellings/[id]', '/offers/[id]', '/tafels/[id]', '/organisation/[id]']
  const met = new Set<string>()
  const cells = visits.filter(({ route, who, at }) => {
    const key = `${who.name} ${at?.id}`
    const fresh = at !== null && pages.includes(route) && !met.has(key)
    if (fresh) met.add(key)
    return fresh
  })
  return [...new Set([...pairwise(visits), ...cells])]
}
