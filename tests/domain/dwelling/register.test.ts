// What the register holds of a dwelling, and how it comes free again.
import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { accessibility } from '@/domain/case/compartments'
import { sources } from '@/domain/dwelling/vera'
import { actors } from '../../support/actors'
import { caseAt } from '../../support/case-at'

type VeraRow = { Soort: string; Code: string; Omschrijving: string; Einddatum: string }
const vera: VeraRow[] = parse(readFileSync('prisma/data/codes.csv'), {
  columns: true,
  delimiter: ';',
  bom: true,
  relax_quotes: true,
})

describe('every code of a dwelling', () => {
  test.each(
    Object.entries({ ...sources, accessibility: ['TOEGANKELIJKHEIDSLABEL', accessibility] as const }),
  )('of %s stands in VERA, and has not lapsed there', (_list, [kinds, codes]) => {
    const known = vera
      .filter(({ Soort }) => kinds.split(' ').includes(Soort))
      .filter(({ Omschrijving, Einddatum }) => !Omschrijving.startsWith('VERVALLEN') && !Einddatum)
    expect(codes.filter((code) => !known.some(({ Code }) => Code === code))).toEqual([])
  })
})

describe('a dwelling that was let', () => {
  const left = () => caseAt('aftercare').take('receiveNotice', 'officer')

  test('comes free when its tenant gives notice, and of who lived there only days are kept', () => {
    const world = left()
    expect(world.dwelling.spine.stage).toBe('notice')
    expect(world.dwelling.of.notice).toEqual({ noticeOn: '2026-03-02', leaseEndsOn: '2026-04-01' })
    expect(world.dwelling.of.facts?.availableFrom).toBe('2026-04-16')
    expect(world.refusal('receiveNotice', 'officer')).not.toBeNull()
  })

  test('does not come free before its lease ends', () => {
    const early = { leaseEndsOn: '2026-04-01', expectedFrom: '2026-03-20' }
    expect(caseAt('aftercare').refusal('receiveNotice', 'officer', early)).toEqual({
      reason: 'freeBeforeLeaseEnds',
      field: 'expectedFrom',
    })
  })

  test('begins its next letting with what was known of the last, and stays let when the notice is taken back', () => {
    const { street, rooms } = left().dwelling.of.facts ?? {}
    const world = left().take('makeAvailable', 'officer', { rent: 700_00 })
    expect(world.dwelling.of.facts).toMatchObject({ street, rooms, rent: 700_00 })
    expect(world.dwelling.spine.stage).toBe('available')
    expect(left().take('takeBackNotice', 'officer').dwelling.spine.stage).toBe('let')
  })
})

test('a rent that nobody asks is refused with its field', () => {
  expect(caseAt('new').refusal('enterDwelling', 'officer', { rent: 6_50 })).toEqual({
    reason: 'rentUnlikely',
    field: 'rent',
  })
})

test('where somebody lives, or is about to, the table does not read', () => {
  const table = ['coordinator', 'chair', 'secretary', 'regisseur'] as const
  for (const moment of ['offered', 'tenancy', 'aftercare'] as const)
    for (const who of table) expect(caseAt(moment).seen('dwelling', actors[who]).shared.size).toBe(0)
})
