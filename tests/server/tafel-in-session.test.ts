// A tafel in session on real rows: what is in hand, what everybody present may hear of it, and when it may decide.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/case/actor'
import { inHandOf } from '@/domain/tafel/in-hand'
import { missingSeats } from '@/domain/tafel/quorum'
import { agendaOf, type Tafel } from '@/domain/tafel/session'
import { asActor } from '@/server/db/as-actor'
import { load } from '@/server/db/load'
import { ruleSetOf } from '@/server/run-step'
import { type Cast, castOf, decision, register } from '../support/main-job'
import { attempt, type Region, region, TODAY, take } from '../support/region'

let r: Region
let cast: Cast
let lefier: Actor
let standIn: Actor
let tafel: string
let known: string
let other: string
beforeAll(async () => {
  r = await region()
  cast = await castOf(r)
  lefier = await r.actor('officer', 'lefier')
  standIn = await r.actor('corporatieLead', 'domesta')
  const when = { on: TODAY, at: '10:00', place: 'Gemeentehuis Emmen', note: null }
  tafel = await take(cast.secretary, 'planTafel', null, when)
  for (const familyName of ['Bekend', 'Ander']) {
    const id = await register(r, cast, { givenName: 'Jo', familyName })
    await take(cast.regisseur, 'acceptIntake', id)
    await take(cast.regisseur, 'putOnTafel', id, { tafel })
    if (familyName === 'Bekend') known = id
    else other = id
  }
  await take(cast.regisseur, 'inviteParty', known, { organisation: r.organisations.domesta })
  for (const [seat, one] of [
    ['gemeente', cast.regisseur],
    ['corporatie', cast.officer],
    ['zorgaanbieder', cast.mentor],
  ] as const)
    await take(cast.secretary, 'nameDelegate', tafel, {
      seat,
      delegate: one.membershipId,
      standIn: seat === 'corporatie' ? standIn.membershipId : null,
    })
  const seats = ['gemeente', 'corporatie', 'zorgaanbieder']
  await take(cast.chair, 'openTafel', tafel, { seats, present: 'Allen', absent: [] })
})
afterAll(() => r.close())

const seen = async (who: Actor) =>
  (await asActor(who, (tx) => load(tx, who.role, 'tafel', tafel))) as unknown as Tafel
const heard = async (kase: string, who = cast.chair) => {
  const [row] = await asActor(
    who,
    (tx) => tx.$queryRaw<{ heard: string[] }[]>`
      SELECT app.heard_at_table(${tafel}::uuid, ${kase}::uuid) AS heard`,
  )
  return row?.heard ?? []
}
const inHand = (who: Actor) =>
  asActor(
    who,
    (tx) => tx.$queryRaw<{ place: number; cases: number; case: string | null; number: string | null }[]>`
      SELECT place, cases, "case"::text, number FROM app.in_hand(${tafel}::uuid)`,
  )
const reads = async (who: Actor, kase: string) =>
  (await asActor(who, (tx) => load(tx, who.role, 'case', kase)))?.shared ?? new Set()
const comes = (step: 'arrive' | 'leave', who: Actor) =>
  take(cast.secretary, step, tafel, { seat: null, delegate: who.membershipId })

describe('the case in hand', () => {
  it('is taken up by chair or secretary, and stands in the database alone', async () => {
    expect(await inHand(cast.mentor)).toEqual([])
    await take(cast.chair, 'takeUpItem', tafel, { item: known })
    expect(inHandOf(await seen(cast.secretary))).toMatchObject({ case: known, place: 1 })
  })

  it('is known as a case to whoever has a part in it, and to others by its place alone', async () => {
    const [said] = await inHand(cast.officer)
    expect(said).toMatchObject({ place: 1, cases: 2, case: known })
    expect(await inHand(lefier)).toEqual([{ place: 1, cases: 2, case: null, number: null }])
  })

  it('has its number, or also its initials, for others where the covenant says so; of a shielded case never these', async () => {
    const number = (await inHand(cast.officer))[0]?.number ?? null
    const rule = `UPDATE covenant_version SET rules = jsonb_set(rules, '{tafel,withoutStake}', to_jsonb($1::text))`
    for (const [says, shielded, told] of [
      ['number', false, number],
      ['numberAndInitials', false, `${number}, J.B.`],
      ['numberAndInitials', true, number],
      ['nothing', false, null],
    ]) {
      await r.kernel(rule, [says])
      await r.kernel('UPDATE spine SET shield = CASE WHEN $2 THEN id END WHERE id = $1', [known, shielded])
      expect((await inHand(lefier))[0]).toEqual({ place: 1, cases: 2, case: null, number: told })
    }
  })

  it('has the place that it has on the agenda, also after that was put in another order', async () => {
    await take(cast.secretary, 'arrangeItem', tafel, { item: known, agendaPlace: 9, minutes: null })
    expect(agendaOf(await seen(cast.chair)).map((item) => item.case)).toEqual([other, known])
    expect((await inHand(cast.mentor))[0]).toMatchObject({ place: 2, case: known })
    await take(cast.secretary, 'arrangeItem', tafel, { item: known, agendaPlace: 1, minutes: null })
  })
})

describe('what may be heard of it', () => {
  it('is what each of those present reads, and nothing that one of them does not', async () => {
    const all = await Promise.all(
      [cast.chair, cast.regisseur, cast.officer, cast.mentor].map((who) => reads(who, known)),
    )
    const common = [...(all[0] ?? [])].filter((name) => all.every((names) => names.has(name)))
    expect((await heard(known)).filter((name) => name !== 'spine')).toEqual(common.sort())
    expect(await heard(known)).toContain('positions')
    expect(await heard(known)).not.toContain('identity')
  })

  it('is nothing of a case in which one of them has no part', async () => {
    expect(await heard(other)).toEqual([])
  })

  it('is more again when that one has left, and less when somebody without a name comes', async () => {
    await comes('leave', cast.officer)
    expect(await heard(other)).toContain('household')
    expect(await heard(other)).not.toContain('health')
    await take(cast.secretary, 'arrive', tafel, { seat: 'wijkteam', delegate: null })
    expect(await heard(other)).toEqual([])
    expect(await heard(known)).toEqual([])
    await take(cast.secretary, 'leave', tafel, { seat: 'wijkteam', delegate: null })
    await comes('arrive', cast.officer)
  })

  it('is asked by who leads the table, and by nobody else', async () => {
    expect(await heard(known, cast.secretary)).toContain('profile')
    for (const who of [cast.officer, cast.mentor, cast.regisseur, lefier])
      expect(await heard(known, who)).toEqual([])
  })
})

it('an ervaringsdeskundige reads when it is, and follows by the place alone; the room hears nothing of a case then', async () => {
  const council = await r.actor('clientCouncil', 'clientenraad-samen-verder')
  const seat = { seat: 'ervaringsdeskundige', delegate: council.membershipId, standIn: null }
  await take(cast.secretary, 'nameDelegate', tafel, seat)
  await comes('arrive', council)
  expect([...(await seen(council)).shared].sort()).toEqual(['delegates', 'invitation', 'session'])
  expect(await inHand(council)).toEqual([{ place: 1, cases: 2, case: null, number: null }])
  expect(await heard(known)).toEqual([])
  await comes('leave', council)
})

describe('a party that left half-way', () => {
  it('is missed by the database as by the rules', async () => {
    await comes('leave', cast.officer)
    const { spine, of } = await seen(cast.chair)
    const counted = await asActor(
      cast.chair,
      (tx) => tx.$queryRaw<{ missing: string[] }[]>`SELECT app.missing_seats(${tafel}::uuid) AS missing`,
    )
    const rules = await asActor(cast.chair, (tx) => ruleSetOf(tx, spine.covenantVersionId))
    expect(counted[0]?.missing).toEqual(missingSeats(of.presence ?? [], rules))
    expect(counted[0]?.missing).toEqual(['corporatie'])
  })

  it('is needed to decide', async () => {
    expect(await attempt(cast.chair, 'proposeDecision', known, decision(r))).toEqual({
      refusal: { reason: 'belowQuorum', values: { seat: 'corporatie', more: 0 } },
    })
  })

  it('also past every screen', async () => {
    const decided = asActor(
      cast.chair,
      (tx) => tx.$executeRaw`
        INSERT INTO case_decision (subject_id, covenant_id, outcome, client_text)
        VALUES (${known}::uuid, ${cast.chair.covenantId}::uuid, 'refused', 'Nee')`,
    )
    await expect(decided).rejects.toThrow(/below quorum/)
    const adopted = asActor(
      cast.secretary,
      (tx) => tx.$executeRaw`
        INSERT INTO tafel_adoption (subject_id, covenant_id, secretary_by, secretary_on)
        VALUES (${tafel}::uuid, ${cast.chair.covenantId}::uuid, ${cast.secretary.accountId}, ${TODAY}::date)`,
    )
    await expect(adopted).rejects.toThrow(/below quorum/)
  })

  it('is replaced by its stand-in: the table decides and adopts, and has nothing in hand any more', async () => {
    await comes('arrive', standIn)
    for (const id of [known, other])
      expect(await attempt(cast.chair, 'proposeDecision', id, decision(r))).toHaveProperty('done')
    await take(cast.chair, 'adoptList', tafel)
    await comes('leave', standIn)
    expect(await attempt(cast.secretary, 'adoptList', tafel)).toMatchObject({
      refusal: { reason: 'belowQuorum' },
    })
    await comes('arrive', standIn)
    await take(cast.secretary, 'adoptList', tafel)
    expect(await inHand(cast.mentor)).toEqual([])
  })
})
