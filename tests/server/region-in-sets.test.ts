// What is asked of a whole region in sets is what its rows say one by one, under the policies of whoever asks.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/case/actor'
import { tileStages } from '@/domain/report/tile-map'
import { asActor, asSystem } from '@/server/db/as-actor'
import { listed } from '@/server/listed'
import { homesByGemeente } from '@/server/tile-map'
import { asKernel } from '../../prisma/load-covenant'
import { loadLargeWorld } from '../../prisma/world/large/load'
import { actorsIn } from '../../prisma/world/play'
import { type Region, region, TODAY } from '../support/region'
import { welcomeCast } from '../support/two-ways'

let r: Region
let people: Actor[]
beforeAll(async () => {
  r = await region('zuidoost-drenthe', 'flevoland')
  await welcomeCast(r)
  await loadLargeWorld({ ownerUrl: r.ownerUrl, today: TODAY, cases: 300, say: () => undefined })
  const all = [...(await asKernel(r.ownerUrl, actorsIn)).values()]
  people = all.filter(({ organisationKind }) => organisationKind !== 'systeem')
  // One client of three must not be found.
  await r.kernel(
    `UPDATE relation SET shield = subject_id WHERE subject_kind = 'case' AND stage = 'matching' AND get_byte(uuid_send(subject_id), 15) % 3 = 0`,
  )
}, 240_000)
afterAll(() => r.close())

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

const officer = () => people.find((one) => one.role === 'officer') as Actor

describe('the clients who seek a home', () => {
  it.each(['matching', 'reporting'] as const)('are for %s those whom it reads one by one', async (role) => {
    const rows = await oneByOne(officer(), role)
    expect(rows.length).toBeGreaterThan(5)
    expect(await seekers(officer(), role)).toEqual(rows)
  })

  it('are for the matching those who must not be found as well, and for another covenant only its own', async () => {
    const all = await seekers(officer(), 'matching')
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
    const found = await seekers(officer(), 'reporting')
    expect(found).toEqual(await oneByOne(officer(), 'reporting'))
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
