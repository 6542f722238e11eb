// Server actions are addresses too: each of them, called by everybody with what is not theirs.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ACTIONS, actionsOf, calling, type Rumour } from './actions'
import { leaks } from './judge'
import { multipart } from './posts'
import { abreast } from './walk'
import { type Answer, type Website, website } from './website'
import { type Looker, type World, world } from './world'

let w: World
let site: Website
let about: Rumour

beforeAll(async () => {
  w = await world()
  site = await website(w.region.appUrl)
  const at = w.places.find(
    ({ kind, stage, setting, consent }) =>
      kind === 'case' && stage === 'tenancy' && setting === 'none' && consent === 'never',
  )
  if (!at) throw new Error('No hidden case')
  about = { w, at, number: w.aviary.of(at.id, 'spine').find((value) => value.startsWith('cnry')) ?? '' }
}, 120_000)
afterAll(async () => {
  await site?.close()
  await w?.close()
})

const nobody = (): Looker => ({
  ...(w.lookers.find(({ ended }) => ended) as Looker),
  name: 'nobody',
  cookie: '',
})

function sendersOf(ends: boolean): Looker[] {
  if (ends) return [nobody()]
  const colleagues = w.lookers.filter(({ name }) => name.endsWith(', ours'))
  const strangers = w.lookers.filter(({ name }) =>
    /^(mentor|privacyOfficer), a third organisation$/.test(name),
  )
  return [...colleagues, ...strangers, nobody()]
}

/** The answer without what was typed: that is known already to whoever typed it. */
const untyped = ({ body, headers }: Answer, typed: readonly string[]) =>
  typed
    .filter((value) => value.length > 8)
    .reduce((text, value) => text.replace(new RegExp(value, 'gi'), ''), body + JSON.stringify(headers))

const standing = () =>
  w.region.kernel(`SELECT (SELECT jsonb_agg(membership_id ORDER BY id_hash) FROM session) AS seats,
    (SELECT sum(version) FROM spine) AS versions, (SELECT count(*) FROM session) AS sessions`)

it('are all known to the walk', () => {
  expect([...actionsOf('.next').keys()].sort()).toEqual(Object.keys(ACTIONS).sort())
})

it('give nobody a seat, a session, a step or a word that is not theirs', async () => {
  const ids = actionsOf('.next')
  const before = await standing()
  const wrong: string[] = []
  const all = Object.entries(ACTIONS).flatMap(([name, called]) =>
    sendersOf(!!called.ends).map((who) => ({ name, called, who })),
  )
  let reached = 0
  await abreast(all, async ({ name, called, who }) => {
    const { headers, body } = multipart(calling(called, about))
    const answer = await site.ask({
      path: called.from,
      method: 'POST',
      headers: { ...headers, cookie: who.cookie, origin: site.base, 'next-action': ids.get(name) ?? '' },
      body,
    })
    if (answer.status >= 500) wrong.push(`${who.name} ${name}: ${answer.status}`)
    if (/\bthuistafel=ey/.test(String(answer.headers['set-cookie'])))
      wrong.push(`${who.name} ${name}: a session`)
    if (answer.status < 400) reached += 1
    const visit = { route: called.from, path: called.from, channel: name, who, kind: null, at: null }
    const typed = called.fields(about).map(([, value]) => value)
    wrong.push(...leaks(w, visit, untyped(answer, typed)))
  })
  console.info(`${all.length} calls of ${ids.size} actions`)
  expect(wrong).toEqual([])
  expect(reached).toBe(all.length)
  expect(await standing()).toEqual(before)
})
