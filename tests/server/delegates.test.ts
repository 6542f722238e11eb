// Who sits at a table on real rows: invited, told when it moves, and there again the next time.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/case/actor'
import { addDays } from '@/domain/kernel/days'
import { delegatesOf } from '@/domain/tafel/delegates'
import type { Tafel } from '@/domain/tafel/session'
import { seatLines } from '@/features/tafel/table'
import { asActor } from '@/server/db/as-actor'
import { load } from '@/server/db/load'
import { type Cast, castOf, register } from '../support/main-job'
import { attempt, type Region, region, TODAY, take } from '../support/region'

const session = { on: addDays(TODAY, 7), at: '10:00', place: 'Gemeentehuis Emmen', minutes: 60, note: null }

let r: Region
let cast: Cast
let tafel: string
beforeAll(async () => {
  r = await region()
  cast = await castOf(r)
  tafel = await take(cast.secretary, 'planTafel', null, session)
  const kase = await register(r, cast)
  await take(cast.regisseur, 'acceptIntake', kase)
  await take(cast.regisseur, 'putOnTafel', kase, { tafel })
})
afterAll(() => r.close())

describe('who sits at the table', () => {
  const told = (who: Actor) =>
    asActor(who, (tx) => tx.$queryRaw<{ step: string }[]>`SELECT step FROM app.notices(true, 100)`)
  const stepsTold = async (who: Actor) =>
    (await told(who)).map(({ step }) => step).filter((step) => /^(invite|change)/.test(step))

  it('is invited, and hears when it moves; nobody else of the covenant does', async () => {
    const zorgLead = await r.actor('zorgLead', 'cosis')
    const lefier = await r.actor('officer', 'lefier')
    for (const [seat, one] of Object.entries({
      gemeente: cast.regisseur,
      corporatie: cast.officer,
      zorgaanbieder: zorgLead,
    }))
      await take(cast.secretary, 'nameDelegate', tafel, { seat, delegate: one.membershipId, standIn: null })
    await take(cast.secretary, 'inviteDelegates', tafel)
    await take(cast.chair, 'changeTafel', tafel, { ...session, on: addDays(TODAY, 8) })
    for (const one of [cast.regisseur, cast.officer, zorgLead])
      expect((await stepsTold(one)).sort()).toEqual(['changeTafel', 'inviteDelegates'])
    expect(await stepsTold(lefier)).toEqual([])
  })

  it('goes along with the cases to another day', async () => {
    const days = await r.kernel<{ on: string }>(
      'SELECT DISTINCT tafel_on::text AS "on" FROM case_agenda WHERE tafel = $1',
      [tafel],
    )
    expect(days).toEqual([{ on: addDays(TODAY, 8) }])
  })

  it('is read by every partner, and chosen by the regie alone', async () => {
    const lefier = await r.actor('officer', 'lefier')
    const read = await asActor(lefier, (tx) => load(tx, 'officer', 'tafel', tafel))
    expect(delegatesOf(read as unknown as Tafel).map(({ seat }) => seat)).toEqual([
      'gemeente',
      'corporatie',
      'zorgaanbieder',
    ])
    const input = { seat: 'corporatie', delegate: lefier.membershipId, standIn: null }
    expect(await attempt(lefier, 'nameDelegate', tafel, input)).toEqual({
      refusal: { reason: 'notYourRole' },
    })
  })

  it('speaks for every gemeente that gave its own a mandate, and for no other', async () => {
    const lines = await asActor(cast.officer, async (tx) => {
      const read = await load(tx, 'officer', 'tafel', tafel)
      return seatLines(tx, read as unknown as Tafel)
    })
    expect(lines.map(({ seat, delegate }) => [seat, delegate?.speaksFor])).toEqual([
      ['gemeente', ['Gemeente Borger-Odoorn', 'Gemeente Coevorden']],
      ['corporatie', []],
      ['zorgaanbieder', []],
    ])
  })

  it('sits at the next ones too, and whoever left does not', async () => {
    await r.kernel('UPDATE membership SET ended_at = now() WHERE id = $1', [cast.officer.membershipId])
    const on = addDays(TODAY, 28)
    const next = await take(cast.chair, 'planTafel', null, { ...session, on, everyWeeks: 2, times: 3 })
    const series = await r.kernel<{ on: string; seats: string }>(
      `SELECT t."on"::text, (SELECT string_agg(d.seat, ' ' ORDER BY d.seq) FROM tafel_delegates d WHERE d.subject_id = t.subject_id) AS seats
       FROM tafel_session t WHERE t."on" >= $1 ORDER BY t."on"`,
      [on],
    )
    const seats = 'gemeente zorgaanbieder'
    expect(series.map((one) => [one.on, one.seats])).toEqual(
      ['2026-12-21', '2027-01-04', '2027-01-18'].map((day) => [day, seats]),
    )
    expect(next).not.toBe(tafel)
  })
})
