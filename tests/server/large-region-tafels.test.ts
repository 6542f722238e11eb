// What those who keep the covenant see of a large region: the same as the policies say row by row, for less.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { workingDaysBetween } from '@/domain/kernel/days'
import { noticesFor } from '@/features/notices/queries'
import { type ExceptionLine, registerFor } from '@/features/tafel/exceptions'
import { figuresFor } from '@/features/tafel/figures'
import { tafelsFor } from '@/features/tafel/queries'
import { standstillOf } from '@/features/worklist/team'
import { asActor } from '@/server/db/as-actor'
import { costOfAsking } from '../support/cost-of-asking'
import { type LargeRegion, largeRegion } from '../support/large-region'
import { TODAY } from '../support/region'
import { inSets, oneByOne } from '../support/tafels-one-by-one'

let world: LargeRegion
beforeAll(async () => {
  world = await largeRegion()
}, 240_000)
afterAll(() => world.r.close())

describe('the figures of the tafels', () => {
  it.each(['coordinator', 'chair', 'secretary', 'gemeenteLead', 'regisseur'] as const)(
    'of a %s are those of the rows that the policies let them read one by one',
    async (role) => {
      const who = await world.r.actor(role, 'emmen')
      for (const from of ['2026-08-23', '2024-11-23']) {
        const both = await asActor(who, async (tx) => {
          const period = { from, until: TODAY }
          return [await inSets(tx, period), await oneByOne(tx, period)]
        })
        expect(both[0]).toEqual(both[1])
        expect(both[0]?.courses.length).toBeGreaterThan(3)
        expect(both[0]?.decided.length).toBeGreaterThan(20)
      }
    },
  )
})

describe('behind a figure of the tafels', () => {
  it.each(['decidedFirst', 'repeated'] as const)(
    'stand the first fifty cases of %s, by their number',
    async (key) => {
      const who = await world.r.actor('coordinator', 'emmen')
      const { shown } = await asActor(who, (tx) => figuresFor(tx, TODAY, '24', key))
      const [on] = await world.r.kernel<{ numbers: string[] }>(
        `SELECT array_agg(c.number ORDER BY c.number) AS numbers FROM (
         SELECT s.number FROM spine s JOIN tafel_items i ON i."case" = s.id JOIN spine t ON t.id = i.subject_id AND t.stage IN ('inSession', 'adopted', 'closed')
         WHERE s.covenant_id = $1 GROUP BY 1 HAVING count(DISTINCT t.id) FILTER (WHERE i."on") > 1) c`,
        [who.covenantId],
      )
      const numbers = (shown?.first ?? []).map(({ number }) => number)
      expect(numbers).toEqual([...numbers].sort())
      expect(numbers).toHaveLength(Math.min(50, shown?.cases ?? 0))
      if (key === 'repeated') expect(numbers).toEqual(on?.numbers.slice(0, 50))
      else expect(shown?.cases).toBeGreaterThan(50)
    },
  )
})

describe('what stands still', () => {
  type Row = { subject: string; task: string; since: string; holder: string; gemeente: string }
  const LATE = '2027-03-01'

  it.each([
    ['coordinator', 'emmen', 50_000],
    ['coordinator', 'emmen', 40],
    ['gemeenteLead', 'emmen', 50_000],
    ['officer', 'domesta', 50_000],
    ['mentor', 'cosis', 50_000],
  ] as const)(
    'for a %s of %s, at most %i, is what the policies let them read one by one',
    async (role, key, most) => {
      const who = await world.r.actor(role, key)
      const { found, rows } = await asActor(who, async (tx) => ({
        found: await standstillOf(tx, LATE, most),
        rows: await tx.$queryRaw<Row[]>`
        SELECT t.subject_id::text AS subject, t.task, t.due_on::text AS since, t.holder_id::text AS holder, coalesce(g.id::text, '') AS gemeente
        FROM turn t LEFT JOIN party p ON p.subject_id = t.subject_id AND p.part = 'gemeente' LEFT JOIN organisation g ON g.id = p.organisation_id
        WHERE t.covenant_id = (SELECT app.covenant()) AND t.subject_kind = 'case' AND t.due_on < ${LATE}::date AND t.paused_on IS NULL ORDER BY t.due_on, t.id`,
      }))
      const counted = rows.slice(0, most)
      const group = (key: (row: Row) => string, of: (row: Row) => string) =>
        [...Map.groupBy(counted, key)].map(([name, list]) => [name, new Set(list.map(of)).size]).sort()
      const task = ({ subject, task }: Row) => `${subject} ${task}`
      expect(found.more).toBe(rows.length > most)
      expect(found.gemeenten.map((g) => [g.gemeenteId, g.cases]).sort()).toEqual(
        group(
          ({ gemeente }) => gemeente,
          ({ subject }) => subject,
        ),
      )
      expect(found.holders.map((h) => [`${h.holderId} ${h.task}`, h.tasks]).sort()).toEqual(
        group(({ holder, task }) => `${holder} ${task}`, task),
      )
      const longest = Math.max(0, ...found.holders.map((h) => h.longest))
      expect(longest).toBe(Math.max(0, ...counted.map(({ since }) => workingDaysBetween(since, LATE))))
      expect(counted.length).toBeGreaterThan(20)
    },
  )

  it('is read in the order of its days, no further than it is counted', async () => {
    const who = await world.r.actor('coordinator', 'emmen')
    const { rows, whole } = await costOfAsking(who, (tx) => standstillOf(tx, LATE, 40))
    expect(whole).toEqual([])
    expect(rows).toBeLessThan(41 * 8)
  })
})

describe('the register of exceptions', () => {
  const now = { today: TODAY, requestId: null }

  it.each([null, 'inkomen'])(
    'has each exception on one of its pages, the latest first (%s)',
    async (rule) => {
      const who = await world.r.actor('coordinator', 'emmen')
      const pages: ExceptionLine[][] = []
      for (let after: string | null = null; pages.length === 0 || after; ) {
        const page = await asActor(who, (tx) => registerFor(tx, who, { rule, after, most: 7 }, now))
        pages.push([...page.lines])
        after = page.next
      }
      const [all] = await world.r.kernel<{ n: number }>(
        `SELECT count(*)::int AS n FROM case_decision_notes n WHERE n.covenant_id = $1 AND n.rule IS NOT NULL AND n.adopted_on IS NOT NULL AND n.rule = coalesce($2, n.rule)`,
        [who.covenantId, rule],
      )
      const lines = pages.flat()
      expect(lines).toHaveLength(all?.n ?? 0)
      expect(new Set(lines.map(({ number, on }) => `${number} ${on}`)).size).toBe(lines.length)
      expect(pages.length).toBeGreaterThan(1)
      expect(pages.map(([first]) => first?.on)).toEqual(
        pages
          .map(([first]) => first?.on)
          .sort()
          .reverse(),
      )
    },
  )

  it('goes on from no place that is none', async () => {
    const who = await world.r.actor('coordinator', 'emmen')
    const at = (after: unknown) => asActor(who, (tx) => registerFor(tx, who, { rule: null, after }, now))
    const first = await at(undefined)
    expect(first.lines.length).toBeGreaterThan(10)
    for (const nowhere of [
      'x',
      '2026-02-31.00000000-0000-4000-8000-000000000000',
      ['a'],
      `${TODAY}.${'-'.repeat(36)}`,
    ])
      expect(await at(nowhere)).toEqual(first)
  })

  it('finds its page by an index, and loads of its cases no more than it shows', async () => {
    const who = await world.r.actor('coordinator', 'emmen')
    const { rows, whole } = await costOfAsking(who, (tx) => registerFor(tx, who, { rule: null }, now))
    expect(whole).toEqual([])
    expect(rows).toBeLessThan(20 * 40)
  })
})

describe('the list of tafels', () => {
  it('has the first twelve to come, or all of them, and a page of those held', async () => {
    const who = await world.r.actor('coordinator', 'emmen')
    const few = await asActor(who, (tx) => tafelsFor(tx, who, {}))
    const all = await asActor(who, (tx) => tafelsFor(tx, who, { coming: 'all' }))
    const days = all.coming.map(({ on, at }) => on + at)
    expect(days).toEqual([...days].sort())
    expect(few.coming).toEqual(all.coming.slice(0, 12))
    expect([few.moreComing, all.moreComing]).toEqual([all.coming.length > 12, false])
    expect(few.held).toHaveLength(24)
    const on = await asActor(who, (tx) => tafelsFor(tx, who, { after: few.next ?? '' }))
    expect(on.coming).toEqual([])
    expect(on.held.map(({ id }) => id)).not.toContain(few.held[0]?.id)
    const { whole } = await costOfAsking(who, (tx) => tafelsFor(tx, who, {}))
    expect(whole).toEqual([])
  })
})

describe('the notices', () => {
  it('are thirty at first, and a hundred for whoever asks for more', async () => {
    const { mentor } = world
    const few = await asActor(mentor, (tx) => noticesFor(tx, false))
    const all = await asActor(mentor, (tx) => noticesFor(tx, true))
    expect([few.unread.length, few.more, all.unread.length]).toEqual([30, true, 100])
    expect(few.unread).toEqual(all.unread.slice(0, 30))
  })
})
