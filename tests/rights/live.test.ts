// The streams of open pages: everybody listens while something changes, and hears no more than they may see.
import { expect, it } from 'vitest'
import { paths } from '@/paths'
import type { Placed } from '../policy/standings'
import { allows } from './may-have'
import { openBefore, site, w } from './opened'
import { besides, listen, type Stream } from './streams'
import { abreast } from './walk'
import { website } from './website'
import type { Looker } from './world'

openBefore()

/** In the default run one of so many subjects changes. */
const ONE_OF = process.env.RIGHTS ? 1 : 23
/** Longer than news to one page lies apart. */
const APART = 700

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))
/** A busy machine is late; whoever hears nothing at all is still found. */
async function until(done: () => boolean) {
  for (let i = 0; i < 50 && !done(); i++) await pause(100)
}
const looker = (name: string) => w.lookers.find((one) => one.name === name) as Looker
const ourCase = () =>
  w.places.find((at) => at.kind === 'case' && at.setting === 'ours' && at.stage === 'aftercare') as Placed

/** What every step does last, on this subject. */
const step = ({ id }: Placed) => w.region.kernel('UPDATE spine SET version = version + 1 WHERE id = $1', [id])

type Listening = { readonly who: Looker; readonly stream: Stream }

async function everybody(page: (who: Looker) => string): Promise<Listening[]> {
  const all: Listening[] = []
  await abreast(
    w.lookers,
    async (who) => void all.push({ who, stream: await listen(site, who.cookie, page(who)) }),
  )
  return all
}

const sentence = ({ who, stream }: Listening, at: Placed, heard: number, sees: boolean) =>
  `${who.name} ${sees ? 'sees' : 'does not see'} a ${at.kind} (${at.stage}, ${at.setting}, ${at.shield}): told ${heard} times, ${stream.status}`

it('tell everybody of each change that they may see, and of no other, without a word about it', {
  timeout: 3_600_000,
}, async () => {
  const changing = w.places.filter(({ stage }, n) => stage !== 'new' && n % ONE_OF === 0)
  expect(changing.length).toBeGreaterThan(8)
  const lists = await everybody(() => '/cases')
  const wrong: string[] = []
  let cells = 0
  for (const at of changing) {
    const before = lists.map(({ stream }) => stream.told().length)
    // A page of another kind is about all that its reader may see: the same as a list.
    const shown = (who: Looker) => (allows(w, who, at, 'read', 'spine') ? '&version=0' : '')
    // A page of a case says which version it shows; where there is no page, a browser has none to say.
    const pages =
      at.kind === 'case' ? await everybody((who) => paths.subject('case', at.id) + shown(who)) : []
    await step(at)
    const heard = () => [
      ...lists.map((one, n) => ({ one, times: one.stream.told().length - (before[n] ?? 0) })),
      ...pages.map((one) => ({ one, times: one.stream.told().length })),
    ]
    const sees = ({ who }: Listening) => allows(w, who, at, 'read', 'spine')
    await until(() => heard().every(({ one, times }) => times > 0 || !sees(one)))
    await pause(APART)
    for (const { one, times } of heard())
      if (times !== (sees(one) ? 1 : 0)) wrong.push(sentence(one, at, times, sees(one)))
    cells += lists.length + pages.length
    for (const { stream } of pages) {
      expect(besides(stream.text())).toBe('')
      stream.close()
    }
  }
  console.info(
    `${cells} cells: ${lists.length} people, ${changing.length} changes, in a list and on its page`,
  )
  expect(wrong.slice(0, 20)).toEqual([])
  const told = lists.map(({ who, stream }) => [who.ended ? 410 : 200, stream.status])
  expect(told.filter(([expected, found]) => expected !== found)).toEqual([])
  expect(lists.map(({ stream }) => besides(stream.text())).filter(Boolean)).toEqual([])
  expect(lists.filter(({ stream }) => stream.told().length > 0).length).toBeGreaterThan(10)
  for (const { stream } of lists) stream.close()
})

it('are for a page of ours, of somebody who is signed in, who asks for a stream', async () => {
  const { cookie } = looker('mentor, ours')
  const from = async (more: Record<string, string>, who = cookie) => {
    const stream = await listen(site, who, '/cases', more)
    stream.close()
    return [stream.status, stream.text() === '' || stream.status === 200]
  }
  expect(await from({})).toEqual([200, true])
  expect(await from({ 'sec-fetch-site': 'same-origin', origin: site.base })).toEqual([200, true])
  for (const site of ['cross-site', 'same-site', 'none'])
    expect([site, ...(await from({ 'sec-fetch-site': site }))]).toEqual([site, 403, true])
  expect(await from({ origin: 'https://elders.example' })).toEqual([403, true])
  expect(await from({ accept: '*/*' })).toEqual([406, true])
  expect(await from({}, '')).toEqual([401, true])
  expect(await from({}, looker('mentor, has left').cookie)).toEqual([410, true])
})

it('say without a stream whether one may listen, and why not', async () => {
  const asks = async (cookie: string, headers = {}) =>
    (await site.ask({ path: '/live', method: 'HEAD', headers: { cookie, ...headers } })).status
  const { cookie } = looker('mentor, ours')
  expect([await asks(cookie), await asks(''), await asks(looker('mentor, has left').cookie)]).toEqual([
    204, 401, 410,
  ])
  expect(await asks(cookie, { 'sec-fetch-site': 'cross-site' })).toBe(403)
})

it('are kept by nobody on the way, and are not held up', async () => {
  const stream = await listen(site, looker('mentor, ours').cookie, '/cases', {
    'accept-encoding': 'gzip, br',
  })
  expect(stream.headers['content-type']).toBe('text/event-stream; charset=utf-8')
  expect(stream.headers['cache-control']).toContain('no-store')
  expect(stream.headers['x-accel-buffering']).toBe('no')
  expect(stream.headers['content-encoding']).toBeUndefined()
  stream.close()
})

it('are five at most for one session: one more is told to come back later, and its pages go on', async () => {
  const { cookie } = looker('secretary, ours')
  const five = await Promise.all(Array.from({ length: 5 }, () => listen(site, cookie, paths.report)))
  expect(five.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
  const sixth = await listen(site, cookie, paths.report)
  expect([sixth.status, sixth.headers['retry-after']]).toEqual([429, '30'])
  expect((await site.ask({ path: '/report', headers: { cookie } })).status).toBe(200)
  five[0]?.close()
  await pause(200)
  const again = await listen(site, cookie, paths.report)
  expect(again.status).toBe(200)
  for (const stream of [...five, again]) stream.close()
})

it('end when the access of their reader ends, within five seconds', async () => {
  const stream = await listen(site, looker('chair, ours').cookie, paths.subject('case', ourCase().id))
  const from = performance.now()
  await w.region.kernel(
    `UPDATE membership SET ended_at = now() WHERE role = 'chair' AND organisation_id = $1 AND covenant_id = $2 AND ended_at IS NULL`,
    [w.ground.mine, w.ground.here],
  )
  await stream.ended
  expect(stream.told()).toEqual(['ended'])
  expect(performance.now() - from).toBeLessThan(5_000)
})

it('end when their website stops, which does not wait for them', async () => {
  const other = await website(w.region.appUrl)
  const streams = await Promise.all([1, 2].map(() => listen(other, looker('mentor, ours').cookie, '/cases')))
  const from = performance.now()
  await other.close()
  await Promise.all(streams.map(({ ended }) => ended))
  expect(performance.now() - from).toBeLessThan(5_000)
})
