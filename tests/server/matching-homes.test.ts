// What may be asked of a run, and what people answer to it: by each side's own rights.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/case/actor'
import type { Case } from '@/domain/case/case'
import { decidedIn } from '@/domain/matching/run/decided'
import { asActor } from '@/server/db/as-actor'
import { load } from '@/server/db/load'
import { answerProposal, answersGiven, proposedFor } from '@/server/matching/answer'
import { proposedNow } from '@/server/matching/draft'
import { homesFor, seeksHomes } from '@/server/matching/homes'
import { askRun, claimRun, computeRun } from '@/server/matching/run'
import { admit, type Cast, candidates, castOf, enter, register } from '../support/main-job'
import { type Region, region, TODAY, take } from '../support/region'

let r: Region
let cast: Cast
let clients: string[]
let homes: string[]

beforeAll(async () => {
  r = await region()
  cast = await castOf(r)
  clients = [await register(r, cast), await register(r, cast, { givenName: 'Piet', familyName: 'Bos' })]
  await admit(r, cast, ...clients)
  homes = [await enter(r, cast, '1'), await enter(r, cast, '2')]
})
afterAll(() => r.close())

async function ran(): Promise<string> {
  const id = (await asActor(cast.regisseur, askRun)) as string
  const claimed = await claimRun()
  expect(claimed && (await computeRun(claimed, TODAY))).toBe(true)
  return id
}
const kaseFor = (who: Actor, id: string) =>
  asActor(who, async (tx) => (await load(tx, who.role, 'case', id)) as Case | null)
const homesOf = (id: string, asked?: string) =>
  asActor(cast.regisseur, async (tx) => {
    const kase = (await load(tx, 'regisseur', 'case', id)) as unknown as Case
    return homesFor(tx, { actor: cast.regisseur, kase, day: TODAY, asked })
  })
const say = (
  who: Actor,
  run: string,
  subject: string,
  answer: 'accepted' | 'skipped' | 'deviated' = 'accepted',
) =>
  asActor(who, (tx) =>
    answerProposal(tx, {
      run,
      subject,
      answer,
      reason: answer === 'deviated' ? 'knowsMore' : answer === 'skipped' ? 'talkFirst' : null,
      seconds: 12,
    }),
  )
const answers = (who: Actor) => asActor(who, answersGiven)

describe('the homes of a client', () => {
  it('say which is proposed, why, and what fits too with what it would cost the others', async () => {
    await ran()
    const found = await homesOf(clients[0] as string)
    expect(homes).toContain(found.proposed?.id)
    expect(found.proposed?.why).toMatchObject({ loss: 0, scarcity: null })
    expect(found.proposed?.why?.urgency).toBeGreaterThanOrEqual(2000)
    expect(found.fitting.map(({ id }) => id)).toEqual(homes.filter((id) => id !== found.proposed?.id))
  })

  it('name every rule with the values that were compared, what is left, and the norm behind it', async () => {
    const found = await homesOf(clients[0] as string)
    const rule = (name: string) => found.proposed?.rules.find((one) => one.rule === name)
    expect(rule('passendToewijzen')).toMatchObject({
      compared: { rent: 61_250 },
      norm: { kind: 'aftoppingsgrens_laag' },
    })
    expect(rule('occupancy')).toMatchObject({ verdict: 'pass', compared: { rooms: 2 } })
    expect(rule('location')).not.toHaveProperty('compared')
  })

  it('say of a home that nearly fits which one thing is against it, and whether a change there would have given a home', async () => {
    const seeker = clients[1] as string
    await r.kernel('UPDATE dwelling_facts SET municipality = $1', [r.organisations.coevorden])
    await ran()
    const found = await homesOf(seeker)
    expect(found.proposed).toBeNull()
    expect(found.near.map(({ result, step }) => [result.rule, step])).toContainEqual(['municipality', 'yes'])
    await r.kernel('UPDATE dwelling_facts SET municipality = $1', [r.organisations.emmen])
  })

  it('answer why not that home within 300 ms', async () => {
    await ran()
    await homesOf(clients[0] as string)
    const began = performance.now()
    const found = await homesOf(clients[0] as string, homes[1])
    expect(found.asked?.rules.length).toBeGreaterThan(10)
    expect(performance.now() - began).toBeLessThan(300)
  })

  it('are for who follows the client at the gemeente, and for no other party', async () => {
    const id = clients[0] as string
    const may = async (who: Actor) => {
      const kase = await kaseFor(who, id)
      return !!kase && seeksHomes(who, kase)
    }
    expect(await may(cast.regisseur)).toBe(true)
    expect(await may(await r.actor('coordinator', 'emmen'))).toBe(true)
    for (const who of [cast.mentor, cast.officer, cast.chair, await r.actor('regisseur', 'coevorden')])
      expect(await may(who)).toBe(false)
  })
})

describe('what changed since the last run', () => {
  it('is on the screen of the officer within a second of being saved: a dwelling, and a client who goes', async () => {
    await ran()
    const grown = (adults: number) =>
      r.kernel(
        'UPDATE case_household SET adults = $2 WHERE household_id = (SELECT household_id FROM spine WHERE id = $1)',
        [clients[0], adults],
      )
    const now = (dwelling: string) =>
      asActor(cast.officer, (tx) => proposedNow(tx, cast.officer, { dwelling, day: TODAY }))
    const began = performance.now()
    const third = await enter(r, cast, '3')
    const given = await Promise.all([...homes, third].map(now))
    const took = performance.now() - began
    expect(given.filter((one) => one !== null)).toHaveLength(2)
    const again = performance.now()
    await grown(6)
    expect((await Promise.all([...homes, third].map(now))).filter((one) => one !== null)).toHaveLength(1)
    console.log(
      `saved and shown: a dwelling in ${Math.round(took)} ms, a client in ${Math.round(performance.now() - again)} ms`,
    )
    await grown(1)
    await take(cast.officer, 'withdrawDwelling', third)
    expect(took).toBeLessThan(1000)
  })
})

describe('people decide', () => {
  it('each role answers once, for its own side, and to the last run alone', async () => {
    const old = await ran()
    const run = await ran()
    const id = clients[0] as string
    expect(await say(cast.regisseur, old, id)).toBe(false)
    expect(await say(cast.mentor, run, id)).toBe(false)
    expect(await say(await r.actor('regisseur', 'coevorden'), run, id)).toBe(false)
    const unexplained = { run, subject: id, answer: 'skipped', reason: null, seconds: 40 } as const
    expect(await asActor(cast.regisseur, (tx) => answerProposal(tx, unexplained))).toBe(false)
    expect(await say(cast.regisseur, run, id)).toBe(true)
    expect(await say(cast.regisseur, run, id, 'skipped')).toBe(false)
    expect(await say(await r.actor('officer', 'lefier'), run, homes[0] as string)).toBe(false)
    expect(await say(cast.officer, run, homes[0] as string, 'deviated')).toBe(true)
  })

  it('what somebody agreed to stays in the next run; what somebody decided against has nothing ahead', async () => {
    const run = await ran()
    const id = clients[0] as string
    const before = await homesOf(id)
    await say(cast.regisseur, run, id)
    await ran()
    const [kept] = await r.kernel<{ kind: string; dwelling_id: string }>(
      `SELECT p.kind, p.dwelling_id FROM matching_proposal p JOIN matching_run r ON r.id = p.run_id WHERE p.case_id = $1 ORDER BY r.ended_at DESC LIMIT 1`,
      [id],
    )
    expect(kept).toEqual({ kind: 'agreed', dwelling_id: before.proposed?.id })
  })

  it('the officer sees whom the run proposes by the pseudonym of the candidates, and that the gemeente agrees', async () => {
    const run = await ran()
    const dwelling = (await homesOf(clients[0] as string)).proposed?.id as string
    await say(cast.regisseur, run, clients[0] as string)
    const proposed = await asActor(cast.officer, (tx) => proposedFor(tx, cast.officer, dwelling))
    const found = await candidates(cast.officer, dwelling)
    const same = found?.candidates.find(({ caseId }) => caseId === clients[0])
    expect(proposed).toMatchObject({ pseudonym: same?.pseudonym, gemeenteAgreed: true, answered: null })
    expect(JSON.stringify(proposed)).not.toContain(clients[0])
  })

  it('are counted: how often otherwise, how long they looked, and a warning where all is agreed to unread', async () => {
    expect((await answers(cast.regisseur)).length).toBeGreaterThan(0)
    expect(await answers(cast.officer)).toEqual([])
    const fast = { answer: 'accepted', seconds: 2 } as const
    expect(decidedIn(Array(12).fill(fast))).toMatchObject({ unread: true, deviated: 0, seconds: 2 })
    expect(decidedIn([...Array(12).fill(fast), { answer: 'deviated', seconds: 2 }])).toMatchObject({
      unread: false,
    })
    expect(decidedIn(Array(12).fill({ ...fast, seconds: 40 }))).toMatchObject({ unread: false })
  })
})
