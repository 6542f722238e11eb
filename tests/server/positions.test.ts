// Where each party stands before a tafel, on real rows: hidden from the others until all have spoken, or the tafel begins.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/case/actor'
import type { Case } from '@/domain/case/case'
import { asActor } from '@/server/db/as-actor'
import { load } from '@/server/db/load'
import { type Cast, castOf, register } from '../support/main-job'
import { attempt, type Region, region, TODAY, take } from '../support/region'

let r: Region
let cast: Cast
let tafel: string
let spoken: string
let silent: string
let coordinator: Actor
let lefier: Actor
beforeAll(async () => {
  r = await region()
  cast = await castOf(r)
  coordinator = await r.actor('coordinator', 'emmen')
  lefier = await r.actor('officer', 'lefier')
  tafel = await take(cast.secretary, 'planTafel', null, {
    on: TODAY,
    at: '10:00',
    place: 'Gemeentehuis Emmen',
    note: null,
  })
  for (const familyName of ['Spreekt', 'Zwijgt']) {
    const id = await register(r, cast, { givenName: 'Jo', familyName })
    await take(cast.regisseur, 'acceptIntake', id)
    await take(cast.regisseur, 'putOnTafel', id, { tafel })
    if (familyName === 'Spreekt') spoken = id
    else silent = id
  }
  await take(cast.regisseur, 'inviteParty', spoken, { organisation: r.organisations.domesta })
})
afterAll(() => r.close())

const give = (who: Actor, kase: string, position: string) =>
  attempt(who, 'givePosition', kase, { position, positionReason: `Zegt ${position}` })
const read = async (who: Actor, kase: string) => {
  const found = (await asActor(who, (tx) => load(tx, who.role, 'case', kase))) as unknown as Case | null
  return found?.of.positions?.map(({ position }) => position) ?? null
}
/** Straight at the table, past every screen. */
const rows = (who: Actor, kase: string) =>
  asActor(
    who,
    (tx) => tx.$queryRaw<{ position: string }[]>`
      SELECT position FROM case_positions WHERE subject_id = ${kase}::uuid ORDER BY seq`,
  )
const asked = async (who: Actor, kase: string) =>
  (
    await asActor(
      who,
      (tx) => tx.$queryRaw<{ part: string; spoke: boolean }[]>`
        SELECT part, by IS NOT NULL AS spoke FROM app.positions_asked(${kase}::uuid, ${tafel}::uuid) ORDER BY part`,
    )
  ).map(({ part, spoke }) => `${part} ${spoke}`)
const everybody = () => [cast.mentor, cast.regisseur, cast.officer, cast.chair, cast.secretary, coordinator]

describe('until all have spoken', () => {
  it('each party reads its own position, and the table none', async () => {
    expect(await give(cast.mentor, spoken, 'support')).toHaveProperty('done')
    expect(await give(cast.regisseur, spoken, 'notYet')).toHaveProperty('done')
    const own = new Map([
      [cast.mentor, ['support']],
      [cast.regisseur, ['notYet']],
    ])
    for (const who of everybody()) {
      expect(await read(who, spoken)).toEqual(own.get(who) ?? [])
      expect((await rows(who, spoken)).map(({ position }) => position)).toEqual(own.get(who) ?? [])
    }
  })

  it('who spoke is known to whoever is concerned, and to nobody else', async () => {
    expect(await asked(cast.officer, spoken)).toEqual(['gemeente true', 'guest false', 'provider true'])
    expect(await asked(cast.chair, spoken)).toEqual(['gemeente true', 'guest false', 'provider true'])
    expect(await asked(lefier, spoken)).toEqual([])
  })

  it('a party can say it anew', async () => {
    expect(await give(cast.regisseur, spoken, 'supportIf')).toHaveProperty('done')
    expect(await read(cast.regisseur, spoken)).toEqual(['notYet', 'supportIf'])
  })

  it('a party that was not asked says and reads nothing', async () => {
    expect(await give(lefier, spoken, 'against')).toEqual({ refusal: { reason: 'notFound' } })
    expect(await give(cast.officer, silent, 'against')).toEqual({ refusal: { reason: 'notFound' } })
    expect(await rows(lefier, spoken)).toEqual([])
  })
})

describe('once the last of them has spoken', () => {
  it('everybody concerned reads all of it, and others still nothing', async () => {
    expect(await give(cast.officer, spoken, 'against')).toHaveProperty('done')
    for (const who of everybody())
      expect(await read(who, spoken)).toEqual(['support', 'notYet', 'supportIf', 'against'])
    expect(await rows(lefier, spoken)).toEqual([])
  })

  it('it stands: nobody follows another', async () => {
    expect(await give(cast.regisseur, spoken, 'against')).toEqual({ refusal: { reason: 'positionsShown' } })
  })

  it('and the database holds that, whatever the website does', async () => {
    const past = asActor(
      cast.regisseur,
      (tx) => tx.$executeRaw`
        INSERT INTO case_positions (subject_id, organisation_id, recorded_on, covenant_id, tafel, position, position_reason)
        VALUES (${spoken}::uuid, ${cast.regisseur.organisationId}::uuid, ${TODAY}::date, ${cast.regisseur.covenantId}::uuid, ${tafel}::uuid, 'against', 'Toch niet')`,
    )
    await expect(past).rejects.toThrow(/too late for a position/)
  })
})

describe('where one gemeente speaks for another by mandate', () => {
  it('its word is that of the other, which can say it itself as well; nobody waits for two', async () => {
    const coevorden = await r.actor('regisseur', 'coevorden')
    const borger = await r.actor('regisseur', 'borger-odoorn')
    const foreign = await register(r, cast, { givenName: 'Jo', familyName: 'Elders' }, 'coevorden')
    await take(cast.regisseur, 'acceptIntake', foreign)
    await take(cast.regisseur, 'putOnTafel', foreign, { tafel })
    expect(await give(borger, foreign, 'support')).toEqual({ refusal: { reason: 'notFound' } })
    expect(await give(cast.regisseur, foreign, 'supportIf')).toHaveProperty('done')
    expect(await asked(coevorden, foreign)).toEqual(['gemeente true', 'provider false'])
    expect(await give(coevorden, foreign, 'notYet')).toHaveProperty('done')
    expect(await read(cast.mentor, foreign)).toEqual([])
    expect(await give(cast.mentor, foreign, 'support')).toHaveProperty('done')
    expect(await read(cast.chair, foreign)).toEqual(['supportIf', 'notYet', 'support'])
    expect(await rows(borger, foreign)).toEqual([])
  })
})

describe('when the tafel begins', () => {
  it('what was said is shown, also when somebody kept silent, and nobody adds to it', async () => {
    expect(await give(cast.mentor, silent, 'support')).toHaveProperty('done')
    expect(await read(cast.chair, silent)).toEqual([])
    await take(cast.chair, 'openTafel', tafel, {
      seats: ['gemeente', 'corporatie', 'zorgaanbieder'],
      present: 'Allen',
    })
    for (const who of [cast.mentor, cast.regisseur, cast.chair, cast.secretary])
      expect(await read(who, silent)).toEqual(['support'])
    expect(await give(cast.regisseur, silent, 'against')).toEqual({ refusal: { reason: 'tafelBegan' } })
  })

  it('that it began is said to nobody who has no part in the case', async () => {
    const begun = (who: Actor) =>
      asActor(who, (tx) => tx.$queryRaw`SELECT app.positions_shown(${silent}::uuid, ${tafel}::uuid) AS begun`)
    expect(await begun(cast.mentor)).toEqual([{ begun: true }])
    expect(await begun(lefier)).toEqual([{ begun: false }])
  })
})
