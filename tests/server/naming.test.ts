// Before the moment that the covenant set, a corporation reads nothing of the client whom it offers a home; from then on what a landlord needs.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/case/actor'
import { type Offer, termsOf } from '@/domain/offer/offer'
import { asActor } from '@/server/db/as-actor'
import { load } from '@/server/db/load'
import { geheim } from '../support/hidden-client'
import { threeParties } from '../support/inputs'
import { admit, type Cast, candidates, castOf, enter, propose, register } from '../support/main-job'
import { type Region, region, TODAY, take } from '../support/region'

let r: Region
let cast: Cast
let kase: string
/** An offer that was withdrawn before the corporation was named the client. */
let earlier: string
beforeAll(async () => {
  r = await region()
  cast = await castOf(r)
  kase = await register(r, cast)
  await admit(r, cast, kase)
})
afterAll(() => r.close())

const agree = (namedAt: string) =>
  r.kernel(`UPDATE covenant_version SET rules = jsonb_set(rules, '{offers,namedAt}', to_jsonb($1::text))`, [
    namedAt,
  ])

/** What a session of this person can find of the client, by every way there is to a name. */
const found = (who: Actor) =>
  asActor(who, async (tx) => ({
    case: await load(tx, who.role, 'case', kase),
    names: await tx.$queryRaw<object[]>`SELECT family_name FROM case_identity`,
    phones: await tx.$queryRaw<object[]>`SELECT person_id FROM case_contact`,
    numbers: await tx.$queryRaw<object[]>`SELECT number FROM spine WHERE id = ${kase}::uuid`,
    tasks: await tx.$queryRaw<object[]>`SELECT task FROM turn WHERE subject_id = ${kase}::uuid`,
    records: await tx.$queryRaw<object[]>`SELECT id FROM journal WHERE subject_id = ${kase}::uuid`,
    parties: await tx.$queryRaw<object[]>`SELECT part FROM party WHERE subject_id = ${kase}::uuid`,
  }))
const nothing = { case: null, names: [], phones: [], numbers: [], tasks: [], records: [], parties: [] }
/** What is offered and to whom, as this person reads it. */
const offeredTo = async (who: Actor, offer: string) => {
  const subject = await asActor(who, (tx) => load(tx, who.role, 'offer', offer))
  return termsOf(subject as unknown as Offer)
}
const numberIn = async (who: Actor, offer: string) =>
  (
    await asActor(
      who,
      (tx) =>
        tx.$queryRaw<{ number: string }[]>`SELECT number FROM offer_terms WHERE subject_id = ${offer}::uuid`,
    )
  )[0]?.number

/** Every value that a session of this person reads, of whatever it may ask for: one question for all tables. */
const read = (who: Actor) =>
  asActor(who, async (tx) => {
    const tables = await tx.$queryRaw<{ t: string; columns: string; n: number }[]>`
      SELECT k.relname AS t, string_agg(format('%I', a.attname), ', ') AS columns, count(*)::int AS n FROM pg_class k JOIN pg_attribute a ON a.attrelid = k.oid AND a.attnum > 0 AND NOT a.attisdropped
       WHERE k.relnamespace = 'public'::regnamespace AND k.relkind IN ('r', 'v', 'p') AND has_column_privilege(k.oid, a.attnum, 'SELECT') GROUP BY 1`
    expect(tables.reduce((sum, { n }) => sum + n, 0)).toBeGreaterThan(500)
    const each = tables.map(
      ({ t, columns }) => `SELECT '${t}' AS t, to_jsonb(x) AS row FROM (SELECT ${columns} FROM "${t}") x`,
    )
    return tx.$queryRawUnsafe<{ t: string; row: Record<string, unknown> }[]>(each.join(' UNION ALL '))
  })

const inText = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))

/** Every column in which a session of this person finds this word. */
const saying = async (who: Actor, word: string) => {
  const said = (await read(who)).flatMap(({ t, row }) =>
    Object.keys(row).flatMap((c) => (inText(row[c]).includes(word) ? [`${t}.${c}`] : [])),
  )
  return [...new Set(said)]
}

/** Every value that a session of this person reads in a row that says this word anywhere, by its column. */
const beside = async (who: Actor, word: string) => {
  const rows = (await read(who)).filter(({ row }) => JSON.stringify(row).includes(word))
  return new Set(
    rows.flatMap(({ t, row }) => Object.entries(row).map(([c, value]) => `${t}.${c}: ${inText(value)}`)),
  )
}

const told = { toldOn: TODAY, toldHow: 'gesprek' }
const viewing = { viewOn: '2026-12-01', viewAt: '10:00', viewPlace: null }

describe('whom a corporation offers a home', () => {
  it('it moves, shows and withdraws without a name, and nobody else of it learns one', async () => {
    await agree('accepted')
    const dwelling = await enter(r, cast, '22')
    const offer = await propose(cast, dwelling, kase)
    await take(cast.officer, 'planViewing', offer, viewing)
    await take(cast.officer, 'changeAvailability', dwelling, {
      availableFrom: '2026-12-14',
      why: 'oplevering',
    })
    const moved = await r.kernel<{ role: string; holder: string }>(
      `SELECT role, holder_id::text AS holder FROM outbox WHERE subject_id = $1 AND step = 'moveOffer'`,
      [offer],
    )
    expect(moved).toEqual([{ role: 'mentor', holder: cast.mentor.organisationId }])
    for (const who of [cast.officer, await r.actor('corporatieLead', 'domesta')]) {
      expect(await found(who)).toEqual(nothing)
      expect(await saying(who, kase), who.role).toEqual([])
      expect(await saying(who, offer), who.role).toContain('offer_terms.subject_id')
    }
    expect(await saying(cast.mentor, kase)).toContain('spine.id')
    expect((await offeredTo(cast.mentor, offer)).case).toBe(kase)
    earlier = offer
    await take(cast.officer, 'withdrawOffer', offer, { withdrawnWhy: 'ongeschikt', note: 'Anders' })
    expect(await found(cast.officer)).toEqual(nothing)
  })

  it('it reads nothing of until the moment that the covenant set, and from then on name and contact', async () => {
    await agree('viewing')
    const dwelling = await enter(r, cast, '21')
    const [candidate] = (await candidates(cast.officer, dwelling))?.candidates ?? []
    const offer = await propose(cast, dwelling, kase)
    expect(await found(cast.officer)).toEqual(nothing)
    expect(await numberIn(cast.officer, offer)).toBe(candidate?.pseudonym)
    const handles = [await offeredTo(cast.officer, offer), await offeredTo(cast.officer, earlier)]
    expect(new Set([kase, ...handles.map(({ case: handle }) => handle)]).size).toBe(3)
    await take(cast.mentor, 'informClient', offer, told)
    expect(await found(cast.officer)).toEqual(nothing)
    await take(cast.officer, 'planViewing', offer, viewing)
    expect(await found(cast.officer)).toMatchObject({ names: [{ family_name: 'de Vries' }], phones: [{}] })
    expect(await numberIn(cast.officer, offer)).toBe(candidate?.number)
    expect((await offeredTo(cast.officer, offer)).case).toBe(kase)
    expect(await found(await r.actor('officer', 'lefier'))).toEqual(nothing)
    await take(cast.mentor, 'refuseOffer', offer, { reason: 'huurTeHoog', note: null, helped: null })
    expect(await found(cast.officer)).toEqual(nothing)
  })

  it('it is named by the acceptance at the latest, and can confirm then', async () => {
    await agree('accepted')
    const dwelling = await enter(r, cast, '23')
    const offer = await propose(cast, dwelling, kase)
    await take(cast.mentor, 'acceptOffer', offer, { note: null, helped: null })
    expect(await found(cast.officer)).toMatchObject({ names: [{ family_name: 'de Vries' }] })
    const start = { ...threeParties, startOn: '2026-12-14' }
    await take(cast.officer, 'confirmOffer', offer, start)
    expect((await found(cast.officer)).case?.spine.stage).toBe('tenancy')
  })
})

describe('an offer to somebody who must not be found', () => {
  it('tells the corporation neither who it is for nor that another one was for them as well', async () => {
    await agree('accepted')
    const [hidden, other] = [await register(r, cast), await register(r, cast)]
    await admit(r, cast, hidden, other)
    for (const one of [hidden, other]) await take(cast.mentor, 'describeSafety', one, geheim)
    const first = await propose(cast, await enter(r, cast, '31'), hidden)
    await take(cast.mentor, 'refuseOffer', first, { reason: 'huurTeHoog', note: null, helped: null })
    const second = await propose(cast, await enter(r, cast, '32'), hidden)
    const others = await propose(cast, await enter(r, cast, '33'), other)
    for (const who of [cast.officer, await r.actor('corporatieLead', 'domesta')]) {
      for (const one of [hidden, other]) expect(await saying(who, one), who.role).toEqual([])
      const [one, next, apart] = [
        await beside(who, first),
        await beside(who, second),
        await beside(who, others),
      ]
      expect(next.size, who.role).toBeGreaterThan(20)
      const together = [...one].filter((value) => next.has(value) && !apart.has(value))
      expect(together, who.role).toEqual([])
    }
    expect(await saying(cast.mentor, hidden)).toContain('spine.id')
  })
})
