// What waits, on real rows: everyone reads and counts only what is theirs.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/case/actor'
import { rowAt, workFilter } from '@/domain/worklist/work-filter'
import { standstillOf, teamLoad } from '@/features/worklist/team'
import {
  countsAsked,
  type DueCounts,
  type Wanted,
  type WorkRange,
  workLines,
} from '@/features/worklist/work-lines'
import { asActor } from '@/server/db/as-actor'
import { type Busy, busyRegion, LATE } from '../support/busy-region'
import { costOfAsking } from '../support/cost-of-asking'
import { TODAY } from '../support/region'

let r: Busy['r']
let cast: Busy['cast']
beforeAll(async () => {
  ;({ r, cast } = await busyRegion())
})
afterAll(() => r.close())

const lines = (who: Actor, wanted: Wanted, day = TODAY) =>
  asActor(who, (tx) => workLines(tx, who, [{ ...wanted, limit: 50 }], day))
const ranges = (...asked: [...WorkRange[], WorkRange]) =>
  asActor(cast.mentor, (tx) => workLines(tx, cast.mentor, asked, TODAY))
const tasks = async (who: Actor, wanted: Wanted, day = TODAY) =>
  (await lines(who, wanted, day)).map((line) => `${line.name} ${line.task}`)

describe('what waits on me', () => {
  it('is of my role and organisation, the first to end on top, with the names that I may read', async () => {
    const found = await lines(cast.regisseur, { scope: 'mine' })
    expect(found.map((l) => l.name).sort()).toEqual(['Ella Elders', 'Vera Verzonden'])
    const days = found.map((l) => l.dueOn)
    expect(days).toEqual([...days].sort())
  })

  it('is nothing for whoever has no tasks', async () => {
    expect(await lines(await r.actor('coordinator', 'emmen'), { scope: 'mine' })).toEqual([])
  })

  it('can be asked by kind of task, by days, and in ranges of which each task comes once', async () => {
    const visits = await lines(cast.mentor, { scope: 'mine', tasks: ['visit'] })
    expect(visits.map((l) => l.name)).toEqual(['Huub Huis'])
    const both = await ranges({ scope: 'mine', limit: 1 }, { scope: 'mine', tasks: ['visit'], limit: 50 })
    const [first] = await lines(cast.mentor, { scope: 'mine' })
    expect(new Set(both.map((l) => l.id))).toEqual(new Set([first?.id, ...visits.map((l) => l.id)]))
    expect(both.length).toBe(new Set(both.map((l) => l.id)).size)
    expect(both.map((l) => l.dueOn)).toEqual(both.map((l) => l.dueOn).sort())
    expect(await lines(cast.regisseur, { scope: 'mine', due: 'overdue' })).toEqual([])
    const late = await lines(cast.regisseur, { scope: 'mine', due: 'overdue' }, LATE)
    expect(late.map((l) => [l.group, l.late])).toEqual([
      ['overdue', 25],
      ['overdue', 25],
    ])
  })

  it('goes on in the last range beside what the others took, and as far as without them', async () => {
    const all = await lines(cast.mentor, { scope: 'mine' })
    const asked = (limit: number) => ranges({ scope: 'mine', limit: 1 }, { scope: 'mine', limit })
    expect((await asked(50)).map((l) => l.id)).toEqual(all.map((l) => l.id))
    expect((await asked(1)).map((l) => l.id)).toEqual(all.slice(0, 2).map((l) => l.id))
  })

  it('says of somebody who has the key how long they waited, and counts no further', async () => {
    const waited = async (day: string) =>
      (await lines(cast.mentor, { scope: 'mine', tasks: ['visit'] }, day))[0]
    expect((await waited(LATE))?.waitingDays).toBe((await waited(TODAY))?.waitingDays)
    const waits = async (day: string) =>
      (await lines(cast.regisseur, { scope: 'mine' }, day))[0]?.waitingDays ?? 0
    expect(await waits(LATE)).toBeGreaterThan(await waits(TODAY))
  })

  it('goes on where the last page ended, and back', async () => {
    const all = await lines(cast.mentor, { scope: 'mine' })
    const [, second] = all
    const asked = (way: 'after' | 'before', row = second) => ({
      way,
      day: row?.dueOn ?? '',
      id: row?.id ?? '',
    })
    const from = (way: 'after' | 'before', limit: number) =>
      asActor(cast.mentor, (tx) =>
        workLines(tx, cast.mentor, [{ scope: 'mine', limit, cursor: asked(way) }], TODAY),
      )
    expect(all.length).toBeGreaterThan(2)
    expect((await from('after', 50)).map((l) => l.id)).toEqual(all.slice(2).map((l) => l.id))
    expect((await from('before', 50)).map((l) => l.id)).toEqual([all[0]?.id])
    expect(rowAt(second?.dueOn ?? '', second?.id ?? '')).toMatch(/^2026-\d\d-\d\d_[0-9a-f-]{36}$/)
    expect(workFilter({ task: second?.task }).task).toBe(second?.task)
  })

  it('of one kind is found among many of others: those are not read', async () => {
    await r.kernel(
      `INSERT INTO turn (subject_id, subject_kind, covenant_id, task, role, holder_id, since, due_on)
       SELECT t.subject_id, t.subject_kind, t.covenant_id, 'many ' || n, t.role, t.holder_id, t.since, t.due_on
         FROM (SELECT * FROM turn WHERE role = 'mentor' AND holder_id = $1 LIMIT 1) t, generate_series(1, 500) n`,
      [cast.mentor.organisationId],
    )
    await r.kernel('ANALYZE turn')
    const none = [{ scope: 'mine', tasks: ['none'], limit: 12 }] as const
    const { rows, whole } = await costOfAsking(cast.mentor, (tx) => workLines(tx, cast.mentor, none, TODAY))
    await r.kernel(`DELETE FROM turn WHERE task LIKE 'many %'`)
    expect(whole).toEqual([])
    expect(rows).toBeLessThan(20)
  })

  it('is counted by days', async () => {
    const count = (day: string) =>
      asActor(cast.regisseur, (tx) =>
        tx.$queryRaw<DueCounts[]>(countsAsked(cast.regisseur, { scope: 'mine' }, day)),
      )
    expect(await count(TODAY)).toMatchObject([{ overdue: 0, paused: 0 }])
    expect(await count(LATE)).toEqual([{ overdue: 2, today: 0, week: 0, later: 0, paused: 0 }])
  })
})

describe('who waits too long', () => {
  it('is known to the regisseur of the own cases, whoever is waited for but themselves', async () => {
    const found = await tasks(cast.regisseur, { scope: 'ours', due: 'overdue' }, LATE)
    expect(found).toContain('Otto Aanbod answerOffer')
    expect(found).not.toContain('Vera Verzonden checkIntake')
  })

  it('and of no case of another gemeente', async () => {
    const coevorden = await r.actor('regisseur', 'coevorden')
    const found = await tasks(coevorden, { scope: 'ours', due: 'overdue' }, LATE)
    expect(found).toEqual(['Ella Elders checkIntake'])
    const borger = await r.actor('regisseur', 'borger-odoorn')
    expect(await lines(borger, { scope: 'ours', due: 'overdue' }, LATE)).toEqual([])
  })
})

describe('the team lead', () => {
  const loadOf = async (who: Actor, day = TODAY) => asActor(who, (tx) => teamLoad(tx, who, day))

  it('counts the open work of the organisation, by task and role, with its age', async () => {
    const lead = await r.actor('zorgLead', 'cosis')
    const { tasks: kinds, ages } = await loadOf(lead, LATE)
    const own = await lines(cast.mentor, { scope: 'mine' })
    expect(kinds.reduce((n, kind) => n + kind.open, 0)).toBe(own.length)
    expect(kinds.find((kind) => kind.task === 'answerOffer')).toEqual({
      task: 'answerOffer',
      role: 'mentor',
      open: 1,
      overdue: 1,
      oldest: 30,
    })
    expect(ages.at(-1)).toEqual({ key: 'over20', n: own.length })
  })

  it('reads who holds what is too late, the mentor of the client by name', async () => {
    const lead = await r.actor('zorgLead', 'cosis')
    const late = await lines(lead, { scope: 'team', due: 'overdue' }, LATE)
    const offer = late.find((l) => l.task === 'answerOffer')
    expect(offer).toMatchObject({
      name: 'Otto Aanbod',
      role: 'mentor',
      mentor: 'Karin Smit',
      holder: 'Cosis',
    })
  })

  it('counts nothing of another organisation, and nothing that may not be read', async () => {
    const foreign = await r.actor('zorgLead', 'leger-des-heils')
    expect((await loadOf(foreign)).tasks).toEqual([])
    const corporation = await r.actor('corporatieLead', 'lefier')
    expect((await loadOf(corporation)).tasks).toEqual([])
    const emmen = await r.actor('gemeenteLead', 'emmen')
    const { tasks: kinds } = await loadOf(emmen)
    expect(kinds.map((kind) => kind.role)).toContain('chair')
    const board = await r.actor('boardMember', 'emmen')
    expect((await loadOf(board)).tasks).toEqual([])
  })
})

describe('the coordinator', () => {
  it('sees in which gemeente cases wait too long, and with whom they stand still', async () => {
    const coordinator = await r.actor('coordinator', 'emmen')
    const now = await asActor(coordinator, (tx) => standstillOf(tx, TODAY))
    expect(now).toEqual({ gemeenten: [], holders: [], more: false })
    const late = await asActor(coordinator, (tx) => standstillOf(tx, LATE))
    expect(late.gemeenten.map((g) => g.gemeente)).toEqual(['Gemeente Emmen', 'Gemeente Coevorden'])
    expect(late.gemeenten[1]).toMatchObject({ cases: 1, longest: 25 })
    expect(late.holders).toContainEqual({
      holderId: r.organisations.cosis,
      holder: 'Cosis',
      task: 'answerOffer',
      tasks: 1,
      longest: 27,
    })
  })

  it('is the only one to: others see no more than their own', async () => {
    const found = await asActor(cast.officer, (tx) => standstillOf(tx, LATE))
    expect(found.gemeenten.map((g) => g.gemeente)).not.toContain('Gemeente Coevorden')
  })
})
