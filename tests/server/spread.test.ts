// The cases of somebody who is away, spread over colleagues, on real rows: proposed, changed by people, never to who is away.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/case/actor'
import { addDays } from '@/domain/kernel/days'
import { spreadOf } from '@/features/step/spread'
import { spreadingOf } from '@/features/step/spread-take'
import { takeEachBack, takeOnEach } from '@/features/step/together-each'
import { asActor } from '@/server/db/as-actor'
import { type Cast, castOf, register } from '../support/main-job'
import { type Region, region, TODAY, take } from '../support/region'

let r: Region
let cast: Cast
let lead: Actor
let cases: string[]
let ids: Record<string, string>
const UNTIL = addDays(TODAY, 20)

const parties = { deputyName: 'Vera Vervanger', deputyPhone: null }
const hand = (kase: string, mentorName: string, mentorPhone: string | null) =>
  take(cast.mentor, 'describeParties', kase, { ...parties, mentorName, mentorPhone })

beforeAll(async () => {
  r = await region()
  cast = await castOf(r)
  lead = await r.actor('zorgLead', 'cosis')
  const admin = await r.actor('organisationAdmin', 'cosis')
  const names = ['Mia Weg', 'Stefan Hier', 'Anouk Hier']
  ids = {}
  for (const [at, name] of names.entries())
    ids[name] = await take(admin, 'giveAccess', null, {
      name,
      email: `mentor${at}@voorbeeld.example`,
      role: 'mentor',
      until: null,
      standsInFor: null,
    })
  await take(lead, 'reportAbsence', ids['Mia Weg'] as string, {
    awayFrom: TODAY,
    awayUntil: UNTIL,
    standIn: null,
  })
  cases = []
  for (const givenName of ['An', 'Bo', 'Cas', 'Dirk', 'Els'])
    cases.push(await register(r, cast, { givenName, familyName: 'Verdeeld' }))
  for (const kase of cases.slice(0, 4)) await hand(kase, 'Mia Weg', '06 11 11 11 11')
  await hand(cases[4] as string, 'Stefan Hier', '06 22 22 22 22')
})
afterAll(() => r.close())

const work = (actor: Actor) => ({ actor, today: TODAY, requestId: null })
const held = () => cases.slice(0, 4).map((id) => ({ id, holder: 'Mia Weg' }))
const proposed = (chosen: readonly string[] | null) =>
  asActor(lead, (tx) => spreadOf(tx, { actor: lead, today: TODAY }, held(), chosen))
const chosen = () => [ids['Stefan Hier'] as string, ids['Anouk Hier'] as string]
const on = async () =>
  (
    await r.kernel<{ id: string; version: number }>(
      'SELECT id::text, version FROM spine WHERE id = ANY ($1) ORDER BY number',
      [cases.slice(0, 4)],
    )
  ).map((one) => ({ ...one, key: randomUUID() }))
const mentors = async () =>
  (
    await r.kernel<{ name: string; phone: string | null; deputy: string | null }>(
      'SELECT mentor_name AS name, mentor_phone AS phone, deputy_name AS deputy FROM case_parties p JOIN spine s ON s.id = p.subject_id WHERE s.id = ANY ($1) ORDER BY s.number',
      [cases.slice(0, 4)],
    )
  ).map(({ name, phone, deputy }) => [name, phone, deputy])
const formOf = (lines: Readonly<Record<string, string>>) => {
  const form = new FormData()
  for (const [id, to] of Object.entries(lines)) form.set(`to.${id}`, to)
  return form
}

describe('the work of a mentor who is away', () => {
  it('is proposed to those who are there, most to who has least', async () => {
    const { shares, proposal } = await proposed(chosen())
    const of = (name: string) => shares.find((one) => one.name === name)
    expect([...proposal.keys()]).toEqual(cases.slice(0, 4))
    expect([of('Stefan Hier')?.inHand, of('Stefan Hier')?.gets, of('Stefan Hier')?.total]).toEqual([1, 1, 2])
    expect([of('Anouk Hier')?.inHand, of('Anouk Hier')?.gets, of('Anouk Hier')?.total]).toEqual([0, 3, 3])
    expect(of('Stefan Hier')?.phone).toBe('06 22 22 22 22')
  })

  it('is never proposed to who is away, also when chosen', async () => {
    const { shares, proposal } = await proposed([ids['Mia Weg'] as string])
    expect(shares.find(({ name }) => name === 'Mia Weg')?.awayUntil).toBe(UNTIL)
    expect(proposal.size).toBe(0)
    const everybody = await proposed(null)
    expect([...everybody.proposal.values()]).not.toContain(ids['Mia Weg'])
  })

  it('goes as the lines say, with a record in each and the number of who takes over, and back again', async () => {
    const before = await mentors()
    const { proposal } = await proposed(chosen())
    const spreading = await spreadingOf(work(lead), formOf(Object.fromEntries(proposal)))
    if (!spreading) throw new Error('Nothing to spread')
    const records = () =>
      r.kernel(
        "SELECT 1 FROM journal WHERE kind = 'step' AND step = 'describeParties' AND subject_id = ANY ($1)",
        [cases],
      )
    const had = (await records()).length
    const { fates, back } = await takeOnEach(work(lead), 'describeParties', await on(), spreading.answersOf)
    expect(fates.map(({ refusal }) => refusal)).toEqual([null, null, null, null])
    expect((await records()).length).toBe(had + 4)
    const now = await mentors()
    expect(now.filter(([name]) => name === 'Stefan Hier')).toEqual([
      ['Stefan Hier', '06 22 22 22 22', 'Vera Vervanger'],
    ])
    // Of whom no number is known, none is kept: the one of who is away is of no use.
    expect(now.filter(([name]) => name === 'Anouk Hier')).toEqual(
      Array(3).fill(['Anouk Hier', null, 'Vera Vervanger']),
    )
    const undone = await takeEachBack(work(lead), 'describeParties', back)
    expect(undone.map(({ refusal }) => refusal)).toEqual([null, null, null, null])
    expect(await mentors()).toEqual(before)
  })

  it('does not go to who is away, of another organisation or in another role, whatever the form says', async () => {
    const [a, b, c, d] = cases as [string, string, string, string]
    const elsewhere = await r.actor('mentor', 'wender')
    const lines = { [a]: ids['Mia Weg'], [b]: elsewhere.membershipId, [c]: lead.membershipId, [d]: 'x' }
    const spreading = await spreadingOf(work(lead), formOf(lines as Record<string, string>))
    const before = await mentors()
    const { fates } = await takeOnEach(
      work(lead),
      'describeParties',
      await on(),
      spreading?.answersOf ?? (() => ({ refusal: { reason: 'notYourRole' } })),
    )
    const not = 'notAColleague'
    expect(fates.map(({ refusal }) => refusal?.reason)).toEqual(['colleagueAway', not, not, not])
    expect(await mentors()).toEqual(before)
  })

  it('is spread by a team leader of the provider alone', async () => {
    for (const who of [cast.mentor, await r.actor('gemeenteLead', 'emmen'), cast.officer])
      expect(await spreadingOf(work(who), formOf({}))).toBeNull()
  })
})
