// What a screen costs must not grow with the region: the same questions in a small world and in a larger one.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/case/actor'
import { passed } from '@/domain/case/stages'
import { caseLines } from '@/features/worklist/case-lines'
import { dueCounts, workLines } from '@/features/worklist/work-lines'
import { asActor, asSystem } from '@/server/db/as-actor'
import { Prisma, type Tx } from '@/server/db/client'
import { listed } from '@/server/listed'
import { regionCounts } from '@/server/report'
import { asKernel } from '../../prisma/load-covenant'
import { loadLargeWorld } from '../../prisma/world/large/load'
import { actorsIn } from '../../prisma/world/play'
import { type Region, region, TODAY } from '../support/region'
import { welcomeCast } from '../support/two-ways'

type Plan = { [key: string]: unknown; Plans?: Plan[] }
type Cost = { rows: number; whole: string[] }

let r: Region
let mentor: Actor
let officer: Actor

/** How many rows of tables a plan looked at, and which tables it read from end to end. */
function costOf(plan: Plan): Cost {
  const below = (plan.Plans ?? []).map(costOf)
  const number = (name: string) => Number(plan[name] ?? 0)
  const seen = plan['Relation Name']
    ? (number('Actual Rows') + number('Rows Removed by Filter')) * number('Actual Loops')
    : 0
  const whole = plan['Node Type'] === 'Seq Scan' ? [String(plan['Relation Name'])] : []
  return {
    rows: seen + below.reduce((sum, c) => sum + c.rows, 0),
    whole: [...whole, ...below.flatMap((c) => c.whole)],
  }
}

/** Asks the same, and keeps what each question cost. */
function weighed(tx: Tx, costs: Cost[]): Tx {
  const $queryRaw = async (first: TemplateStringsArray, ...values: unknown[]) => {
    const sql = Prisma.sql(first, ...values)
    const [found] = await tx.$queryRaw<{ 'QUERY PLAN': { Plan: Plan }[] }[]>(
      Prisma.sql`EXPLAIN (ANALYZE, FORMAT JSON) ${sql}`,
    )
    costs.push(costOf(found?.['QUERY PLAN'][0]?.Plan ?? {}))
    return tx.$queryRaw(sql)
  }
  return { $queryRaw } as unknown as Tx
}

async function costOfAsking(who: Actor, ask: (tx: Tx) => Promise<unknown>): Promise<Cost> {
  const costs: Cost[] = []
  await asActor(who, (tx) => ask(weighed(tx, costs)))
  return { rows: costs.reduce((sum, c) => sum + c.rows, 0), whole: costs.flatMap((c) => c.whole) }
}

const grow = (cases: number) =>
  loadLargeWorld({ ownerUrl: r.ownerUrl, today: TODAY, cases, say: () => undefined })

beforeAll(async () => {
  r = await region('zuidoost-drenthe', 'flevoland')
  await welcomeCast(r)
  await grow(600)
  const people = [...(await asKernel(r.ownerUrl, actorsIn)).values()]
  const busy = (role: string, organisation: string) =>
    people.find((p) => p.role === role && p.organisationName === organisation) as Actor
  mentor = busy('mentor', 'Cosis')
  officer = busy('officer', 'Domesta')
}, 240_000)
afterAll(() => r.close())

/** Tables that grow with the number of cases. */
const grows = (table: string) =>
  /^(case_|dwelling_|offer_|tafel_|spine|relation|turn|party|journal)/.test(table)
const mine = { scope: 'mine' } as const
const running = passed.filter((stage) => stage !== 'closed')

describe('a list in a region of six hundred cases', () => {
  const asked: [string, () => Actor, (tx: Tx) => Promise<unknown>][] = [
    ['what waits on me', () => mentor, (tx) => workLines(tx, mentor, mine, TODAY, 21)],
    ['how much waits on me', () => mentor, (tx) => dueCounts(tx, mentor, mine, TODAY)],
    ['cases', () => mentor, (tx) => caseLines(tx, mentor, { stages: running, limit: 21 }, TODAY)],
    [
      'cases of one stage',
      () => mentor,
      (tx) => caseLines(tx, mentor, { stages: ['aftercare'], limit: 21 }, TODAY),
    ],
    [
      'dwellings',
      () => officer,
      (tx) =>
        tx.$queryRaw`SELECT * FROM (${listed(officer, { kind: 'dwelling', stages: ['let'], newest: true, limit: 21 })}) l JOIN dwelling_facts f ON f.subject_id = l.subject_id`,
    ],
  ]
  it.each(asked)(
    '%s: reads a page of rows from indexes, and no table from end to end',
    async (_name, who, ask) => {
      const { rows, whole } = await costOfAsking(who(), ask)
      expect(whole.filter(grows)).toEqual([])
      expect(rows).toBeGreaterThan(20)
      expect(rows).toBeLessThan(1200)
    },
  )

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
    const since = '2025-05-23'
    const { counts, rows } = await asActor(mentor, async (tx) => ({
      counts: await regionCounts(tx, since, TODAY),
      rows: await asSystem(
        tx,
        mentor,
        'reporting',
        () => tx.$queryRaw<
          { homes: number; persons: number; guided: number; middle: number; running: number }[]
        >`SELECT count(*)::int AS homes, sum(h.adults + h.children)::int AS persons, (count(*) FILTER (WHERE s.stage = 'aftercare' AND g.level <> 'waakvlam'))::int AS guided,
          percentile_cont(0.5) WITHIN GROUP (ORDER BY p.key_on - y.ready_since) AS middle, (SELECT count(*)::int FROM spine o WHERE o.kind = 'case' AND o.stage IN ('intake', 'tafel', 'matching', 'tenancy')) AS running
        FROM spine s JOIN case_placement p ON p.subject_id = s.id JOIN case_readiness y ON y.subject_id = s.id JOIN case_household h ON h.household_id = s.household_id
        LEFT JOIN case_guidance g ON g.subject_id = s.id WHERE p.key_on >= ${since}::date`,
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
