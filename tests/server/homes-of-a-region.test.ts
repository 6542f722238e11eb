// Homes in a larger region. A page of candidates is a page of what all of them would be, and costs what is shown and what could fit;
// what is asked of a whole region in sets is what its rows say one by one, under the policies of whoever asks.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/case/actor'
import { ruleSet } from '@/domain/covenant/rule-set'
import { excluded, inOrder } from '@/domain/matching/order'
import { tileStages } from '@/domain/report/tile-map'
import { type Asked, candidatesFor } from '@/server/candidates'
import { asActor, asSystem } from '@/server/db/as-actor'
import type { Tx } from '@/server/db/client'
import { listed } from '@/server/listed'
import { normsOn } from '@/server/norms'
import { homesByGemeente } from '@/server/tile-map'
import { asKernel } from '../../prisma/load-covenant'
import { loadLargeWorld } from '../../prisma/world/large/load'
import { actorsIn } from '../../prisma/world/play'
import { costOfAsking } from '../support/cost-of-asking'
import { everyCandidate } from '../support/main-job'
import { covenantOf, type Region, region, TODAY } from '../support/region'
import { welcomeCast } from '../support/two-ways'

let r: Region
let people: Actor[]
let officer: Actor
/** A home of which some clients seek in its gemeente, and more elsewhere. */
let home: string

beforeAll(async () => {
  r = await region('zuidoost-drenthe', 'flevoland')
  await welcomeCast(r)
  await loadLargeWorld({ ownerUrl: r.ownerUrl, today: TODAY, cases: 600, say: () => undefined })
  const all = [...(await asKernel(r.ownerUrl, actorsIn)).values()]
  people = all.filter(({ organisationKind }) => organisationKind !== 'systeem')
  officer = people.find((p) => p.role === 'officer' && p.organisationName === 'Domesta') as Actor
  const [found] = await r.kernel<{ id: string }>(
    `SELECT f.subject_id AS id FROM dwelling_facts f JOIN spine s ON s.id = f.subject_id JOIN relation r ON r.subject_id = f.subject_id AND r.holder_id = $1 AND r.relation = 'ours'
      WHERE s.stage = 'available' ORDER BY (SELECT count(*) FROM case_decision d JOIN turn t ON t.subject_id = d.subject_id AND t.task = 'findDwelling' WHERE d.municipality = f.municipality) LIMIT 1`,
    [officer.organisationId],
  )
  home = found?.id as string
}, 240_000)
afterAll(() => r.close())

const ask = (asked: Partial<Asked>) => async (tx: Tx) => {
  const agreements = {
    rules: ruleSet.parse(covenantOf('zuidoost-drenthe').version.rules),
    norms: await normsOn(tx),
    today: TODAY,
  }
  const found = await candidatesFor(tx, officer, home, agreements, { ...everyCandidate, ...asked })
  if (!found) throw new Error('No such home')
  return found
}
const found = (asked: Partial<Asked>) => asActor(officer, ask(asked))

describe('the candidates of a home', () => {
  it('stand in their order when they are judged by all rules, each of them, and who does not fit is counted', async () => {
    const { part, all, failing, fitting } = await found({})
    expect(all).toBeGreaterThan(15)
    expect(part.rows).toHaveLength(all)
    expect(inOrder(part.rows)).toEqual(part.rows)
    for (const one of part.rows) expect(one.excluded, one.pseudonym).toBe(excluded(one))
    expect(part.rows.filter((one) => one.excluded)).toHaveLength(failing)
    expect(fitting.map((one) => one.pseudonym)).toEqual(
      part.rows.slice(0, all - failing).map((one) => one.pseudonym),
    )
  })

  it('are each on one of its pages, in the same order and with the same verdicts', async () => {
    const whole = (await found({})).part.rows
    const pages: (typeof whole)[number][] = []
    for (let after: string | undefined; ; ) {
      const { part } = await found({ part: { after }, size: 7 })
      expect(part.place).toBe(pages.length + 1)
      pages.push(...part.rows)
      if (!part.isAfter) break
      after = part.rows.at(-1)?.pseudonym
    }
    expect(pages).toEqual(whole)
  })

  it('are found by their names wherever they stand, and nobody by another name', async () => {
    const whole = (await found({})).part.rows
    const [first, last] = [whole[0], whole.at(-1)]
    const names = [last, first].map((one) => one?.pseudonym ?? '')
    const { named, part } = await found({ size: 0, named: [...names, 'NOBODY'] })
    expect(named).toEqual([first, last].map((one) => expect.objectContaining({ ...one })))
    expect(part.rows).toEqual([])
  })

  it('are read in full where they could fit or are shown, and the others not', async () => {
    const [seeking] = await r.kernel<{ here: number; all: number }>(
      `SELECT count(*)::int AS all, (count(*) FILTER (WHERE d.municipality IS NULL OR d.municipality = f.municipality OR c.shield IS NOT NULL))::int AS here
         FROM turn t JOIN spine c ON c.id = t.subject_id LEFT JOIN case_decision d ON d.subject_id = c.id, dwelling_facts f WHERE t.task = 'findDwelling' AND f.subject_id = $1`,
      [home],
    )
    const { here, all } = seeking as NonNullable<typeof seeking>
    expect(all).toBeGreaterThan(here + 10)
    // As in a large region, where nothing is cheaper than to look each of them up.
    const { of, whole } = await costOfAsking(officer, async (tx) => {
      await tx.$executeRaw`SET LOCAL enable_mergejoin = off`
      await tx.$executeRaw`SET LOCAL enable_hashjoin = off`
      return ask({ size: 5 })(tx)
    })
    expect(whole.filter((table) => table !== 'case_exclusions')).toEqual([])
    for (const table of ['case_profile', 'case_income_class', 'case_identity'])
      expect(of[table], table).toBeLessThanOrEqual(here + 5)
  })
})

type Seeker = Readonly<Record<string, unknown>>

/** Row by row, as it was asked before: the policy of each table answers for each row. */
const oneByOne = (who: Actor, role: 'matching' | 'reporting') =>
  asActor(who, (tx) =>
    asSystem(
      tx,
      who,
      role,
      () => tx.$queryRaw<Seeker[]>`
        SELECT r.subject_id::text AS id, r.shielded, d.municipality::text, d.priority, y.ready_since::text AS since,
          greatest(y.wanted_from, CASE WHEN y.ready_since IS NULL THEN y.expected_on END)::text AS wanted, h.adults + h.children AS persons
        FROM relation r LEFT JOIN case_decision d ON d.subject_id = r.subject_id LEFT JOIN case_readiness y ON y.subject_id = r.subject_id LEFT JOIN case_household h ON h.household_id = r.household_id
        WHERE r.holder_id = (SELECT app.covenant()) AND r.covenant_id = (SELECT app.covenant()) AND r.subject_kind = 'case' AND r.relation = 'any' AND r.stage = 'matching'
          AND EXISTS (SELECT 1 FROM turn t WHERE t.subject_id = r.subject_id AND t.task = 'findDwelling') ORDER BY 1`,
    ),
  )

const inSets = `SELECT s.case_id::text AS id, s.shielded, s.municipality::text, s.priority, s.ready_since::text AS since, s.wanted_from::text AS wanted, s.persons FROM app.seekers() s ORDER BY 1`
const seekers = (who: Actor, role: 'matching' | 'reporting') =>
  asActor(who, (tx) => asSystem(tx, who, role, () => tx.$queryRawUnsafe<Seeker[]>(inSets)))

describe('the clients who seek a home', () => {
  // One client of three must not be found.
  beforeAll(() =>
    r.kernel(
      `UPDATE relation SET shield = subject_id WHERE subject_kind = 'case' AND stage = 'matching' AND get_byte(uuid_send(subject_id), 15) % 3 = 0`,
    ),
  )

  it.each(['matching', 'reporting'] as const)('are for %s those whom it reads one by one', async (role) => {
    const rows = await oneByOne(officer, role)
    expect(rows.length).toBeGreaterThan(5)
    expect(await seekers(officer, role)).toEqual(rows)
  })

  it('are for the matching those who must not be found as well, and for another covenant only its own', async () => {
    const all = await seekers(officer, 'matching')
    expect(new Set(all.map(({ shielded }) => shielded))).toEqual(new Set([true, false]))
    const elsewhere = await r.actor('coordinator', 'noordoostpolder', 'Elders', 'flevoland')
    const there = await seekers(elsewhere, 'matching')
    expect(there).toEqual(await oneByOne(elsewhere, 'matching'))
    const here = new Set(all.map(({ id }) => id))
    expect(there.filter(({ id }) => here.has(id))).toEqual([])
  })

  it('lose what a grant of a compartment is taken from', async () => {
    await r.kernel(
      `DELETE FROM policy_grant WHERE role = 'reporting' AND verb = 'read' AND object = 'decision'`,
    )
    const found = await seekers(officer, 'reporting')
    expect(found).toEqual(await oneByOne(officer, 'reporting'))
    expect(new Set(found.map(({ municipality }) => municipality))).toEqual(new Set([null]))
  })

  it('are for no person at all', async () => {
    for (const who of people)
      expect(await asActor(who, (tx) => tx.$queryRawUnsafe(inSets)), who.role).toEqual([])
  })
})

it('the homes of each gemeente are those that each person reads one by one', async () => {
  const counted = new Set<number>()
  for (const who of people) {
    const [sets, rows] = await asActor(who, async (tx) => [
      await homesByGemeente(tx),
      await tx.$queryRaw<{ id: string; stage: string; n: number }[]>`
        SELECT f.municipality::text AS id, l.stage, count(*)::int AS n
        FROM (${listed(who, { kind: 'dwelling', stages: tileStages, limit: 100_000 })}) l JOIN dwelling_facts f ON f.subject_id = l.subject_id GROUP BY 1, 2`,
    ])
    const sorted = (of: typeof rows) => of.map((one) => `${one.id} ${one.stage} ${one.n}`).sort()
    expect(sorted(sets as typeof rows), who.role).toEqual(sorted(rows))
    counted.add(rows.reduce((sum, { n }) => sum + n, 0))
  }
  expect(counted).toContain(0)
  expect(Math.max(...counted)).toBeGreaterThan(20)
})
