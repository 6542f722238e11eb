// What a screen costs must not grow with the region: the same questions in a small world and in a larger one.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/case/actor'
import { passed } from '@/domain/case/stages'
import { caseFilter } from '@/domain/worklist/case-filter'
import type { Asked } from '@/domain/worklist/work-filter'
import { stageColumns } from '@/features/worklist/case-board'
import {
  caseLines,
  casesByName,
  casesByNumber,
  countMine,
  orderedCases,
} from '@/features/worklist/case-lines'
import { termsWithin } from '@/features/worklist/terms'
import { countsAsked, workLines } from '@/features/worklist/work-lines'
import { asActor, asNobody, asSystem } from '@/server/db/as-actor'
import type { Tx } from '@/server/db/client'
import { countByStage, listed } from '@/server/listed'
import { COUNTED, unreadNotices } from '@/server/notices/inbox'
import { offersOfCase } from '@/server/offers/listed'
import { regionCounts } from '@/server/report'
import { costOfAsking } from '../support/cost-of-asking'
import { type LargeRegion, largeRegion } from '../support/large-region'
import { TODAY } from '../support/region'

let { r, mentor, officer } = {} as LargeRegion

beforeAll(async () => {
  ;({ r, mentor, officer } = await largeRegion())
}, 240_000)
afterAll(() => r.close())

const mine = { scope: 'mine' } as const
const chosen = (asked: Asked) => (tx: Tx) => orderedCases(tx, caseFilter(asked), null, TODAY, 21)
const running = passed.filter((stage) => stage !== 'closed')

describe('a list in a region of six hundred cases', () => {
  const asked: [name: string, who: () => Actor, ask: (tx: Tx) => Promise<unknown>, least?: number][] = [
    ['what waits on me', () => mentor, (tx) => workLines(tx, mentor, [{ ...mine, limit: 21 }], TODAY)],
    // An index alone can answer: then not one row is read.
    ['how much waits on me', () => mentor, (tx) => tx.$queryRaw(countsAsked(mentor, mine, TODAY)), 0],
    ['cases', () => mentor, (tx) => caseLines(tx, mentor, { stages: running, limit: 21 }, TODAY)],
    [
      'cases of one stage',
      () => mentor,
      (tx) => caseLines(tx, mentor, { stages: ['aftercare'], limit: 21 }, TODAY),
    ],
    ['cases by the day on which they end', () => mentor, chosen({ sort: 'due' })],
    ['cases that are too late', () => mentor, chosen({ late: 'yes' })],
    ['cases with an open task', () => mentor, chosen({ task: 'recordVisit' })],
    ['cases of a party', () => mentor, (tx) => chosen({ organisation: officer.organisationId })(tx)],
    ['cases by how long they wait', () => mentor, chosen({ sort: 'waiting' })],
    ['cases that wait on me', () => mentor, chosen({ whose: 'me' })],
    ['cases that wait on others', () => officer, chosen({ whose: 'others' })],
    [
      'dwellings',
      () => officer,
      (tx) =>
        tx.$queryRaw`SELECT * FROM (${listed(officer, { kind: 'dwelling', stages: ['let'], newest: true, limit: 21 })}) l JOIN dwelling_facts f ON f.subject_id = l.subject_id`,
    ],
  ]
  it.each(asked)(
    '%s: reads a page of rows from indexes, and no table from end to end',
    async (_name, who, ask, least = 21) => {
      const { rows, whole } = await costOfAsking(who(), ask)
      expect(whole).toEqual([])
      expect(rows).toBeGreaterThanOrEqual(least)
      expect(rows).toBeLessThan(1200)
    },
  )

  it('a board: reads the first cards of each stage, and no table from end to end', async () => {
    const counts = Object.fromEntries(running.map((stage) => [stage, 100]))
    const board = (tx: Tx) => stageColumns(tx, caseFilter({}), counts, TODAY)
    const { rows, whole } = await costOfAsking(mentor, board)
    expect(whole).toEqual([])
    expect(rows).toBeLessThan(running.length * 900)
  })

  it('how many cases wait on me: reads so many tasks and my own records, and nobody else’s', async () => {
    const { rows, whole } = await costOfAsking(mentor, (tx) => countMine(tx, TODAY, 101))
    const [own] = await r.kernel<{ n: number }>(
      'SELECT count(*)::int AS n FROM journal WHERE account_id = $1',
      [mentor.accountId],
    )
    expect(whole).toEqual([])
    expect(rows).toBeLessThanOrEqual((own?.n ?? 0) + 2 * 101)
  })

  it('how much news is unread: judges so many as the bell counts, and nothing of the rest', async () => {
    const { rows, whole } = await costOfAsking(mentor, (tx) => unreadNotices(tx, mentor))
    expect([await asNobody((one) => unreadNotices(one, mentor)), whole]).toEqual([COUNTED + 1, []])
    expect(rows).toBeLessThan((COUNTED + 1) * 20)
  })

  it('a calendar: reads no more cases than it looks at, and no table from end to end', async () => {
    const days = { from: '2026-01-01', until: '2026-01-31' }
    const { whole } = await costOfAsking(mentor, (tx) => termsWithin(tx, caseFilter({}), days, TODAY))
    expect(whole).toEqual([])
  })

  it('counts the cases of each stage no further than it is asked to, each of them once', async () => {
    const count = (limit: number) => (tx: Tx) => countByStage(tx, { kind: 'case', stages: passed, limit })
    const { rows, whole } = await costOfAsking(mentor, count(10))
    expect(whole).toEqual([])
    expect(rows).toBeLessThan(passed.length * 2 * 15)
    const [few, all] = await asActor(mentor, async (tx) => [await count(10)(tx), await count(1000)(tx)])
    const seen = await asActor(
      mentor,
      (tx) => tx.$queryRaw<{ stage: string; n: number }[]>`
        SELECT stage, count(DISTINCT subject_id)::int AS n FROM relation WHERE subject_kind = 'case' AND relation <> 'emergency' GROUP BY 1`,
    )
    expect(all).toEqual(Object.fromEntries(seen.map(({ stage, n }) => [stage, n])))
    expect(few).toEqual(Object.fromEntries(seen.map(({ stage, n }) => [stage, Math.min(10, n)])))
    expect(Object.values(few ?? {})).toContain(10)
  })

  it.each(['name', 'number'] as const)('a case by its %s: reads no table from end to end', async (by) => {
    const [known] = await r.kernel<{ words: string[]; number: string }>(
      `SELECT ARRAY[i.given_name, left(i.family_name, 4)] AS words, r.number FROM relation r JOIN case_identity i ON i.person_id = r.person_id WHERE r.holder_id = $1 AND r.relation = 'ours' AND i.family_name ~ '^[A-Z][a-z]{4}' LIMIT 1`,
      [mentor.organisationId],
    )
    const { words, number } = known as NonNullable<typeof known>
    const find = (tx: Tx) =>
      by === 'name' ? casesByName(tx, words, TODAY, 21) : casesByNumber(tx, [number], TODAY)
    const found = await asActor(mentor, find)
    expect(found.map((line) => line.number)).toContain(number)
    const { rows, whole } = await costOfAsking(mentor, find)
    expect(whole).toEqual([])
    expect(rows).toBeLessThan(100 * found.length)
  })

  it('a search: reads no table from end to end, but those of papers and notes, which are empty', async () => {
    const { whole } = await costOfAsking(
      mentor,
      (tx) => tx.$queryRaw`SELECT * FROM app.search(${['weg']}, ${[]}::text[], NULL, 9)`,
    )
    expect(whole.filter((table) => !/^case_(papers|notes)/.test(table))).toEqual([])
  })

  it('the offers to a client: reads no table from end to end', async () => {
    const [known] = await r.kernel<{ id: string }>(
      `SELECT r.subject_id AS id FROM relation r JOIN offer_terms o ON o."case" = r.subject_id WHERE r.holder_id = $1 AND r.relation = 'ours' AND r.stage = 'aftercare' AND NOT o.live LIMIT 1`,
      [mentor.organisationId],
    )
    const { rows, whole } = await costOfAsking(mentor, (tx) => offersOfCase(tx, known?.id ?? ''))
    expect(whole).toEqual([])
    expect(rows).toBeGreaterThan(0)
  })

  it('has every case of a stage on one of its pages, also when there are two reasons to see it', async () => {
    const numbers = await asActor(mentor, async (tx) => {
      const found: string[] = []
      for (let beyond: string | null = null; ; ) {
        const page = await caseLines(tx, mentor, { stages: ['aftercare'], beyond, limit: 20 }, TODAY)
        found.push(...page.map((line) => line.number))
        if (page.length < 20) return found
        beyond = page.at(-1)?.number ?? null
      }
    })
    const [all] = await r.kernel<{ n: number }>(
      `SELECT count(DISTINCT subject_id)::int AS n FROM relation WHERE holder_id = $1 AND covenant_id = $2 AND subject_kind = 'case' AND relation = 'ours' AND stage = 'aftercare'`,
      [mentor.organisationId, mentor.covenantId],
    )
    expect(new Set(numbers).size).toBe(numbers.length)
    expect(numbers).toHaveLength(all?.n ?? 0)
    expect(numbers.length).toBeGreaterThan(40)
  })
})

describe('the counts of a region', () => {
  it('are those of the rows that the reporting role reads one by one', async () => {
    const { counts, rows } = await asActor(mentor, async (tx) => ({
      counts: await regionCounts(tx, '2025-05-23', TODAY),
      rows: await asSystem(
        tx,
        mentor,
        'reporting',
        () => tx.$queryRaw<
          { homes: number; persons: number; guided: number; middle: number; running: number }[]
        >`SELECT count(*)::int AS homes, sum(h.adults + h.children)::int AS persons, (count(*) FILTER (WHERE s.stage = 'aftercare' AND g.level <> 'waakvlam'))::int AS guided,
          percentile_cont(0.5) WITHIN GROUP (ORDER BY p.key_on - y.ready_since) AS middle, (SELECT count(*)::int FROM spine o WHERE o.kind = 'case' AND o.stage IN ('intake', 'tafel', 'matching', 'tenancy')) AS running
        FROM spine s JOIN case_placement p ON p.subject_id = s.id JOIN case_readiness y ON y.subject_id = s.id JOIN case_household h ON h.household_id = s.household_id
        LEFT JOIN case_guidance g ON g.subject_id = s.id WHERE p.key_on >= '2025-05-23'`,
      ),
    }))
    const total = (found: Readonly<Record<string, number>>) => Object.values(found).reduce((a, b) => a + b, 0)
    const found = {
      homes: counts.households,
      persons: total(counts.origins),
      guided: counts.guided,
      middle: counts.waited.middle,
      running: total(counts.stages),
    }
    expect(found).toEqual(rows[0])
    expect(counts.households).toBeGreaterThan(100)
  })
})
