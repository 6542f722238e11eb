// Own words on agreements, on a real Postgres: two people of one organisation, kept as they were proposed, and read by others once agreed.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor, Role } from '@/domain/case/actor'
import { type OwnWords, ownWords } from '@/domain/tenancy/own-words'
import { asActor } from '@/server/db/as-actor'
import { agreeToWords, endWords, proposeWords, wordingsOf } from '@/server/own-words'
import { type Region, region } from '../support/region'

let r: Region
let lead: Actor
let admin: Actor
beforeAll(async () => {
  r = await region('zuidoost-drenthe', 'flevoland')
  lead = await r.actor('corporatieLead', 'domesta')
  admin = await r.actor('organisationAdmin', 'domesta', 'Beheerder')
})
afterAll(() => r.close())
beforeEach(() =>
  r.kernel(
    `UPDATE own_words SET ended_at = now(), ended_by = proposed_by, outcome = 'withdrawn' WHERE ended_at IS NULL`,
    [],
  ),
)

const words = (letterhead: string): OwnWords => ({
  letterhead,
  clauses: {
    lease: [{ text: 'Huisdieren in overleg.', plain: 'Vraag het ons eerst.' }],
    guidance: [],
    tripartite: [],
  },
})
const all = (who: Actor, of = lead) => asActor(who, (tx) => wordingsOf(tx, of.organisationId))
const newest = async () => (await all(lead)).find(({ ended }) => ended?.outcome === 'agreed')?.number ?? 0
const propose = async (who: Actor, letterhead: string) => {
  const base = await newest()
  return asActor(who, (tx) => proposeWords(tx, base, words(letterhead)))
}
const waiting = async () => (await all(lead)).find(({ ended }) => !ended)?.id ?? ''
const agree = async (who: Actor, id?: string) => {
  const its = id ?? (await waiting())
  return asActor(who, (tx) => agreeToWords(tx, its))
}

describe('own words on agreements', () => {
  it('are proposed by an administrator or a lead, and by nobody else', async () => {
    const asked: [Role, string][] = [
      ['officer', 'domesta'],
      ['boardMember', 'domesta'],
      ['mentor', 'cosis'],
      ['regisseur', 'emmen'],
      ['coordinator', 'emmen'],
    ]
    for (const [role, organisation] of asked)
      expect(await propose(await r.actor(role, organisation), 'Adres'), role).toBe(false)
    expect(await propose(lead, 'Adres')).toBe(true)
  })

  it('are agreed to by a colleague: not by who proposed them under another hat, nor by another organisation', async () => {
    await propose(lead, 'Adres')
    const hat = await r.actor('organisationAdmin', 'domesta', 'Andere pet')
    await r.kernel(
      'UPDATE membership SET account_id = (SELECT account_id FROM membership WHERE id = $1) WHERE id = $2',
      [lead.membershipId, hat.membershipId],
    )
    for (const who of [
      lead,
      hat,
      await r.actor('zorgLead', 'cosis'),
      await r.actor('officer', 'domesta', 'Collega'),
    ])
      expect(await agree(who)).toBe(false)
    const board = await r.actor('boardMember', 'domesta')
    expect(await agree(board)).toBe(true)
    expect((await all(lead))[0]).toMatchObject({ ended: { name: board.name, outcome: 'agreed' } })
  })

  it('wait one at a time, and are made from the version that holds', async () => {
    expect(await propose(lead, 'Een')).toBe(true)
    expect(await propose(admin, 'Twee')).toBe(false)
    await agree(admin)
    const base = (await newest()) - 1
    expect(await asActor(lead, (tx) => proposeWords(tx, base, words('Drie')))).toBe(false)
    expect(await propose(lead, 'Drie')).toBe(true)
  })

  it('are read by partners once they were agreed to, and by nobody of another covenant', async () => {
    const mentor = await r.actor('mentor', 'cosis')
    const officer = await r.actor('officer', 'domesta', 'Collega')
    await propose(lead, 'Alleen van ons')
    const seen = async (who: Actor) => (await all(who)).map((w) => w.words.letterhead)
    expect(await seen(mentor)).not.toContain('Alleen van ons')
    expect(await seen(officer)).not.toContain('Alleen van ons')
    await agree(admin)
    expect(await asRows(mentor)).toContain('Alleen van ons')
    const elsewhere = await r.actor('mentor', 'opvang-het-baken', 'Elders', 'flevoland')
    expect(await asRows(elsewhere)).toEqual([])
  })

  it('are kept as they were proposed, also when they were refused or taken back', async () => {
    await propose(lead, 'Weg')
    const id = await waiting()
    expect(await asActor(admin, (tx) => endWords(tx, id))).toBe(true)
    expect((await all(lead)).find((w) => w.id === id)?.ended?.outcome).toBe('refused')
    await expect(r.kernel(`UPDATE own_words SET words = '{}' WHERE id = $1`, [id])).rejects.toThrow(
      'kept as they are',
    )
    await expect(r.kernel('DELETE FROM own_words WHERE id = $1', [id])).rejects.toThrow()
    await propose(lead, 'Terug')
    const mine = await waiting()
    await asActor(lead, (tx) => endWords(tx, mine))
    expect((await all(lead)).find((w) => w.id === mine)?.ended?.outcome).toBe('withdrawn')
  })

  it('are a clause with what it means, never one of the two', () => {
    const half = {
      ...words(''),
      clauses: { lease: [{ text: 'Iets', plain: ' ' }], guidance: [], tripartite: [] },
    }
    expect(ownWords.safeParse(half).success).toBe(false)
  })
})

/** The letterheads of Domesta that this person reads. */
const asRows = (who: Actor) =>
  asActor(who, async (tx) => {
    const rows = await tx.$queryRaw<{ letterhead: string }[]>`
      SELECT words->>'letterhead' AS letterhead FROM own_words WHERE organisation_id = ${lead.organisationId}::uuid`
    return rows.map(({ letterhead }) => letterhead)
  })
