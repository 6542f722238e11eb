// A journal that is no longer whole calls its privacy officers by itself: found by the worker in its next round.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/case/actor'
import { openAlerts, raiseAlerts, watchChains } from '@/server/alerts'
import { asActor } from '@/server/db/as-actor'
import { checkChain } from '@/server/journal-watch'
import { type Cast, castOf, register } from '../support/main-job'
import { addressOf, openOffice, type TestOffice } from '../support/office'
import { type Region, region } from '../support/region'
import { tamper } from '../support/tampering'

let r: Region
let cast: Cast
let office: TestOffice
let officer: Actor
let foreigner: Actor
beforeAll(async () => {
  r = await region()
  cast = await castOf(r)
  office = await openOffice(r)
  officer = await r.actor('privacyOfficer', 'cosis', 'Carla Smid')
  foreigner = await r.actor('privacyOfficer', 'leger-des-heils', 'Loes Hulzebos')
  await register(r, cast)
})
afterAll(async () => {
  await office.close()
  await r.close()
})
beforeEach(async () => {
  await office.clear()
  await r.kernel('DELETE FROM alert')
})

const asOwner = (sql: string) => tamper(r.ownerUrl, sql)
/** One round of the worker. */
async function round() {
  const found = (await raiseAlerts(office)) + (await watchChains(office))
  await office.round()
  return found
}
const abouts = async (who: Actor) => (await asActor(who, openAlerts)).map((alert) => alert.about).sort()

describe('a chain', () => {
  const end = `organisation_id = '{cosis}' AND seq = (SELECT max(seq) FROM journal WHERE organisation_id = '{cosis}')`
  const at = (sql: string) => sql.replaceAll('{cosis}', officer.organisationId)

  it('that is whole calls nobody', async () => {
    expect(await round()).toBe(0)
    expect(office.letters()).toEqual([])
  })

  it('in which a new record was changed calls its own privacy officers in the next round, once a day', async () => {
    await register(r, cast)
    await office.clear()
    await asOwner(at(`UPDATE journal SET role = 'officer' WHERE ${end}`))
    expect(await round()).toBe(1)
    expect(await abouts(officer)).toEqual(['chain'])
    expect(await abouts(foreigner)).toEqual([])
    expect(office.letters().map((letter) => letter.to)).toEqual([addressOf(officer)])
    expect(await round()).toBe(0)
    await r.kernel(`UPDATE alert SET raised_at = raised_at - interval '25 hours', day = day - 1`)
    expect(await round()).toBe(1)
    await asOwner(at(`UPDATE journal SET role = 'mentor' WHERE ${end}`))
    await asActor(officer, (tx) => checkChain(tx))
  })

  it('that was found broken by somebody who looked calls the others in the next round', async () => {
    await asOwner(at(`UPDATE journal SET role = 'officer' WHERE organisation_id = '{cosis}' AND seq = 3`))
    expect(await round()).toBe(0)
    await asActor(officer, (tx) => checkChain(tx, true))
    expect(await round()).toBe(1)
    await asOwner(at(`UPDATE journal SET role = 'mentor' WHERE organisation_id = '{cosis}' AND seq = 3`))
    await asActor(officer, (tx) => checkChain(tx))
  })

  it('is looked at from its beginning each day, whoever looks', async () => {
    expect(await round()).toBe(0)
    await asOwner(at(`UPDATE journal SET role = 'officer' WHERE organisation_id = '{cosis}' AND seq = 3`))
    await r.kernel(
      `UPDATE chain_check SET began_at = began_at - interval '25 hours' WHERE organisation_id = $1`,
      [officer.organisationId],
    )
    expect(await round()).toBe(1)
    await asOwner(at(`UPDATE journal SET role = 'mentor' WHERE organisation_id = '{cosis}' AND seq = 3`))
    await asActor(officer, (tx) => checkChain(tx))
  })

  it('of which the head was written anew over the same record is found too', async () => {
    await asOwner(at(`UPDATE chain SET hash = 'x' || hash WHERE organisation_id = '{cosis}'`))
    expect(await round()).toBe(1)
    await asOwner(at(`UPDATE chain SET hash = substr(hash, 2) WHERE organisation_id = '{cosis}'`))
    await asActor(officer, (tx) => checkChain(tx))
  })

  it('that the worker does not sign calls in words of its own', async () => {
    expect(await watchChains(office, [officer.organisationId])).toBe(1)
    expect(await abouts(officer)).toEqual(['history'])
    expect(await watchChains(office, [officer.organisationId])).toBe(0)
  })
})
