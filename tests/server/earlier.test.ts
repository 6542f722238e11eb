// A registration that begins with an earlier one, and rows that were taken back, on a real Postgres.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/case/actor'
import type { Case } from '@/domain/case/case'
import { steps } from '@/domain/case/steps'
import { registrationsOf } from '@/features/case/earlier-queries'
import { elsewhereOf, together } from '@/features/case/story-queries'
import { askedBy, takenOverInto } from '@/features/step/proposed'
import { asActor } from '@/server/db/as-actor'
import { Prisma } from '@/server/db/client'
import { storyOf } from '@/server/story'
import { first } from '../support/client'
import { type Cast, castOf, register } from '../support/main-job'
import { attempt, type Region, region, TODAY, take } from '../support/region'
import { asked, see } from './sight'

let r: Region
let cast: Cast
let before: string
let kase: string
const opening = (earlier: string | null) => ({
  givenName: 'Jan',
  familyName: 'de Vries',
  ...first,
  gemeente: r.organisations.emmen,
  earlier,
  earlierAs: 'zelfde',
})
beforeAll(async () => {
  r = await region()
  cast = await castOf(r)
  before = await register(r, cast)
  await take(cast.mentor, 'recordBsn', before, { number: '111222333' })
  await take(cast.mentor, 'withdrawCase', before, { reason: 'ingetrokken' })
  kase = await take(cast.mentor, 'openCase', null, opening(before))
})
afterAll(() => r.close())

const takenOver = (who: Actor, step: 'describeHousehold' | 'describeIncome', at = kase) =>
  asActor(who, async (tx) => {
    const subject = (await see(who, at)) as unknown as Case
    const found = await takenOverInto(tx, who, steps[step], {
      kase: subject,
      asked: askedBy(subject as never),
    })
    await found?.record({ today: TODAY, requestId: null })
    return found?.values ?? null
  })

describe('a registration that begins with an earlier one', () => {
  it('proposes what stood there, and the journal says that it was read for registering', async () => {
    expect(await takenOver(cast.mentor, 'describeHousehold')).toMatchObject({ adults: 1 })
    const [look] = await r.kernel(
      `SELECT shown, purpose FROM journal WHERE subject_id = $1 AND kind = 'read' ORDER BY seq DESC LIMIT 1`,
      [before],
    )
    expect(look).toEqual({ shown: ['household'], purpose: 'aanmelden' })
  })

  it('is another person than before: no consent of then opens anything now', async () => {
    const rows = await r.kernel<{ person: string }>(
      'SELECT person_id AS person FROM spine WHERE id = ANY ($1)',
      [[before, kase]],
    )
    expect(new Set(rows.map(({ person }) => person)).size).toBe(2)
  })

  it('is no second person to the check of the number', async () => {
    await take(cast.mentor, 'recordBsn', kase, { number: '111222333' })
    expect((await see(cast.mentor, kase))?.of.bsnCheck).toEqual({ known: false })
  })

  it('is refused of a case of another provider, which is not there for whoever asks', async () => {
    const other = await r.actor('mentor', 'leger-des-heils')
    expect(await attempt(other, 'openCase', null, opening(before))).toEqual({
      refusal: { reason: 'earlierNotThere' },
    })
    expect(
      await asActor(other, (tx) =>
        takenOverInto(tx, other, steps.openCase, { kase: null, asked: { id: before, as: 'zelfde' } }),
      ),
    ).toBeNull()
  })

  it('leads to the other one, both ways, for who may open it', async () => {
    const of = (who: Actor, at: string) =>
      asActor(who, async (tx) => registrationsOf(tx, (await see(who, at)) as unknown as Case))
    expect((await of(cast.mentor, kase)).earlier).toMatchObject([{ id: before }])
    expect((await of(cast.regisseur, before)).later).toMatchObject([{ id: kase }])
  })

  it('proposes nothing any more once the earlier case is shielded', async () => {
    const hidden = await register(r, cast)
    const next = await take(cast.mentor, 'openCase', null, opening(hidden))
    expect(await takenOver(cast.mentor, 'describeIncome', next)).toMatchObject({ source: 'participatiewet' })
    await take(cast.mentor, 'describeSafety', hidden, { threat: 'stalking', secrecy: 'geheim', note: null })
    expect(await takenOver(cast.mentor, 'describeIncome', next)).toBeNull()
    const link = await asActor(cast.mentor, async (tx) =>
      registrationsOf(tx, (await see(cast.mentor, next)) as unknown as Case),
    )
    expect(link.earlier).toEqual([])
  })
})

describe('a row that was taken back', () => {
  const address = { place: 'Emmen', since: '2020-01-01', until: null, livedAs: 'huurder' }
  const rowsOf = async (who: Actor) =>
    (await see(who, kase))?.of.earlierAddresses as unknown as { id: string; place: string }[]

  it('is gone for every reader, stays in its table, and stands struck through in the timeline', async () => {
    await take(cast.mentor, 'addEarlierAddress', kase, address)
    await take(cast.mentor, 'addEarlierAddress', kase, { ...address, place: 'Assen' })
    const [wrong] = await rowsOf(cast.mentor)
    await take(cast.mentor, 'takeBackRow', kase, { row: wrong?.id, why: 'vergissing' })
    for (const who of [cast.mentor, cast.regisseur]) {
      expect((await rowsOf(who)).map(({ place }) => place)).toEqual(['Assen'])
      const story = await asActor(who, (tx) => storyOf(tx, kase))
      const added = story.filter(({ step }) => step === 'addEarlierAddress')
      expect(added.map(({ struck }) => struck).toSorted()).toEqual([false, true])
      expect(added.at(-1)?.struck).toBe(true)
    }
    expect(await r.kernel('SELECT 1 FROM case_earlier_addresses WHERE subject_id = $1', [kase])).toHaveLength(
      2,
    )
  })

  it('is written by nobody who neither wrote it nor keeps it, whatever the application says', async () => {
    const [row] = await rowsOf(cast.regisseur)
    const strike = (who: Actor, id: string | undefined) => Prisma.sql`
      INSERT INTO case_taken_back (subject_id, covenant_id, organisation_id, recorded_on, "row", why)
      VALUES (${kase}::uuid, ${who.covenantId}::uuid, ${who.organisationId}::uuid, ${TODAY}::date, ${id}::uuid, 'dubbel')`
    expect(await asked(cast.regisseur, strike(cast.regisseur, row?.id))).toBe('TT012')
    const [foreign] = await r.kernel<{ id: string }>('SELECT id FROM case_exclusions WHERE subject_id = $1', [
      before,
    ])
    expect(await asked(cast.mentor, strike(cast.mentor, foreign?.id ?? kase))).toBe('TT012')
  })
})

describe('one story of two registrations', () => {
  const storyFor = (who: Actor, at: string) =>
    asActor(who, async (tx) => {
      const subject = (await see(who, at)) as unknown as Case
      const moment = { today: TODAY, requestId: null }
      return together(await storyOf(tx, at), await elsewhereOf(tx, { kase: subject, actor: who }, moment))
    })

  it('is told on both, each step with the number of its case, and the journal says that it was read', async () => {
    const number = (await see(cast.mentor, before))?.spine.number
    const told = await storyFor(cast.mentor, kase)
    expect(told.filter(({ of }) => of === number).map(({ step }) => step)).toContain('withdrawCase')
    expect(told.filter(({ of }) => !of).map(({ step }) => step)).toContain('openCase')
    expect((await storyFor(cast.mentor, before)).some(({ of, step }) => !!of && step === 'openCase')).toBe(
      true,
    )
    const looks = `SELECT 1 FROM journal WHERE subject_id = $1 AND kind = 'read' AND shown = '{initials}'`
    expect((await r.kernel(looks, [before])).length).toBeGreaterThan(0)
  })

  it('tells nobody of a case that they may not read', async () => {
    const other = await r.actor('mentor', 'leger-des-heils')
    expect(await see(other, kase)).toBeNull()
    await r.kernel('UPDATE relation SET holder_id = $2 WHERE subject_id = $1 AND relation = $3', [
      before,
      other.organisationId,
      'ours',
    ])
    const told = await storyFor(cast.mentor, kase)
    expect(told.length).toBeGreaterThan(0)
    expect(told.filter(({ of }) => of)).toEqual([])
  })
})

it('of a shielded case tells whoever was not named for it of no other registration, for that has a name', async () => {
  const hidden = await register(r, cast)
  const later = await take(cast.mentor, 'openCase', null, { ...opening(hidden), givenName: 'Kanarie' })
  const lead = await r.actor(
    'zorgLead',
    cast.mentor.organisationId === r.organisations.cosis ? 'cosis' : 'treant',
  )
  const linked = (who: Actor) =>
    asActor(who, async (tx) => registrationsOf(tx, (await see(who, hidden)) as unknown as Case))
  expect((await linked(lead)).later.map(({ id }) => id)).toEqual([later])
  await take(cast.mentor, 'describeSafety', hidden, { threat: 'stalking', secrecy: 'geheim', note: null })
  expect(await linked(lead)).toEqual({ earlier: [], later: [] })
})
