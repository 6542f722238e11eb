// What a partner reads of its own covenant, and what anyone may know of it before signing in.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/case/actor'
import {
  contacts,
  covenantCard,
  holdersOf,
  inForce,
  partiesOf,
  type Version,
  versionsOf,
} from '@/server/covenant'
import { asActor } from '@/server/db/as-actor'
import { covenantOf, type Region, region } from '../support/region'

let r: Region
let officer: Actor
let elsewhere: Actor
beforeAll(async () => {
  r = await region('zuidoost-drenthe', 'flevoland')
  officer = await r.actor('officer', 'domesta')
  elsewhere = await r.actor('officer', 'kavelwonen', 'Een ander', 'flevoland')
})
afterAll(() => r.close())

describe('the covenant of a partner', () => {
  it('is what the file of the region says', async () => {
    const file = covenantOf('zuidoost-drenthe')
    const card = await asActor(officer, covenantCard)
    expect(card).toEqual({
      name: file.name,
      kind: 'convenant',
      signedOn: null,
      host: 'Gemeente Emmen',
      helpContact: file.contact.help,
      privacyContact: file.contact.privacy,
    })
  })

  it('has its own parties, with the mandates, and none of another region', async () => {
    const own = await asActor(officer, partiesOf)
    const theirs = await asActor(elsewhere, partiesOf)
    expect(own).toHaveLength(covenantOf('zuidoost-drenthe').parties.length)
    expect(own.map(({ kind }) => kind)).not.toContain('systeem')
    expect(own.filter((p) => p.actsFor).map(({ name, actsFor }) => [name, actsFor])).toEqual([
      ['Gemeente Borger-Odoorn', 'Gemeente Emmen'],
      ['Gemeente Coevorden', 'Gemeente Emmen'],
    ])
    expect(theirs).toHaveLength(covenantOf('flevoland').parties.length)
    expect(theirs.filter((p) => p.actsFor)).toEqual([])
  })

  it('names who leads the tafel today, in the order of the roles, and nobody who left', async () => {
    const secretary = await r.actor('secretary', 'emmen', 'Ans')
    await r.actor('chair', 'emmen', 'Bo')
    const left = await r.actor('chair', 'coevorden', 'Weg')
    await r.kernel('UPDATE membership SET ended_at = now() WHERE id = $1', [left.membershipId])
    const found = await asActor(officer, (tx) => holdersOf(tx, ['chair', 'secretary'], null))
    expect(found.map(({ name, role }) => [name, role])).toEqual([
      ['Bo', 'chair'],
      ['Ans', 'secretary'],
    ])
    const there = await asActor(officer, (tx) => holdersOf(tx, ['chair'], secretary.organisationId))
    expect(there.map(({ name }) => name)).toEqual(['Bo'])
    expect(await asActor(elsewhere, (tx) => holdersOf(tx, ['chair', 'secretary'], null))).toEqual([])
  })
})

describe('the versions', () => {
  it('are told the newest first, with the agreements of each', async () => {
    await r.kernel(
      `INSERT INTO covenant_version (covenant_id, number, valid_from, rules)
       SELECT covenant_id, 2, '2027-01-01', rules || '{"smallCell": 9}' FROM covenant_version WHERE covenant_id = $1`,
      [officer.covenantId],
    )
    const versions = await asActor(officer, versionsOf)
    expect(versions.map(({ number, validFrom, rules }) => [number, validFrom, rules.smallCell])).toEqual([
      [2, '2027-01-01', 9],
      [1, '2021-01-01', 5],
    ])
    expect(inForce(versions, '2026-12-31')?.number).toBe(1)
    expect(inForce(versions, '2027-01-01')?.number).toBe(2)
    expect(await asActor(elsewhere, versionsOf)).toHaveLength(1)
  })

  it('before the first one begins, the first is told', () => {
    const coming = { number: 1, validFrom: '2027-01-01' } as Version
    expect(inForce([coming], '2026-01-01')).toBe(coming)
    expect(inForce([], '2026-01-01')).toBeNull()
  })
})

it('before signing in, everyone learns where a question goes, and no more', async () => {
  expect(await contacts()).toEqual(
    ['flevoland', 'zuidoost-drenthe'].map((key) => {
      const { name, contact } = covenantOf(key)
      return { covenant: name, ...contact }
    }),
  )
})
