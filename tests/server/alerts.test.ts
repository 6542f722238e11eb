// What calls a privacy officer: found by the worker in its next round, on their page and by mail, once.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/case/actor'
import { type Alert, alertKinds } from '@/domain/privacy/attention'
import { openAlerts, raiseAlerts, seeAlert, watchChains } from '@/server/alerts'
import { asActor } from '@/server/db/as-actor'
import { type Cast, castOf, register } from '../support/main-job'
import { addressOf, openOffice, type TestOffice } from '../support/office'
import { attempt, type Region, region, TODAY } from '../support/region'
import { tamper } from '../support/tampering'

let r: Region
let cast: Cast
let kase: string
let office: TestOffice
let officer: Actor
let foreigner: Actor
beforeAll(async () => {
  r = await region()
  cast = await castOf(r)
  office = await openOffice(r)
  officer = await r.actor('privacyOfficer', 'cosis', 'Carla Smid')
  foreigner = await r.actor('privacyOfficer', 'leger-des-heils', 'Loes Hulzebos')
  kase = await register(r, cast)
})
afterAll(async () => {
  await office.close()
  await r.close()
})
beforeEach(async () => {
  await office.clear()
  await r.kernel('UPDATE alert SET seen_at = coalesce(seen_at, now())')
})

const asOwner = (sql: string) => tamper(r.ownerUrl, sql)
const alerts = (who: Actor): Promise<Alert[]> => asActor(who, openAlerts)
const abouts = async (who: Actor) => (await alerts(who)).map((alert) => alert.about).sort()

describe('somebody who is refused', () => {
  const somebody = (name: string) => r.actor('mentor', 'leger-des-heils', name)
  const reach = async (who: Actor, times: number) => {
    for (let i = 0; i < times; i++) await attempt(who, 'recordVisit', kase, {})
  }
  /** Every refusal so many minutes earlier, and the round before it as well. */
  const ago = async ({ accountId }: Actor, minutes: number) => {
    await asOwner(
      `UPDATE journal SET recorded_at = recorded_at - interval '${minutes} minutes' WHERE kind = 'denied' AND account_id = '${accountId}'`,
    )
    await r.kernel(`UPDATE worker SET watched_at = watched_at - interval '1 hour'`)
  }

  it('four times calls nobody, and five times within ten minutes calls at once', async () => {
    const who = await somebody('Vijf Keer')
    await reach(who, 4)
    await raiseAlerts(office)
    expect(await abouts(foreigner)).toEqual([])
    await reach(who, 1)
    expect(await raiseAlerts(office)).toBe(1)
    expect(await alerts(foreigner)).toMatchObject([{ about: 'refusals', person: who.accountId, times: 5 }])
    expect(await abouts(officer)).toEqual([])
  })

  it('gives one mail that says nothing of whom, what or how often, and none again that day', async () => {
    const who = await somebody('Grijpgraag Mentor')
    await reach(who, 5)
    await raiseAlerts(office)
    await office.round()
    const [letter, ...more] = office.letters()
    expect(more).toEqual([])
    expect(letter?.to).toBe(addressOf(foreigner))
    expect(letter?.header('Subject')).toBe('In uw journaal staat iets wat aandacht vraagt')
    expect(letter?.text).toContain('https://thuistafel.example.nl/journal')
    for (const word of ['Grijpgraag', 'geweigerd', 'ZOD-', kase, who.accountId])
      expect(letter?.text).not.toContain(word)
    await reach(who, 5)
    expect(await raiseAlerts(office)).toBe(0)
    expect(await office.round()).toBe(0)
  })

  it('in more than ten minutes is not called for', async () => {
    const who = await somebody('Geduldig Mentor')
    await reach(who, 4)
    await ago(who, 11)
    await reach(who, 4)
    expect(await raiseAlerts(office)).toBe(0)
  })

  it('is called for by the covenant when it says fewer, and by a round that comes late', async () => {
    const who = await somebody('Drie Keer')
    await reach(who, 3)
    await ago(who, 30)
    await r.kernel(`UPDATE covenant_version SET rules = jsonb_set(rules, '{journal}', '{"refusals": 3}')`)
    await raiseAlerts(office)
    expect((await alerts(foreigner)).map((alert) => alert.person)).toContain(who.accountId)
    await r.kernel(`UPDATE covenant_version SET rules = rules - 'journal'`)
  })
})

describe('somebody who opens many cases', () => {
  /** As if this person opened so many cases, so many days ago. */
  const opened = async (who: Actor, cases: number, daysAgo = 0) => {
    await r.kernel(
      `INSERT INTO journal SELECT l.* FROM (SELECT * FROM journal WHERE organisation_id = $1 LIMIT 1) j, generate_series(1, $2::int) n,
         LATERAL jsonb_populate_record(NULL::journal, to_jsonb(j) || jsonb_build_object('id', gen_random_uuid(), 'seq', n + (random() * 1e12)::bigint, 'kind', 'read', 'subject_kind', 'case',
           'account_id', $3::uuid, 'action_key', NULL, 'subject_id', gen_random_uuid(), 'recorded_at', clock_timestamp() - $4::int * interval '1 day')) l`,
      [who.organisationId, cases, who.accountId, daysAgo],
    )
  }

  it('is called for from as many on one day as the covenant finds many', async () => {
    const who = await r.actor('mentor', 'cosis', 'Veel Mentor')
    await opened(who, 39)
    expect(await raiseAlerts(office)).toBe(0)
    await opened(who, 1)
    expect(await raiseAlerts(office)).toBe(1)
    expect(await alerts(officer)).toMatchObject([{ about: 'manyCases', person: who.accountId, times: 40 }])
    await opened(who, 5)
    expect(await raiseAlerts(office)).toBe(0)
  })

  it('is called for from ten times as many as on their own days before', async () => {
    const who = await r.actor('mentor', 'cosis', 'Weinig Mentor')
    for (const day of [3, 4, 5, 10, 20]) await opened(who, 1, day)
    await opened(who, 9)
    expect(await raiseAlerts(office)).toBe(0)
    await opened(who, 1)
    expect(await raiseAlerts(office)).toBe(1)
    expect(await alerts(officer)).toMatchObject([{ about: 'unlikeBefore', person: who.accountId, times: 10 }])
  })

  it('is not measured against too few days, or days of long ago', async () => {
    const who = await r.actor('mentor', 'cosis', 'Nieuwe Mentor')
    for (const day of [3, 4, 5, 10, 40]) await opened(who, 1, day)
    await opened(who, 30)
    expect(await raiseAlerts(office)).toBe(0)
  })
})

describe('an alert', () => {
  const alert = async () => {
    await watchChains(office, [officer.organisationId])
    return (await alerts(officer)).find((one) => one.about === 'history')?.id ?? ''
  }
  const see = (who: Actor, id: string) => asActor(who, (tx) => seeAlert(tx, id, TODAY, null))

  it('stays until a privacy officer of the own organisation has seen it, which is recorded', async () => {
    const id = await alert()
    for (const who of [cast.mentor, foreigner, await r.actor('organisationAdmin', 'cosis')])
      expect(await see(who, id), who.role).toBe(false)
    expect(await abouts(officer)).toContain('history')
    expect(await see(officer, id)).toBe(true)
    expect(await abouts(officer)).not.toContain('history')
    expect(await see(officer, id)).toBe(false)
    const [last] = await r.kernel(
      `SELECT kind, subject_kind, tells, purpose, account_id FROM journal WHERE organisation_id = $1 ORDER BY recorded_at DESC LIMIT 1`,
      [officer.organisationId],
    )
    expect(last).toEqual({
      kind: 'read',
      subject_kind: 'journal',
      tells: { seen: 'history' },
      purpose: 'toezicht',
      account_id: officer.accountId,
    })
  })

  it('is read by nobody else', async () => {
    await alert()
    for (const who of [cast.mentor, cast.regisseur, foreigner, await r.actor('zorgLead', 'cosis')])
      expect(await abouts(who), who.role).not.toContain('history')
  })
})

it('an alert is one of a closed list of kinds', () => {
  expect(alertKinds).toEqual(['refusals', 'manyCases', 'unlikeBefore', 'chain', 'history'])
})
