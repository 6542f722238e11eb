// Noodtoegang on a real Postgres: what opens, for whom, until when, and that nobody learns by it who is a client.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/case/actor'
import { inEmergency } from '@/domain/case/readers'
import { stepsOfKind } from '@/domain/case/steps'
import { caseLines, casesByName, casesByNumber } from '@/features/worklist/case-lines'
import { workLines } from '@/features/worklist/work-lines'
import { asActor } from '@/server/db/as-actor'
import { Prisma } from '@/server/db/client'
import { countByStage } from '@/server/listed'
import { broken, byHand, client, inNeed, numberOf, pass } from '../support/broken-glass'
import { type Cast, castOf } from '../support/main-job'
import { attempt, type Region, region, TODAY, take } from '../support/region'
import { asked, see } from './sight'

let r: Region
let cast: Cast
let kase: string
let number: string
let opener: Actor
let emergency: string

const somebody = (name: string) => r.actor('regisseur', 'borger-odoorn', name)
const opens = inEmergency.opens.filter((object) => object !== 'spine')

beforeAll(async () => {
  r = await region()
  cast = await castOf(r)
  kase = await inNeed(r, cast)
  number = await numberOf(r, kase)
  await r.actor('privacyOfficer', 'cosis')
  opener = await somebody('Rens Nood')
  emergency = await broken(opener, number)
}, 120_000)
afterAll(() => r.close())

describe('a broken glass', () => {
  it('opens exactly what helps in an emergency, and holds it', async () => {
    const seen = await see(opener, kase)
    expect(seen?.relations).toEqual(['emergency'])
    expect([...(seen?.shared ?? [])].sort()).toEqual([...opens].sort())
    expect(seen?.of.identity).toMatchObject(client)
    expect(seen?.of.network).toMatchObject([{ name: 'Merel' }])
    expect(seen?.of.relapsePlan).toMatchObject({ crisisContact: 'Zus Merel' })
  })

  it('leaves every other table shut, whatever is asked', async () => {
    for (const table of ['case_health', 'case_criminal', 'case_debts', 'case_income', 'case_bsn', 'case_zrm'])
      expect(await asked(opener, Prisma.sql`SELECT 1 FROM ${Prisma.raw(table)}`), table).toEqual([])
    expect(await see(cast.mentor, kase)).toMatchObject({ of: { health: { treatment: 'Geheime diagnose' } } })
  })

  it('is for reading alone: no step can be taken, no row written', async () => {
    const steps = byHand(stepsOfKind('case'), opener)
    expect(steps.length).toBeGreaterThan(8)
    for (const { name } of steps)
      expect(await attempt(opener, name as never, kase), name).toEqual({ refusal: { reason: 'notYours' } })
    const change = Prisma.sql`UPDATE case_contact SET address = 'Elders' RETURNING 1`
    expect(await asked(opener, change)).toEqual([])
    const row = Prisma.sql`INSERT INTO case_network (subject_id, organisation_id, recorded_on, covenant_id, name, relation)
      VALUES (${kase}::uuid, ${opener.organisationId}::uuid, ${TODAY}::date, ${opener.covenantId}::uuid, 'x', 'y') RETURNING 1`
    expect(await asked(opener, row)).toBe('42501')
  })

  it('shows nothing to a colleague, nor to the same person in another role', async () => {
    const colleague = await somebody('Collega Rustig')
    const lead = await r.actor('gemeenteLead', 'borger-odoorn', opener.name)
    expect(lead.accountId).toBe(opener.accountId)
    for (const who of [colleague, lead, await r.actor('officer', 'domesta')]) {
      expect(await see(who, kase), who.name).toBeNull()
      expect(await see(who, emergency, 'emergency'), who.name).toBeNull()
    }
  })

  it('puts the case in no list, no search, no count and no work list', async () => {
    const { length } = await asActor(opener, async (tx) => [
      ...(await caseLines(tx, opener, { stages: ['intake', 'tafel'], limit: 50 }, TODAY)),
      ...(await casesByName(tx, ['Kanarina'], TODAY, 20)),
      ...(await casesByNumber(tx, [number], TODAY)),
      ...(await workLines(tx, opener, [{ scope: 'mine', limit: 50 }], TODAY)),
      ...(await workLines(tx, opener, [{ scope: 'team', limit: 50 }], TODAY)),
      ...Object.values(await countByStage(tx, { kind: 'case', stages: ['intake'], limit: 9 })),
    ])
    expect(length).toBe(0)
  })

  it('can be pointed at nothing else afterwards', async () => {
    const other = Prisma.sql`UPDATE emergency_opening SET "case" = gen_random_uuid() RETURNING 1`
    expect(await asked(opener, other)).toEqual([])
    await expect(r.kernel('UPDATE emergency_opening SET case_number = $1', ['ZOD-26-9999'])).rejects.toThrow(
      /stays as it was/,
    )
  })
})

describe('the hour', () => {
  it('is sixty minutes', async () => {
    const [row] = await r.kernel<{ minutes: number }>(
      'SELECT extract(epoch FROM until - since)::int / 60 AS minutes FROM emergency_access WHERE subject_id = $1',
      [emergency],
    )
    expect(row?.minutes).toBe(60)
  })

  it('ends by itself: the next question finds nothing, and the own record stays', async () => {
    const late = await somebody('Late Lezer')
    const id = await broken(late, number)
    expect(await see(late, kase)).not.toBeNull()
    await pass(r, id)
    expect(await see(late, kase)).toBeNull()
    const tables = ['(SELECT id FROM spine)', '(SELECT subject_id FROM relation)']
    for (const table of [...tables, 'turn', 'party', 'journal', 'case_identity'])
      expect(
        await asked(
          late,
          Prisma.sql`SELECT 1 FROM ${Prisma.raw(table)} x WHERE to_jsonb(x)::text LIKE ${`%${kase}%`}`,
        ),
        table,
      ).toEqual([])
    expect(await see(late, id, 'emergency')).not.toBeNull()
  })

  it('ends when who opened it stops, and nobody else can', async () => {
    const early = await somebody('Vroege Stopper')
    const id = await broken(early, number)
    expect(await attempt(opener, 'endEmergency', id)).toEqual({ refusal: { reason: 'notFound' } })
    await take(early, 'endEmergency', id)
    expect(await see(early, kase)).toBeNull()
    expect(await attempt(early, 'endEmergency', id)).toEqual({ refusal: { reason: 'stoppedAlready' } })
    expect(await see(opener, kase)).not.toBeNull()
  })

  it('ends when somebody loses their access', async () => {
    const leaving = await somebody('Gaat Weg')
    await broken(leaving, number)
    await r.kernel('UPDATE membership SET ended_at = now() WHERE id = $1', [leaving.membershipId])
    expect(await see(leaving, kase)).toBeNull()
  })

  it('ends at once when the case is shielded meanwhile', async () => {
    const hidden = await inNeed(r, cast, { givenName: 'Merel', familyName: 'Weg' })
    const reader = await somebody('Leest Mee')
    await broken(reader, await numberOf(r, hidden))
    expect(await see(reader, hidden)).not.toBeNull()
    await take(cast.mentor, 'describeSafety', hidden, { threat: 'stalking', secrecy: 'geheim', note: null })
    expect(await see(reader, hidden)).toBeNull()
    await take(cast.mentor, 'namePerson', hidden, { person: cast.regisseur.membershipId })
    await take(cast.mentor, 'describeSafety', hidden, { threat: 'geen', secrecy: 'geen', note: null })
    await take(cast.regisseur, 'endShield', hidden)
    expect(await see(reader, hidden)).toBeNull()
  })
})
