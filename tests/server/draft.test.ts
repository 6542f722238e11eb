// Drafts on a real database: whose they are, and that two of them never overwrite each other.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/case/actor'
import { asActor } from '@/server/db/as-actor'
import { Prisma } from '@/server/db/client'
import { type DraftOf, discardDrafts, draftsOf, type Keeping, keepDraft } from '@/server/drafts'
import { castOf, register } from '../support/main-job'
import { type Region, region } from '../support/region'
import { asked } from './sight'

let r: Region
let mentor: Actor
let kase: string
let health: DraftOf
beforeAll(async () => {
  r = await region('zuidoost-drenthe', 'flevoland')
  const cast = await castOf(r)
  mentor = cast.mentor
  kase = await register(r, cast)
  health = { kind: 'case', subjectId: kase, step: 'describeHealth', about: '' }
})
beforeEach(() => r.kernel('DELETE FROM draft'))
afterAll(() => r.close())

const holding = (text: string, more: Partial<Keeping> = {}): Keeping => ({
  id: randomUUID(),
  seq: 1,
  from: [],
  version: 3,
  stood: {},
  typed: { diagnosis: [text] },
  ...more,
})
const keep = (who: Actor, keeping: Keeping, of = health) => asActor(who, (tx) => keepDraft(tx, of, keeping))
const drafts = (who: Actor, of = health) => asActor(who, (tx) => draftsOf(tx, of))
const texts = async (who: Actor, of = health) =>
  (await drafts(who, of)).map(({ typed }) => typed.diagnosis?.[0]).sort()
const everything = Prisma.sql`SELECT * FROM draft`

describe('a draft', () => {
  it('is read by whoever typed it, and by nobody else: not a colleague, a lead, a privacy officer or the same person in another role', async () => {
    await keep(mentor, holding('alleen van mij'))
    const others = await Promise.all([
      r.actor('mentor', 'cosis', 'Een collega'),
      r.actor('zorgLead', 'cosis'),
      r.actor('privacyOfficer', 'cosis'),
      r.actor('organisationAdmin', 'cosis'),
      r.actor('zorgLead', 'cosis', mentor.name),
      r.actor('mentor', 'cosis', mentor.name, 'flevoland'),
      r.actor('regisseur', 'emmen'),
    ])
    expect(others.filter(({ accountId }) => accountId === mentor.accountId)).toHaveLength(2)
    expect(await asked(mentor, everything)).toHaveLength(1)
    for (const other of others) expect(await asked(other, everything)).toEqual([])
  })

  it('is sealed: the database does not read what was typed', async () => {
    await keep(mentor, holding('heel gewone woorden'))
    const rows = await r.kernel('SELECT * FROM draft')
    expect(JSON.stringify(rows)).not.toContain('gewone')
    expect(await texts(mentor)).toEqual(['heel gewone woorden'])
  })

  it('is not kept by whoever may not take the step on that subject, nor of a step that only follows from another', async () => {
    const officer = await r.actor('officer', 'domesta')
    const stranger = await r.actor('mentor', 'leger-des-heils')
    for (const who of [officer, stranger]) expect(await keep(who, holding('x'))).toBeNull()
    expect(await keep(mentor, holding('x'), { ...health, subjectId: randomUUID() })).toBeNull()
    expect(await keep(mentor, holding('x'), { ...health, kind: 'dwelling' })).toBeNull()
    expect(await keep(mentor, holding('x'), { ...health, step: 'offerAccepted' })).toBeNull()
    expect(await keep(mentor, holding('x'), { ...health, step: 'openCase' })).toBeNull()
    expect(await r.kernel('SELECT * FROM draft')).toEqual([])
  })

  it('is kept before there is a subject, by whoever may open one', async () => {
    const opening: DraftOf = { kind: 'case', subjectId: null, step: 'openCase', about: '' }
    expect(await keep(mentor, holding('x'), opening)).toMatchObject({ seq: 1, taken: true })
    expect(await keep(await r.actor('officer', 'domesta'), holding('x'), opening)).toBeNull()
    expect(await drafts(mentor, opening)).toHaveLength(1)
  })

  it('of another person is not overwritten by who guesses its number', async () => {
    const mine = holding('van mij')
    await keep(mentor, mine)
    const colleague = await r.actor('mentor', 'cosis', 'Een collega')
    await keep(colleague, { ...mine, seq: 9, typed: { diagnosis: ['van een ander'] } })
    await asActor(colleague, (tx) => discardDrafts(tx, health, false))
    expect(await texts(mentor)).toEqual(['van mij'])
  })

  it('of one form is not kept under another', async () => {
    const mine = holding('x')
    await keep(mentor, mine)
    expect(await keep(mentor, { ...mine, seq: 2 }, { ...health, step: 'describeStay' })).toBeNull()
  })

  it('is not changed by anybody in the table itself', async () => {
    const mine = holding('x')
    await keep(mentor, mine)
    for (const change of [Prisma.sql`UPDATE draft SET seq = 9`, Prisma.sql`DELETE FROM draft`])
      await expect(asActor(mentor, (tx) => tx.$executeRaw(change))).rejects.toThrow(/permission denied/)
  })

  it('stays within a hundred for one person', async () => {
    for (let n = 0; n < 100; n++) await keep(mentor, holding(String(n)))
    expect(await keep(mentor, holding('one too many'))).toBeNull()
  })
})

describe('what one form holds', () => {
  it('is replaced by what it holds later, never by what it held before', async () => {
    const form = holding('eerst')
    await keep(mentor, { ...form, seq: 5, typed: { diagnosis: ['later'] } })
    expect(await keep(mentor, { ...form, seq: 4 })).toMatchObject({ taken: false, seq: 5 })
    expect(await texts(mentor)).toEqual(['later'])
  })

  it('goes on from what was typed on another device', async () => {
    const telephone = holding('op de telefoon')
    await keep(mentor, telephone)
    const desk = holding('en op kantoor verder', { from: [{ id: telephone.id, seq: 1 }] })
    expect(await keep(mentor, desk)).toMatchObject({ taken: true, beside: 0 })
    expect(await texts(mentor)).toEqual(['en op kantoor verder'])
  })

  it('stays beside what was typed elsewhere since: both are kept', async () => {
    const telephone = holding('op de telefoon')
    await keep(mentor, telephone)
    await keep(mentor, { ...telephone, seq: 2, typed: { diagnosis: ['intussen meer'] } })
    const desk = holding('op kantoor', { from: [{ id: telephone.id, seq: 1 }] })
    expect(await keep(mentor, desk)).toMatchObject({ taken: true, beside: 1 })
    expect(await texts(mentor)).toEqual(['intussen meer', 'op kantoor'])
  })
})

it('two forms of one person that are kept at the same moment, fifty times: nothing is ever overwritten', async () => {
  for (let n = 0; n < 50; n++) {
    await r.kernel('DELETE FROM draft')
    const began = holding('begin')
    await keep(mentor, began)
    const from = [{ id: began.id, seq: 1 }]
    const two = [holding(`links ${n}`, { from }), holding(`rechts ${n}`, { from })] as const
    await Promise.all(two.map((form) => keep(mentor, form)))
    expect(await texts(mentor)).toEqual([`links ${n}`, `rechts ${n}`])
  }
})
