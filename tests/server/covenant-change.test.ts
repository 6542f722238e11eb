// Another version of a covenant on a real Postgres: two people of two parties, from a day to come, and kept as it was proposed.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor, Role } from '@/domain/case/actor'
import { agreers, proposers, withNumbers } from '@/domain/covenant/change'
import type { RuleSet } from '@/domain/covenant/rule-set'
import { versionsOf } from '@/server/covenant'
import {
  agreeToChange,
  changesOf,
  checkedRules,
  endChange,
  type Proposal,
  proposeChange,
} from '@/server/covenant-change'
import { asActor } from '@/server/db/as-actor'
import { rulesOn } from '@/server/rules'
import { type Region, region } from '../support/region'

const NEW_YEAR = '2199-01-01'

let r: Region
let regie: Actor
let landlord: Actor
let agreed: RuleSet
beforeAll(async () => {
  r = await region('zuidoost-drenthe', 'flevoland')
  regie = await r.actor('coordinator', 'emmen')
  landlord = await r.actor('corporatieLead', 'domesta')
  const [first] = await asActor(regie, versionsOf)
  agreed = first?.rules as RuleSet
})
afterAll(() => r.close())
beforeEach(() =>
  r.kernel(
    'UPDATE covenant_change SET ended_at = now(), ended_by = proposed_by, outcome = $1 WHERE ended_at IS NULL',
    ['withdrawn'],
  ),
)

const numbersOf = async (who: Actor) =>
  (await asActor(who, versionsOf)).map(({ number, validFrom }) => [number, validFrom])
const shorter = (days: number) =>
  withNumbers(agreed, { lines: new Map(), terms: new Map([['decide', days]]) })

async function propose(who: Actor, more: Partial<Proposal> = {}) {
  const [[base] = []] = await numbersOf(regie)
  const whole = { base: Number(base), from: NEW_YEAR, rules: shorter(7), why: 'Bestuurlijk overleg', ...more }
  return asActor(who, (tx) => proposeChange(tx, whole))
}
const waiting = async (who: Actor) => (await asActor(who, changesOf)).find(({ ended }) => !ended)
const agree = async (who: Actor, id?: string) => {
  const its = id ?? (await waiting(regie))?.id ?? ''
  return asActor(who, (tx) => agreeToChange(tx, its))
}
const lastOutcome = async () => (await asActor(regie, changesOf))[0]?.ended?.outcome

describe('another version of a covenant', () => {
  it('is proposed by the regie or a lead of a gemeente, and by nobody else', async () => {
    const [[base] = []] = await numbersOf(regie)
    const asked: [Role, string][] = [
      ['corporatieLead', 'domesta'],
      ['zorgLead', 'cosis'],
      ['boardMember', 'emmen'],
      ['regisseur', 'emmen'],
      ['chair', 'emmen'],
      ['mentor', 'cosis'],
      ['officer', 'domesta'],
      ['organisationAdmin', 'emmen'],
    ]
    for (const [role, organisation] of asked) {
      expect(proposers, role).not.toContain(role)
      expect(await propose(await r.actor(role, organisation)), role).toBe(false)
    }
    expect(await propose(await r.actor('gemeenteLead', 'coevorden'), { base: Number(base) })).toBe(true)
  })

  it('is read by who agrees to it, and by nobody else', async () => {
    await propose(regie)
    for (const [role, organisation] of [
      ['corporatieLead', 'domesta'],
      ['zorgLead', 'cosis'],
      ['boardMember', 'coevorden'],
    ] as const) {
      expect(agreers).toContain(role)
      expect((await waiting(await r.actor(role, organisation)))?.why, role).toBe('Bestuurlijk overleg')
    }
    for (const [role, organisation] of [
      ['mentor', 'cosis'],
      ['officer', 'domesta'],
      ['regisseur', 'emmen'],
    ] as const)
      expect(await asActor(await r.actor(role, organisation), changesOf), role).toEqual([])
    const elsewhere = await r.actor('coordinator', 'noordoostpolder', 'Een ander', 'flevoland')
    expect(await asActor(elsewhere, changesOf)).toEqual([])
  })

  it('waits alone: a second proposal has its turn once the first one ended', async () => {
    expect(await propose(regie)).toBe(true)
    expect(await propose(regie, { why: 'Nog een' })).toBe(false)
  })

  it('begins on a day to come, after the day of the newest version', async () => {
    expect(await propose(regie, { from: '2026-01-01' })).toBe(false)
    const [[, began] = []] = await numbersOf(regie)
    expect(await propose(regie, { from: String(began) })).toBe(false)
  })

  it('is not agreed to by who proposed it, by a colleague, or by the same person for another party', async () => {
    await propose(regie)
    expect(await agree(regie), 'the same').toBe(false)
    expect(await agree(await r.actor('gemeenteLead', 'emmen')), 'of the same party').toBe(false)
    const twoHats = await r.actor('corporatieLead', 'lefier')
    await r.kernel(
      'UPDATE membership SET account_id = (SELECT account_id FROM membership WHERE id = $1) WHERE id = $2',
      [regie.membershipId, twoHats.membershipId],
    )
    expect(await agree(twoHats), 'the same person').toBe(false)
    expect(await agree(await r.actor('officer', 'domesta')), 'no lead').toBe(false)
    const elsewhere = await r.actor('coordinator', 'noordoostpolder', 'Een ander', 'flevoland')
    expect(await agree(elsewhere), 'another region').toBe(false)
    expect(await waiting(regie)).toBeDefined()
  })

  it('can be refused by another party and taken back by its own; neither makes a version', async () => {
    const before = await numbersOf(regie)
    await propose(regie)
    const first = (await waiting(regie))?.id ?? ''
    expect(await asActor(landlord, (tx) => endChange(tx, first))).toBe(true)
    expect(await lastOutcome()).toBe('refused')
    expect(await agree(landlord, first), 'what ended').toBe(false)
    await propose(regie)
    const second = (await waiting(regie))?.id ?? ''
    expect(await asActor(regie, (tx) => endChange(tx, second))).toBe(true)
    expect(await lastOutcome()).toBe('withdrawn')
    expect(await numbersOf(regie)).toEqual(before)
  })

  it('holds from its day once another party agreed, for everybody, and not before', async () => {
    const [[base] = []] = await numbersOf(regie)
    await propose(regie)
    expect(await agree(landlord)).toBe(true)
    expect((await numbersOf(await r.actor('mentor', 'cosis')))[0]).toEqual([Number(base) + 1, NEW_YEAR])
    const termOn = async (day: string) => (await asActor(regie, (tx) => rulesOn(tx, day))).terms.decide
    expect(await termOn('2198-12-31')).toBe(agreed.terms.decide)
    expect(await termOn(NEW_YEAR)).toBe(7)
    expect(await lastOutcome()).toBe('agreed')
    expect(await propose(regie, { base: Number(base), from: '2199-06-01' }), 'from an older version').toBe(
      false,
    )
  })

  it('stays as it was proposed, also for the owner of the rights', async () => {
    await propose(regie, { from: '2199-07-01' })
    const id = (await waiting(regie))?.id
    const change = (what: string) => r.kernel(`UPDATE covenant_change SET ${what} WHERE id = $1`, [id])
    await expect(change(`rules = '{}'`)).rejects.toThrow('kept as it is')
    await expect(change(`valid_from = '2200-01-01'`)).rejects.toThrow('kept as it is')
    await agree(landlord)
    await expect(change(`why = 'Anders'`)).rejects.toThrow('kept as it is')
    await expect(r.kernel('DELETE FROM covenant_change WHERE id = $1', [id])).rejects.toThrow(
      'permission denied',
    )
  })

  it('is checked as a covenant file is: for the organisations of this covenant', async () => {
    const line = {
      corporation: 'domesta',
      from: '2027-01-01',
      until: '2027-12-31',
      agreed: { as: 'number', homes: 3 },
    }
    const other = (corporation: string) => ({ ...agreed, contingent: { lines: [{ ...line, corporation }] } })
    expect(await asActor(regie, (tx) => checkedRules(tx, other('domesta')))).toHaveProperty('rules')
    expect(await asActor(regie, (tx) => checkedRules(tx, other('mercatus')))).toEqual({
      mistakes: [{ at: 'contingent.lines[0].corporation', wrong: "no corporatie has the key 'mercatus'" }],
    })
    const unknown = await asActor(regie, (tx) => checkedRules(tx, { ...agreed, terms: { decide: -1 } }))
    expect(unknown).toMatchObject({ mistakes: [{ at: 'terms.decide' }] })
  })
})
