// Drafts on a real database: whose they are, and that two of them never overwrite each other.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { asActor } from '@/server/db/as-actor'
import { Prisma } from '@/server/db/client'
import { type DraftOf, discardDrafts } from '@/server/drafts'
import { everyDraft, holding, openDrafting } from '../support/drafting'
import { asked } from './sight'

let d: Awaited<ReturnType<typeof openDrafting>>
beforeAll(async () => {
  d = await openDrafting()
})
beforeEach(() => d.r.kernel('DELETE FROM draft'))
afterAll(() => d.r.close())

describe('a draft', () => {
  it('is read by whoever typed it, and by nobody else: not a colleague, a lead, a privacy officer or the same person in another role', async () => {
    await d.keep(d.mentor, holding('alleen van mij'))
    const others = await Promise.all([
      d.r.actor('mentor', 'cosis', 'Een collega'),
      d.r.actor('zorgLead', 'cosis'),
      d.r.actor('privacyOfficer', 'cosis'),
      d.r.actor('organisationAdmin', 'cosis'),
      d.r.actor('zorgLead', 'cosis', d.mentor.name),
      d.r.actor('mentor', 'cosis', d.mentor.name, 'flevoland'),
      d.r.actor('regisseur', 'emmen'),
    ])
    expect(others.filter(({ accountId }) => accountId === d.mentor.accountId)).toHaveLength(2)
    expect(await asked(d.mentor, everyDraft)).toHaveLength(1)
    for (const other of others) expect(await asked(other, everyDraft)).toEqual([])
  })

  it('is sealed: the database does not read what was typed', async () => {
    await d.keep(d.mentor, holding('heel gewone woorden'))
    const rows = await d.r.kernel('SELECT * FROM draft')
    expect(JSON.stringify(rows)).not.toContain('gewone')
    expect(await d.texts(d.mentor)).toEqual(['heel gewone woorden'])
  })

  it('is not kept by whoever may not take the step on that subject, nor of a step that only follows from another', async () => {
    const officer = await d.r.actor('officer', 'domesta')
    const stranger = await d.r.actor('mentor', 'leger-des-heils')
    for (const who of [officer, stranger]) expect(await d.keep(who, holding('x'))).toBeNull()
    expect(await d.keep(d.mentor, holding('x'), { ...d.health, subjectId: randomUUID() })).toBeNull()
    expect(await d.keep(d.mentor, holding('x'), { ...d.health, kind: 'dwelling' })).toBeNull()
    expect(await d.keep(d.mentor, holding('x'), { ...d.health, step: 'offerAccepted' })).toBeNull()
    expect(await d.keep(d.mentor, holding('x'), { ...d.health, step: 'openCase' })).toBeNull()
    expect(await d.r.kernel('SELECT * FROM draft')).toEqual([])
  })

  it('is kept before there is a subject, by whoever may open one', async () => {
    const opening: DraftOf = { kind: 'case', subjectId: null, step: 'openCase', about: '' }
    expect(await d.keep(d.mentor, holding('x'), opening)).toMatchObject({ seq: 1, taken: true })
    expect(await d.keep(await d.r.actor('officer', 'domesta'), holding('x'), opening)).toBeNull()
    expect(await d.drafts(d.mentor, opening)).toHaveLength(1)
  })

  it('of another person is not overwritten by who guesses its number', async () => {
    const mine = holding('van mij')
    await d.keep(d.mentor, mine)
    const colleague = await d.r.actor('mentor', 'cosis', 'Een collega')
    await d.keep(colleague, { ...mine, seq: 9, typed: { diagnosis: ['van een ander'] } })
    await asActor(colleague, (tx) => discardDrafts(tx, d.health, false))
    expect(await d.texts(d.mentor)).toEqual(['van mij'])
  })

  it('of one form is not kept under another', async () => {
    const mine = holding('x')
    await d.keep(d.mentor, mine)
    expect(await d.keep(d.mentor, { ...mine, seq: 2 }, { ...d.health, step: 'describeStay' })).toBeNull()
  })

  it('is not changed by anybody in the table itself', async () => {
    const mine = holding('x')
    await d.keep(d.mentor, mine)
    for (const change of [Prisma.sql`UPDATE draft SET seq = 9`, Prisma.sql`DELETE FROM draft`])
      await expect(asActor(d.mentor, (tx) => tx.$executeRaw(change))).rejects.toThrow(/permission denied/)
  })

  it('stays within a hundred for one person', async () => {
    for (let n = 0; n < 100; n++) await d.keep(d.mentor, holding(String(n)))
    expect(await d.keep(d.mentor, holding('one too many'))).toBeNull()
  })
})

describe('what one form holds', () => {
  it('is replaced by what it holds later, never by what it held before', async () => {
    const form = holding('eerst')
    await d.keep(d.mentor, { ...form, seq: 5, typed: { diagnosis: ['later'] } })
    expect(await d.keep(d.mentor, { ...form, seq: 4 })).toMatchObject({ taken: false, seq: 5 })
    expect(await d.texts(d.mentor)).toEqual(['later'])
  })

  it('goes on from what was typed on another device', async () => {
    const telephone = holding('op de telefoon')
    await d.keep(d.mentor, telephone)
    const desk = holding('en op kantoor verder', { from: [{ id: telephone.id, seq: 1 }] })
    expect(await d.keep(d.mentor, desk)).toMatchObject({ taken: true, beside: 0 })
    expect(await d.texts(d.mentor)).toEqual(['en op kantoor verder'])
  })

  it('stays beside what was typed elsewhere since: both are kept', async () => {
    const telephone = holding('op de telefoon')
    await d.keep(d.mentor, telephone)
    await d.keep(d.mentor, { ...telephone, seq: 2, typed: { diagnosis: ['intussen meer'] } })
    const desk = holding('op kantoor', { from: [{ id: telephone.id, seq: 1 }] })
    expect(await d.keep(d.mentor, desk)).toMatchObject({ taken: true, beside: 1 })
    expect(await d.texts(d.mentor)).toEqual(['intussen meer', 'op kantoor'])
  })
})

it('two forms of one person that are kept at the same moment, fifty times: nothing is ever overwritten', async () => {
  for (let n = 0; n < 50; n++) {
    await d.r.kernel('DELETE FROM draft')
    const began = holding('begin')
    await d.keep(d.mentor, began)
    const from = [{ id: began.id, seq: 1 }]
    const two = [holding(`links ${n}`, { from }), holding(`rechts ${n}`, { from })] as const
    await Promise.all(two.map((form) => d.keep(d.mentor, form)))
    expect(await d.texts(d.mentor)).toEqual([`links ${n}`, `rechts ${n}`])
  }
})
