// A tafel that is closed, on a real Postgres: what still waits is counted there, and what stood stays as it was.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/case/actor'
import { addDays } from '@/domain/kernel/days'
import { goingOnFrom } from '@/features/tafel/going-on'
import { asActor } from '@/server/db/as-actor'
import { type Cast, castOf, decision, register } from '../support/main-job'
import { nextTafels } from '../support/next-tafels'
import { attempt, type Region, region, TODAY, take } from '../support/region'

const adjourned = { outcome: 'adjourned', until: addDays(TODAY, 7), followUpBy: 'gemeente' }
const onCondition = {
  outcome: 'admittedOnConditions',
  condition: 'Budgetbeheer',
  conditionBy: 'provider',
  conditionOn: addDays(TODAY, 30),
}
const closing = { lettersSent: true, remaining: null }

let r: Region
let cast: Cast
let tafel: string
let own: string
beforeAll(async () => {
  r = await region()
  cast = await castOf(r)
  const session = { on: TODAY, at: '10:00', place: 'Gemeentehuis Emmen', note: null }
  tafel = await take(cast.secretary, 'planTafel', null, session)
  own = await register(r, cast)
  const second = await register(r, cast, { givenName: 'Bo', familyName: 'Later' })
  for (const id of [own, second]) {
    await take(cast.regisseur, 'acceptIntake', id)
    await take(cast.regisseur, 'putOnTafel', id, { tafel })
  }
  await take(cast.regisseur, 'givePosition', own, { position: 'support', positionReason: 'Het past' })
  await take(cast.chair, 'openTafel', tafel, {
    seats: ['gemeente', 'corporatie', 'zorgaanbieder'],
    present: 'Allen',
  })
  await take(cast.chair, 'proposeDecision', own, decision(r, onCondition))
  await take(cast.chair, 'proposeDecision', second, decision(r, adjourned))
  await take(cast.chair, 'adoptList', tafel)
  await take(cast.secretary, 'adoptList', tafel)
})
afterAll(() => r.close())

const counted = (who: Actor) =>
  asActor(who, (tx) => tx.$queryRaw`SELECT undecided, without_owner FROM app.still_open(${tafel}::uuid)`)
const stage = async () =>
  ((await r.kernel('SELECT stage FROM spine WHERE id = $1', [tafel])) as { stage: string }[])[0]?.stage
const positions = (who: Actor) =>
  asActor(who, (tx) => tx.$queryRaw`SELECT position FROM case_positions WHERE subject_id = ${own}::uuid`)

describe('before a tafel is closed', () => {
  it('its secretary has that to do, and nobody else', async () => {
    const due = async (who: Actor) =>
      (await asActor(who, (tx) => nextTafels(tx, who, TODAY, 5))).find(({ id }) => id === tafel)?.step
    expect(await due(cast.secretary)).toBe('closeTafel')
    for (const who of [cast.chair, cast.regisseur, cast.mentor]) expect(await due(who)).toBeUndefined()
  })

  it('what still waits is counted for those of the gemeenten and the regie, and for nobody else', async () => {
    for (const who of [cast.secretary, cast.chair, cast.regisseur])
      expect(await counted(who)).toEqual([{ undecided: 0, without_owner: 0 }])
    for (const who of [cast.mentor, cast.officer]) expect(await counted(who)).toEqual([])
  })

  it('a case without an outcome, and a condition that is nobody’s, keep it open', async () => {
    await r.kernel('UPDATE case_conditions SET condition_by = NULL WHERE subject_id = $1', [own])
    expect(await counted(cast.secretary)).toEqual([{ undecided: 0, without_owner: 1 }])
    expect(await attempt(cast.secretary, 'closeTafel', tafel, closing)).toEqual({
      refusal: { reason: 'actionsNeedOwner', field: 'remaining', values: { count: 1 } },
    })
    await r.kernel("UPDATE case_conditions SET condition_by = 'provider' WHERE subject_id = $1", [own])
    await r.kernel(
      `INSERT INTO tafel_items (subject_id, organisation_id, recorded_on, covenant_id, "case", number, "on")
       SELECT i.subject_id, i.organisation_id, i.recorded_on, i.covenant_id, gen_random_uuid(), 'X', true FROM tafel_items i WHERE i.subject_id = $1 LIMIT 1`,
      [tafel],
    )
    expect(await attempt(cast.secretary, 'closeTafel', tafel, closing)).toEqual({
      refusal: { reason: 'itemsUndecided', values: { count: 1 } },
    })
    await r.kernel("DELETE FROM tafel_items WHERE number = 'X'", [])
  })
})

describe('once a tafel is closed', () => {
  beforeAll(async () => {
    await take(cast.secretary, 'closeTafel', tafel, closing)
  })

  it('it stays so: nobody closes it twice, or writes over what was said', async () => {
    expect(await stage()).toBe('closed')
    expect(await attempt(cast.chair, 'closeTafel', tafel, closing)).toEqual({
      refusal: { reason: 'notAtThisStage' },
    })
    const written = await asActor(
      cast.secretary,
      (tx) => tx.$executeRaw`UPDATE tafel_closure SET remaining = 'anders' WHERE subject_id = ${tafel}::uuid`,
    )
    expect(written).toBe(0)
  })

  it('what the parties said before it stays shown', async () => {
    expect(await positions(cast.mentor)).toEqual([{ position: 'support' }])
  })

  it('a decision is put right by two people, as before', async () => {
    const { municipality, priority, contractForm, clientText } = decision(r) as Record<string, unknown>
    const said = { municipality, priority, contractForm, ground: null, validUntil: null, clientText }
    const why = { motivation: 'Het stond er niet goed', corrects: 'De tekst' }
    await take(cast.chair, 'correctDecision', own, { ...said, ...why })
    await take(cast.secretary, 'confirmCorrection', own)
    const rows = await r.kernel(
      'SELECT version FROM case_decisions WHERE subject_id = $1 AND adopted_on IS NOT NULL',
      [own],
    )
    expect(rows).toHaveLength(2)
  })

  it('what it put off goes to the next one that is planned', async () => {
    const goesOn = (who: Actor) => asActor(who, (tx) => goingOnFrom(tx, tafel, TODAY))
    expect(await goesOn(cast.chair)).toEqual({ cases: 1, next: null })
    const session = { on: addDays(TODAY, 7), at: '10:00', place: 'Gemeentehuis Emmen', note: null }
    const next = await take(cast.secretary, 'planTafel', null, session)
    expect(await goesOn(cast.regisseur)).toEqual({ cases: 1, next: { id: next, on: session.on } })
    expect(await goesOn(cast.officer)).toBeNull()
  })
})
