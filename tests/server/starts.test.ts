// The parts of the start pages beside the tasks, on real rows.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/case/actor'
import { addWorkingDays } from '@/domain/kernel/days'
import { freeingOf, keysOf, waitingOffers } from '@/features/worklist/letting'
import { asActor } from '@/server/db/as-actor'
import { type Busy, busyRegion, KEY_DAY, LATE } from '../support/busy-region'
import { nextTafels } from '../support/next-tafels'
import { TODAY, take } from '../support/region'

let r: Busy['r']
let cast: Busy['cast']
let tafel: string
beforeAll(async () => {
  ;({ r, cast, tafel } = await busyRegion())
})
afterAll(() => r.close())

describe('the next tafels', () => {
  const next = (who: Actor) => asActor(who, (tx) => nextTafels(tx, who, TODAY, 3))

  it('say how full they are to whoever reads the agenda, and when and where to all partners', async () => {
    expect(await next(cast.regisseur)).toMatchObject([
      {
        id: tafel,
        on: TODAY,
        at: '10:00',
        place: 'Gemeentehuis Emmen',
        agenda: { items: 1, room: 11 },
        step: null,
      },
    ])
    expect(await next(cast.mentor)).toMatchObject([{ id: tafel, agenda: null, step: null }])
  })

  it('count an agenda as its readers would count its rows, and say nothing of it to anybody else', async () => {
    const elsewhere = await r.actor('officer', 'lefier')
    const counts = await Promise.all(
      [...Object.values(cast), elsewhere].map((who) =>
        asActor(
          who,
          (tx) => tx.$queryRaw<{ role: string; size: number; rows: number }[]>`
          SELECT ${who.role} AS role, app.agenda_size(${tafel}::uuid) AS size, (SELECT count(*)::int FROM
            (SELECT DISTINCT ON (i."case") i."on" FROM tafel_items i WHERE i.subject_id = ${tafel}::uuid ORDER BY i."case", i.seq DESC) last
            WHERE last."on") AS rows`,
        ),
      ),
    )
    const flat = counts.flat()
    expect(flat.map(({ role, size }) => [role, size])).toEqual(flat.map(({ role, rows }) => [role, rows]))
    expect(flat.filter(({ size }) => size === 1).length).toBeGreaterThan(0)
    expect(flat.filter(({ size }) => size === 0).length).toBeGreaterThan(1)
  })

  it('ask the chair and the secretary to adopt, each until they have', async () => {
    expect((await next(cast.chair))[0]?.step).toBe('adoptList')
    expect((await next(cast.secretary)).find(({ id }) => id === tafel)?.step).toBe('adoptList')
  })

  it('ask to be held on their day', async () => {
    const session = { on: addWorkingDays(TODAY, 5), at: '09:00', place: 'Coevorden', note: null }
    const later = await take(cast.secretary, 'planTafel', null, session)
    expect((await next(cast.chair)).map((t) => t.step)).toEqual(['adoptList', null])
    const onTheDay = await asActor(cast.chair, (tx) => nextTafels(tx, cast.chair, session.on, 3))
    expect(onTheDay.find((t) => t.id === later)?.step).toBe('openTafel')
    const officers = await asActor(cast.officer, (tx) => nextTafels(tx, cast.officer, session.on, 3))
    expect(officers.find((t) => t.id === later)?.step).toBeNull()
  })
})

describe('the landlord', () => {
  it('sees own dwellings become free, the first on top', async () => {
    const found = await asActor(cast.officer, (tx) => freeingOf(tx, cast.officer, 6))
    expect(found.map((d) => d.address)).toEqual(['Weiersstraat 18, 7811 AB', 'Weiersstraat 16, 7811 AB'])
    const lefier = await r.actor('officer', 'lefier')
    expect(await asActor(lefier, (tx) => freeingOf(tx, lefier, 6))).toEqual([])
  })

  it('sees which offers wait for an answer, until when', async () => {
    const found = await asActor(cast.officer, (tx) => waitingOffers(tx, cast.officer, LATE, 6))
    expect(found).toMatchObject([
      { address: 'Weiersstraat 14, 7811 AB', dueOn: addWorkingDays(TODAY, 3), overdue: true },
    ])
    const lefier = await r.actor('officer', 'lefier')
    expect(await asActor(lefier, (tx) => waitingOffers(tx, lefier, LATE, 6))).toEqual([])
  })

  it('sees which keys are to be handed over this week', async () => {
    const keys = (day: string) => asActor(cast.officer, (tx) => keysOf(tx, cast.officer, day, 6))
    expect(await keys(TODAY)).toMatchObject([
      { name: 'Saar Sleutel', address: 'Weiersstraat 10, 7811 AB', dueOn: KEY_DAY },
    ])
    expect(await keys('2026-11-06')).toEqual([])
  })
})
