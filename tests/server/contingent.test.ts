// The ledger of homes on a real Postgres: counted from what happened, for those it is for, and no shielded case in any line.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor, Role } from '@/domain/case/actor'
import type { ContingentLine } from '@/domain/covenant/contingent'
import { ledgerReaders } from '@/domain/report/ledger'
import { contingentCounts } from '@/server/contingent'
import { asActor } from '@/server/db/as-actor'
import { rulesOn } from '@/server/rules'
import { threeParties } from '../support/inputs'
import { admit, type Cast, castOf, enter, moveIn, propose, register } from '../support/main-job'
import { covenantOf, home, type Region, region, TODAY, take } from '../support/region'

const year = { from: '2026-01-01', until: '2026-12-31', agreed: { as: 'number', homes: 10 } } as const
const at = (corporation: string, municipality: string | null, origin: string | null) => ({
  ...{ corporation, municipality, origin, ...year, carryOver: false },
})
const lines: readonly ContingentLine[] = [
  at('domesta', 'emmen', 'BW'),
  at('domesta', 'emmen', 'MO'),
  at('domesta', 'coevorden', null),
  at('lefier', null, null),
  { ...at('domesta', null, null), from: '2025-01-01', until: '2025-12-31' },
]

let r: Region
let cast: Cast
let housed: string
let confirmed: string
let offered: string
beforeAll(async () => {
  r = await region('zuidoost-drenthe', 'flevoland')
  cast = await castOf(r)
  await r.kernel(
    `UPDATE covenant_version v SET rules = jsonb_set(v.rules, '{contingent}', $1) FROM covenant c WHERE c.id = v.covenant_id AND c.key = 'zuidoost-drenthe'`,
    [JSON.stringify({ lines })],
  )
  housed = await register(r, cast)
  confirmed = await register(r, cast, { givenName: 'Bo', familyName: 'Later' })
  offered = await register(r, cast, { givenName: 'Cas', familyName: 'Wacht' })
  await admit(r, cast, housed, confirmed, offered)
  const offers: string[] = []
  for (const [i, id] of [housed, confirmed, offered].entries())
    offers.push(await propose(cast, await enter(r, cast, String(i + 1)), id))
  await moveIn(cast, housed, offers[0] as string)
  await take(cast.mentor, 'acceptOffer', offers[1] as string, { note: null })
  await take(cast.officer, 'confirmOffer', offers[1] as string, { ...threeParties, startOn: TODAY })
})
afterAll(() => r.close())

const counts = (who: Actor, day = TODAY) =>
  asActor(who, async (tx) => {
    const { contingent } = await rulesOn(tx, day)
    const found = await contingentCounts(tx, contingent.lines, day)
    return found.map(({ line, waiting, delivered }) => [lines.indexOf(sameLine(line)), waiting, delivered])
  })
const sameLine = (line: ContingentLine) =>
  lines.find((one) => JSON.stringify(one) === JSON.stringify({ ...one, ...line })) as ContingentLine

const all = [
  [0, 1, 1],
  [1, 0, 0],
  [2, 0, 0],
  [3, 0, 0],
  [4, 0, 0],
]

describe('the ledger of homes', () => {
  it('counts a key and a confirmed offer where the home stands, for the place that was left, in its year', async () => {
    expect(await counts(await r.actor('coordinator', 'emmen'))).toEqual(all)
  })

  it('is whole for whoever answers for a gemeente, and for who governs a party', async () => {
    for (const [role, organisation] of [
      ['regisseur', 'emmen'],
      ['gemeenteLead', 'coevorden'],
      ['boardMember', 'borger-odoorn'],
      ['boardMember', 'cosis'],
    ] as const)
      expect(await counts(await r.actor(role, organisation)), role).toEqual(all)
  })

  it('holds for a corporation its own lines alone, also for its board', async () => {
    for (const role of ['officer', 'corporatieLead', 'boardMember'] as const) {
      expect(await counts(await r.actor(role, 'lefier')), role).toEqual([[3, 0, 0]])
      const own = await counts(await r.actor(role, 'domesta'))
      expect(own, role).toEqual(all.filter(([line]) => line !== 3))
    }
  })

  it('is of nobody else', async () => {
    const others: [Role, string][] = [
      ['mentor', 'cosis'],
      ['zorgLead', 'cosis'],
      ['chair', 'emmen'],
      ['secretary', 'emmen'],
      ['privacyOfficer', home.gemeente],
      ['organisationAdmin', home.corporatie],
      ['localTeam', home.wijkteam],
      ['clientCouncil', home.clientorganisatie],
    ]
    for (const [role, organisation] of others) {
      expect(ledgerReaders).not.toContain(role)
      expect(await counts(await r.actor(role, organisation)), role).toEqual([])
    }
  })

  it('is in another region about the homes and the lines of that region', async () => {
    const elsewhere = await r.actor('coordinator', 'noordoostpolder', 'Een ander', 'flevoland')
    const { lines: theirs } = covenantOf('flevoland').version.rules.contingent
    const found = await asActor(elsewhere, (tx) => contingentCounts(tx, theirs, TODAY))
    expect(found.map(({ line }) => line)).toEqual(theirs)
    expect(found.every(({ waiting, delivered }) => waiting + delivered === 0)).toBe(true)
  })

  it('has no lines before numbers were agreed', async () => {
    const coordinator = await r.actor('coordinator', 'emmen')
    expect(await asActor(coordinator, (tx) => contingentCounts(tx, lines, '2020-12-31'))).toEqual([])
  })

  it('holds a case no more from the day on which it is shielded', async () => {
    const safety = { threat: 'stalking', secrecy: 'geheim', note: null }
    const coordinator = await r.actor('coordinator', 'emmen')
    await take(cast.mentor, 'describeSafety', confirmed, safety)
    expect((await counts(coordinator))[0]).toEqual([0, 0, 1])
    await take(cast.mentor, 'describeSafety', housed, safety)
    expect((await counts(coordinator))[0]).toEqual([0, 0, 0])
  })
})
