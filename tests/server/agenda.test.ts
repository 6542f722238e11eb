// An agenda on real rows: what is proposed to whom, taken in one go by the same step as alone, and put in order.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/case/actor'
import { addDays } from '@/domain/kernel/days'
import { proposeAgenda } from '@/domain/tafel/proposal'
import { agendaOf, type Tafel } from '@/domain/tafel/session'
import { takeOnEach } from '@/features/step/together-each'
import { waitingForTafel } from '@/features/tafel/ready'
import { asActor } from '@/server/db/as-actor'
import { load } from '@/server/db/load'
import { type Cast, castOf, register } from '../support/main-job'
import { manyLike } from '../support/many-like'
import { attempt, type Region, region, TODAY, take } from '../support/region'

const session = {
  on: addDays(TODAY, 7),
  at: '10:00',
  place: 'Gemeentehuis Emmen',
  minutes: 60,
  note: null,
}

let r: Region
let cast: Cast
let both: Actor
let coevorden: Actor
let tafel: string
let ready: string[]
let unchecked: string
beforeAll(async () => {
  r = await region()
  cast = await castOf(r)
  // One person who leads the table, and works for a client as regisseur.
  both = await r.actor('regisseur', 'emmen', 'Iemand met twee petten')
  await r.actor('chair', 'emmen', 'Iemand met twee petten')
  coevorden = await r.actor('regisseur', 'coevorden')
  tafel = await take(cast.secretary, 'planTafel', null, session)
  ready = []
  for (const [n, familyName] of ['Eerst', 'Dan', 'Elders'].entries()) {
    const gemeente = familyName === 'Elders' ? 'coevorden' : 'emmen'
    const id = await register(r, cast, { givenName: 'Jo', familyName }, gemeente)
    const own = gemeente === 'emmen' ? cast.regisseur : coevorden
    await take(n === 1 ? both : own, 'acceptIntake', id)
    ready.push(id)
  }
  unchecked = await register(r, cast, { givenName: 'Jo', familyName: 'Later' })
})
afterAll(() => r.close())

const waiting = (who: Actor) => asActor(who, (tx) => waitingForTafel(tx, who, tafel))
const readyFor = async (who: Actor) => (await waiting(who))?.ready.map(({ id }) => id)
const agenda = async (who: Actor) => {
  const found = await asActor(who, (tx) => load(tx, who.role, 'tafel', tafel))
  return agendaOf(found as unknown as Tafel)
}
const involved = (who: Actor) =>
  asActor(
    who,
    (tx) => tx.$queryRaw<{ case: string; name: string }[]>`
      SELECT i."case"::text, i.name FROM app.involved_at_tafel(${ready}::uuid[]) i`,
  )

describe('the cases that wait for a tafel', () => {
  it('are those of the own gemeente for a regisseur, and all of them for the table', async () => {
    expect(await readyFor(coevorden)).toEqual(ready.slice(2))
    // By its mandate Emmen acts for Coevorden too.
    expect(await readyFor(cast.regisseur)).toEqual(ready)
    expect(await readyFor(cast.secretary)).toEqual(ready)
    expect(await readyFor(cast.chair)).toEqual(ready)
  })

  it('are nobody’s to put on it who puts nothing on a tafel', async () => {
    for (const who of [cast.mentor, cast.officer, await r.actor('gemeenteLead', 'emmen')])
      expect(await waiting(who)).toBeNull()
  })

  it('and those that cannot yet are told with what they wait for, to whom may see them', async () => {
    expect((await waiting(cast.regisseur))?.notReady).toMatchObject([{ id: unchecked, waits: 'checkIntake' }])
    expect((await waiting(cast.secretary))?.notReady).toEqual([])
  })
})

describe('the proposal is taken', () => {
  it('in one go, by the step and the rights of each case', async () => {
    const on = ready.map((id) => ({ id, version: 0, key: randomUUID() }))
    const versions = await r.kernel<{ id: string; version: number }>(
      'SELECT id::text, version FROM spine WHERE id = ANY ($1)',
      [ready],
    )
    const now = on.map((one) => ({ ...one, version: versions.find((v) => v.id === one.id)?.version ?? 0 }))
    const work = (actor: Actor) => ({ actor, today: TODAY, requestId: null })
    const first = await takeOnEach(work(coevorden), 'putOnTafel', now, () => ({
      answers: { tafel: [tafel] },
    }))
    expect(first.fates.map(({ refusal }) => refusal?.reason ?? null)).toEqual(['notFound', 'notFound', null])
    const rest = now.slice(0, 2)
    const then = await takeOnEach(work(cast.secretary), 'putOnTafel', rest, () => ({
      answers: { tafel: [tafel] },
    }))
    expect(then.fates.map(({ refusal }) => refusal)).toEqual([null, null])
    expect((await agenda(cast.chair)).map((item) => item.case)).toEqual([ready[2], ready[0], ready[1]])
    expect(await readyFor(cast.secretary)).toEqual([])
  })

  it('and is put in order, with another time for one of them', async () => {
    const [one, two, other] = ready
    await take(cast.secretary, 'arrangeItem', tafel, { item: two, agendaPlace: 1, minutes: null })
    await take(cast.chair, 'arrangeItem', tafel, { item: one, agendaPlace: null, minutes: 30 })
    expect((await agenda(cast.regisseur)).map((i) => [i.case, i.minutes])).toEqual([
      [two, null],
      [other, null],
      [one, 30],
    ])
  })

  it('by nobody but the regie', async () => {
    for (const who of [cast.regisseur, cast.officer, cast.mentor])
      expect(
        await attempt(who, 'arrangeItem', tafel, { item: ready[0], agendaPlace: 9, minutes: null }),
      ).toEqual({ refusal: { reason: 'notYourRole' } })
  })
})

describe('who leads the table and worked on a case', () => {
  it('is named beside that case, to whoever reads who works on it', async () => {
    const found = [{ case: ready[1], name: 'Iemand met twee petten' }]
    expect(await involved(cast.chair)).toEqual(found)
    expect(await involved(cast.regisseur)).toEqual(found)
  })

  it('and to nobody else', async () => {
    expect(await involved(cast.officer)).toEqual([])
    expect(await involved(coevorden)).toEqual([])
  })
})

describe('five hundred cases that are ready', () => {
  it('are proposed in one go within two seconds, as many as fit ticked', async () => {
    await take(cast.regisseur, 'acceptIntake', unchecked)
    await r.kernel(manyLike, [unchecked])
    // What the database keeps of sizes comes by itself where a region grows day by day.
    await r.kernel('ANALYZE')
    const began = performance.now()
    const found = await waiting(cast.secretary)
    const proposal = proposeAgenda(found?.ready ?? [], { on: addDays(TODAY, 7), room: 60, minutes: 15 })
    const took = performance.now() - began
    console.log(`    an agenda from ${proposal.length} ready cases: ${took.toFixed(0)} ms`)
    expect(took).toBeLessThan(2_000)
    expect(proposal).toHaveLength(501)
    expect(proposal.filter(({ fits }) => fits)).toHaveLength(4)
  })
})
