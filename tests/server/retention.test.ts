// Homes that last on a real Postgres, against a world that was counted by hand; by the rights of who asks.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor, Role } from '@/domain/case/actor'
import { retentionReaders } from '@/domain/report/retention'
import { asActor } from '@/server/db/as-actor'
import { keptCases, retentionCounts } from '@/server/retention'
import { first } from '../support/client'
import { aRow } from '../support/from-file'
import { admit, type Cast, castOf, enter, moveIn, propose, register } from '../support/main-job'
import { home, type Region, region, TODAY, take } from '../support/region'

const period = { from: '2023-01-01', until: TODAY, today: TODAY }
const nothing = { homeEndedOn: null, homeEndWhy: null, destination: null }
const well = { ...nothing, reason: 'goedAfgerond' }
const moved = (homeEndedOn: string, destination: string) => ({
  ...{ reason: 'verhuisd', homeEndedOn, homeEndWhy: 'opgezegd', destination },
})
/** When the key was handed over, and how the file was closed on which day, if it was. */
const homes: readonly [string, ({ on: string } & Record<string, unknown>)?][] = [
  ['2023-05-01'], // lives there, guided, 42 months on
  ['2023-05-01', { on: '2025-06-01', ...well }], // guided at 24 months, done well at 36
  ['2023-06-01', { on: '2024-01-10', ...moved('2024-01-05', 'andereWoning') }], // well away between 6 and 12 months
  [
    '2024-02-01',
    {
      on: '2024-09-01',
      ...nothing,
      reason: 'terugNaarVoorziening',
      homeEndedOn: '2024-08-31',
      homeEndWhy: 'ontruimd',
    },
  ],
  ['2024-02-01', { on: '2025-03-01', ...nothing, reason: 'overleden', homeEndedOn: '2025-02-27' }], // counts no more at 24 months
  ['2024-11-23', { on: '2024-12-23', ...moved('2024-12-20', 'geenPlek') }], // 24 months today
  ['2026-06-01'], // not yet six months
]

let r: Region
let cast: Cast
let housed: string
const ids: string[] = []
beforeAll(async () => {
  r = await region('zuidoost-drenthe', 'flevoland')
  cast = await castOf(r)
  for (const [i, [keyOn, end]] of homes.entries()) {
    const fromFile = aRow('aftercare', { statedSince: keyOn })
    const opening = { ...first, givenName: `Nr ${i}`, familyName: 'Blijft', gemeente: r.organisations.emmen }
    const id = await take(cast.mentor, 'openCase', null, opening, { fromFile })
    await take(cast.regisseur, 'confirmHoused', id)
    ids.push(id)
    const { on, ...said } = end ?? { on: '' }
    if (end) await take(cast.mentor, 'closeCase', id, said, { on })
  }
  housed = await register(r, cast)
  await admit(r, cast, housed)
  await moveIn(cast, housed, await propose(cast, await enter(r, cast, '1'), housed))
}, 180_000)
afterAll(() => r.close())

const counts = (who: Actor, asked = period) =>
  asActor(who, async (tx) =>
    (await retentionCounts(tx, asked)).map(({ by, organisation, age, reached, home, guided, well }) => [
      organisation ? by : `${by} -`,
      ...[age, reached, home, guided, well],
    ]),
  )
const ofAll = async (who: Actor, asked = period) =>
  (await counts(who, asked)).flatMap(([by, ...numbers]) => (by === 'covenant -' ? [numbers] : []))

describe('homes that last', () => {
  it('are counted at each age of those who reached it, without who died before', async () => {
    expect(await ofAll(await r.actor('coordinator', 'emmen'))).toEqual([
      // age, reached, home, guided, well
      [0, 8, 4, 3, 2],
      [6, 6, 5, 5, 0],
      [12, 6, 3, 3, 1],
      [24, 5, 2, 2, 1],
      [36, 3, 2, 1, 2],
    ])
  })

  it('are counted of the keys of a period alone', async () => {
    const coordinator = await r.actor('coordinator', 'emmen')
    expect(await ofAll(coordinator, { ...period, from: '2024-01-01', until: '2024-06-30' })).toEqual([
      [0, 2, 0, 0, 0],
      [6, 2, 2, 2, 0],
      [12, 2, 1, 1, 0],
      [24, 1, 0, 0, 0],
    ])
  })

  it('are counted by provider, and by corporation where it is known', async () => {
    const all = await counts(await r.actor('gemeenteLead', 'emmen'))
    expect(all.filter(([by, age]) => by === 'provider' && age === 0)).toEqual([['provider', 0, 8, 4, 3, 2]])
    expect(all.filter(([by, age]) => String(by).startsWith('corporation') && age === 0)).toEqual([
      ['corporation', 0, 1, 1, 1, 0],
      ['corporation -', 0, 7, 3, 2, 2],
    ])
  })

  it('are for a provider and a corporation the total and their own row, for a client council the total', async () => {
    const kinds = async (role: Role, organisation: string) =>
      [...new Set((await counts(await r.actor(role, organisation))).map(([by]) => by))].sort()
    expect(await kinds('zorgLead', 'cosis')).toEqual(['covenant -', 'provider'])
    expect(await kinds('zorgLead', 'leger-des-heils')).toEqual(['covenant -'])
    expect(await kinds('boardMember', 'domesta')).toEqual(['corporation', 'covenant -'])
    expect(await kinds('clientCouncil', home.clientorganisatie)).toEqual(['covenant -'])
  })

  it('are of nobody else', async () => {
    const others: [Role, string][] = [
      ['mentor', 'cosis'],
      ['officer', 'domesta'],
      ['chair', 'emmen'],
      ['privacyOfficer', home.gemeente],
      ['organisationAdmin', home.corporatie],
      ['localTeam', home.wijkteam],
    ]
    for (const [role, organisation] of others) {
      expect(retentionReaders).not.toContain(role)
      expect(await counts(await r.actor(role, organisation)), role).toEqual([])
    }
  })

  it('open the cases that somebody reads, and no others', async () => {
    const behind = async (who: Actor, what: 'reached' | 'home' | 'well', age: 0 | 24 = 0) =>
      (
        await asActor(who, (tx) =>
          keptCases(tx, period, { by: 'covenant', organisation: null, age, what }, 50),
        )
      ).map(({ id }) => [...ids, housed].indexOf(id))
    const own = await r.actor('gemeenteLead', 'emmen')
    expect((await behind(own, 'well')).sort()).toEqual([1, 2])
    expect(await behind(own, 'home', 24)).toEqual([0, 1])
    expect((await behind(await r.actor('coordinator', 'emmen'), 'reached')).length).toBe(8)
    expect(await behind(await r.actor('gemeenteLead', 'coevorden'), 'reached')).toEqual([])
    expect(await behind(await r.actor('zorgLead', 'leger-des-heils'), 'reached')).toEqual([])
    for (const [role, organisation] of [
      ['boardMember', 'emmen'],
      ['clientCouncil', home.clientorganisatie],
    ] as const)
      expect(await behind(await r.actor(role, organisation), 'reached'), role).toEqual([])
  })

  it('are of their own region, and hold no shielded case', async () => {
    const elsewhere = await r.actor('coordinator', 'noordoostpolder', 'Een ander', 'flevoland')
    expect(await counts(elsewhere)).toEqual([])
    await take(cast.mentor, 'describeSafety', ids[0] as string, {
      threat: 'stalking',
      secrecy: 'geheim',
      note: null,
    })
    const coordinator = await r.actor('coordinator', 'emmen')
    expect((await ofAll(coordinator))[0]).toEqual([0, 7, 3, 2, 2])
  })
})
