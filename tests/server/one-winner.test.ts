import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/case/actor'
import {
  admit,
  type Cast,
  candidates,
  castOf,
  decision,
  enter,
  home,
  register,
  sitDown,
} from '../support/main-job'
import { attempt, type Region, region, take } from '../support/region'
import { see } from './sight'

const ROUNDS = Array.from({ length: 20 }, (_, round) => round)

let r: Region
let cast: Cast
let colleague: Actor
let neighbour: Actor
let kees: string
let noor: string
beforeAll(async () => {
  r = await region()
  cast = await castOf(r)
  colleague = await r.actor('officer', 'domesta', 'Tweede officer')
  neighbour = await r.actor('officer', 'lefier')
  kees = await register(r, cast, { givenName: 'Kees', familyName: 'Bos' })
  noor = await register(r, cast, { givenName: 'Noor', familyName: 'Vos' })
  await admit(r, cast, kees, noor)
})
afterAll(() => r.close())

type Outcome = Awaited<ReturnType<typeof attempt>>
const reasons = (outcomes: readonly Outcome[]) =>
  outcomes.flatMap((o) => ('refusal' in o ? [o.refusal.reason] : []))
const winners = (outcomes: readonly Outcome[]) =>
  outcomes.flatMap((o) => ('done' in o ? [o.done.subjectId] : []))

async function proposal(officer: Actor, dwelling: string, kase: string) {
  const found = await candidates(officer, dwelling)
  const candidate = found?.candidates.find((c) => c.caseId === kase)?.pseudonym
  return () => attempt(officer, 'propose', null, { dwelling, candidate, reason: null })
}

const live = async () => {
  const [row] = await r.kernel<{ n: number }>('SELECT count(*)::int AS n FROM offer_terms WHERE live')
  return row?.n
}

/** Both at the same moment; one offer comes of it, which its corporation then withdraws for the next round. */
async function race(
  first: () => Promise<Outcome>,
  second: () => Promise<Outcome>,
  by: (offer: string) => Promise<Actor>,
) {
  const outcomes = await Promise.all([first(), second()])
  const [offer = '', ...more] = winners(outcomes)
  expect([more, await live()]).toEqual([[], 1])
  const [reason = ''] = reasons(outcomes)
  await take(await by(offer), 'withdrawOffer', offer, { withdrawnWhy: 'ongeschikt', note: 'Volgende ronde' })
  return reason
}

const kind = ['justReserved', 'alreadyTaken', 'candidateGone', 'notAtThisStage']

describe('at the same moment, twenty times over', () => {
  it('two officers propose two clients for one dwelling: one offer, and a kind word for the other', async () => {
    const dwelling = await enter(r, cast, '20')
    for (const _ of ROUNDS) {
      const first = await proposal(cast.officer, dwelling, kees)
      const second = await proposal(colleague, dwelling, noor)
      expect(kind).toContain(await race(first, second, async () => cast.officer))
      expect((await see(cast.officer, dwelling, 'dwelling'))?.spine.stage).toBe('available')
    }
  })

  it('two corporations propose one client for two dwellings: one offer, and a kind word for the other', async () => {
    const ours = await enter(r, cast, '21')
    const theirs = await take(neighbour, 'enterDwelling', null, home(r, '22'))
    const owner = async (offer: string) =>
      (await see(cast.officer, offer, 'offer')) ? cast.officer : neighbour
    for (const _ of ROUNDS)
      expect(kind).toContain(
        await race(await proposal(cast.officer, ours, kees), await proposal(neighbour, theirs, kees), owner),
      )
  })

  it('one person sends one form twice: it is done once, and the second time says so', async () => {
    for (const round of ROUNDS) {
      const form = { version: (await see(cast.mentor, noor))?.spine.version ?? null, actionKey: randomUUID() }
      const send = () =>
        attempt(
          cast.mentor,
          'addNetwork',
          noor,
          { name: `Vriend ${round}`, relation: 'vriend', phone: null },
          form,
        )
      expect(reasons(await Promise.all([send(), send()]))).toEqual(['twiceSent'])
    }
    expect((await see(cast.mentor, noor))?.of.network).toHaveLength(ROUNDS.length)
  })

  it('two people write from the same screen: one is done, the other must look again', async () => {
    const other = await r.actor('mentor', 'cosis', 'Tweede mentor')
    for (const _ of ROUNDS) {
      const version = (await see(cast.mentor, noor))?.spine.version ?? null
      const write = (who: Actor) =>
        attempt(who, 'recordCriminal', noor, { note: who.name }, { version, actionKey: randomUUID() })
      expect(reasons(await Promise.all([write(cast.mentor), write(other)]))).toEqual(['changedMeanwhile'])
    }
  })

  it('chair and secretary adopt the same list: the decision is carried out once', async () => {
    for (const _ of ROUNDS.slice(0, 5)) {
      const kase = await register(r, cast)
      const tafel = await sitDown(cast, kase)
      await take(cast.chair, 'proposeDecision', kase, decision(r))
      const outcomes = await Promise.all([
        attempt(cast.chair, 'adoptList', tafel),
        attempt(cast.secretary, 'adoptList', tafel),
      ])
      if (reasons(outcomes).length) expect(reasons(outcomes)).toEqual(['changedMeanwhile'])
      for (const who of [cast.chair, cast.secretary]) await attempt(who, 'adoptList', tafel)
      const carried = await r.kernel(
        `SELECT 1 FROM journal WHERE subject_id = $1 AND step = 'carryOutDecision'`,
        [kase],
      )
      expect([(await see(cast.mentor, kase))?.spine.stage, carried.length]).toEqual(['matching', 1])
    }
  })
})

describe('the database, whoever writes to it', () => {
  it('holds one live offer for a dwelling, and one for a client', async () => {
    const [dwelling, client] = [randomUUID(), randomUUID()]
    const offer = async (on: string, to: string) => {
      const at = `SELECT subject_id FROM offer_terms ORDER BY subject_id OFFSET (SELECT count(*) FROM offer_terms WHERE live) LIMIT 1`
      await r.kernel(
        `UPDATE offer_terms SET live = true, dwelling = $1, "case" = $2 WHERE subject_id = (${at})`,
        [on, to],
      )
    }
    await offer(dwelling, client)
    await expect(offer(dwelling, randomUUID())).rejects.toThrow('one_live_offer_per_dwelling')
    await expect(offer(randomUUID(), client)).rejects.toThrow('one_live_offer_per_case')
  })
})
