// The board and the calendar of terms on real rows: everyone gets what their own rights give, on each of them the same cases.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/case/actor'
import { passed } from '@/domain/case/stages'
import { daysOf, monthOf } from '@/domain/worklist/calendar'
import { caseFilter, stagesOf } from '@/domain/worklist/case-filter'
import type { Asked } from '@/domain/worklist/work-filter'
import { stageColumns } from '@/features/worklist/case-board'
import { countMine, orderedCases } from '@/features/worklist/case-lines'
import { termsWithin } from '@/features/worklist/terms'
import { asActor } from '@/server/db/as-actor'
import { load } from '@/server/db/load'
import { recordRead } from '@/server/journal'
import { countByStage } from '@/server/listed'
import { type Busy, busyRegion, KEY_DAY, LATE } from '../support/busy-region'
import { TODAY } from '../support/region'

let r: Busy['r']
let cast: Busy['cast']
let everyone: Actor[]
beforeAll(async () => {
  ;({ r, cast } = await busyRegion())
  const others = [
    r.actor('coordinator', 'emmen'),
    r.actor('gemeenteLead', 'coevorden'),
    r.actor('officer', 'lefier'),
    r.actor('zorgLead', 'cosis'),
    r.actor('mentor', 'wender'),
    r.actor('boardMember', 'emmen'),
  ]
  everyone = [cast.mentor, cast.regisseur, cast.officer, ...(await Promise.all(others))]
})
afterAll(() => r.close())

const board = (who: Actor, asked: Asked = {}, day = TODAY) =>
  asActor(who, async (tx) => {
    const counts = await countByStage(tx, { kind: 'case', stages: passed, limit: 1000 })
    return stageColumns(tx, caseFilter(asked), counts, day)
  })
const list = (who: Actor, asked: Asked = {}, day = TODAY) =>
  asActor(who, (tx) => orderedCases(tx, caseFilter(asked), null, day, 100))
const ALL = { from: '2026-01-01', until: '2027-12-31' }
const terms = async (who: Actor, asked: Asked = {}, days = ALL, day = TODAY) =>
  (await asActor(who, (tx) => termsWithin(tx, caseFilter(asked), days, day))).terms

describe('the board', () => {
  it('holds the cases of the list, each in the column of its stage, for everyone', async () => {
    for (const who of everyone)
      for (const asked of [{}, { late: 'yes' }, { task: 'visit' }, { stage: 'matching' }]) {
        const columns = await board(who, asked, LATE)
        const cards = columns.flatMap(({ stage, cards }) => cards.map((c) => `${stage} ${c.stage} ${c.id}`))
        const lines = (await list(who, asked, LATE)).map((l) => `${l.stage} ${l.stage} ${l.id}`)
        expect(cards.sort(), `${who.role} ${JSON.stringify(asked)}`).toEqual(lines.sort())
        expect(columns.map(({ stage }) => stage)).toEqual(stagesOf(caseFilter(asked)))
        expect(columns.map(({ total }) => total)).toEqual(columns.map((column) => column.cards.length))
      }
  })

  it('shows a card as the role may see it', async () => {
    const columnOf = async (who: Actor) => (await board(who)).find(({ stage }) => stage === 'tenancy')
    expect((await columnOf(cast.mentor))?.cards.map((c) => c.name)).toEqual(['Saar Sleutel'])
    expect((await columnOf(await r.actor('officer', 'lefier')))?.cards).toEqual([])
  })
})

describe('on whom cases wait', () => {
  const ids = async (who: Actor, asked: Asked) => (await list(who, asked)).map(({ id }) => id).sort()

  it('is on me, or on others: together they are all running cases, for everyone', async () => {
    for (const who of everyone) {
      const mine = await asActor(
        who,
        (tx) => tx.$queryRaw<{ id: string }[]>`
        SELECT DISTINCT t.subject_id::text AS id FROM turn t WHERE t.subject_kind = 'case' AND t.holder_id = ${who.organisationId}::uuid AND t.role = ${who.role}`,
      )
      const me = await ids(who, { whose: 'me' })
      expect(me, who.role).toEqual(mine.map(({ id }) => id).sort())
      expect([...me, ...(await ids(who, { whose: 'others' }))].sort(), who.role).toEqual(await ids(who, {}))
      const counted = await asActor(who, (tx) => countMine(tx, TODAY, 1001))
      expect(counted, who.role).toEqual({ mine: me.length, fresh: (await ids(who, { whose: 'new' })).length })
    }
  })

  it('is new to me until I open the case, and for two weeks', async () => {
    const who = await r.actor('regisseur', 'emmen', 'Een nieuwe regisseur')
    const [first, ...others] = await ids(who, { whose: 'new' })
    expect([first, ...others]).toEqual(await ids(who, { whose: 'me' }))
    await asActor(who, async (tx) => {
      const kase = await load(tx, who.role, 'case', first as string)
      if (kase) await recordRead(tx, who, kase, { today: TODAY, requestId: null })
    })
    expect(await ids(who, { whose: 'new' })).toEqual(others)
    expect((await list(who, { whose: 'new' }, LATE)).length).toBe(0)
  })
})

describe('the calendar of terms', () => {
  it('holds every running term that somebody may see of the selection, and no other', async () => {
    for (const who of everyone) {
      const own = await asActor(
        who,
        (tx) => tx.$queryRaw<{ id: string }[]>`
        SELECT t.id::text FROM turn t WHERE t.subject_kind = 'case' AND t.paused_on IS NULL AND EXISTS (SELECT 1 FROM spine s WHERE s.id = t.subject_id)`,
      )
      const found = await terms(who)
      expect(found.map(({ id }) => id).sort(), who.role).toEqual(own.map(({ id }) => id).sort())
      expect(found.map(({ dueOn }) => dueOn)).toEqual(found.map(({ dueOn }) => dueOn).sort())
    }
  })

  it('also has the later terms of a case whose first one ended before the month', async () => {
    const inMonth = (await terms(cast.mentor, {}, daysOf(monthOf(LATE)), LATE)).map(({ dueOn }) => dueOn)
    const all = (await terms(cast.mentor, {}, ALL, LATE)).map(({ dueOn }) => dueOn)
    expect(inMonth).toEqual(all.filter((day) => monthOf(day) === monthOf(LATE)))
  })

  it('takes the same filters as the list, and says what is overdue', async () => {
    const key = await terms(cast.officer, { task: 'handOverKey' })
    expect(key.map(({ dueOn, overdue }) => [dueOn, overdue])).toEqual([[KEY_DAY, false]])
    const late = await terms(cast.regisseur, { late: 'yes' }, ALL, LATE)
    expect(late.length).toBeGreaterThan(0)
    expect(late.every(({ overdue }) => overdue)).toBe(true)
    expect((await terms(cast.mentor, { stage: 'tenancy' })).every((t) => t.stage === 'tenancy')).toBe(true)
  })
})
