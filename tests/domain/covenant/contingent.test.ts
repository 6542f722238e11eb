// What a covenant may agree about homes per corporation, and what it may not.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readCovenantFile } from '@/domain/covenant/covenant-file'
import { withAdvice } from '../../../prisma/first-day/advice'
import { rulesWith } from '../../support/rules'

const year = { from: '2026-01-01', until: '2026-12-31' }
const ten = { as: 'number', homes: 10 }
const one = { corporation: 'domesta', ...year, agreed: ten }
const file = JSON.parse(readFileSync('prisma/data/covenants/zuidoost-drenthe.json', 'utf8'))

/** The mistakes of the covenant of Zuidoost-Drenthe with these lines. */
function mistakes(...lines: object[]) {
  const rules = { ...file.version.rules, contingent: { lines } }
  const read = readCovenantFile({ ...file, version: { ...file.version, rules } }, [])
  const found = 'mistakes' in read ? read.mistakes : []
  for (const { wrong, todo } of found.map(withAdvice)) expect(todo, wrong).not.toContain('compare it with')
  return found.map(({ at: place, wrong }) => `${place}: ${wrong}`)
}
const at = (n: number) => `version.rules.contingent.lines[${n}]`

test('a covenant without numbers has no lines', () => {
  expect(rulesWith().contingent).toEqual({ lines: [] })
})

test('a line that names neither gemeente nor origin is about all of them, and carries nothing over', () => {
  const { contingent } = rulesWith({ contingent: { lines: [one as never] } })
  expect(contingent.lines).toEqual([{ ...one, municipality: null, origin: null, carryOver: false }])
})

describe('a line is refused', () => {
  test.each([
    ['of an organisation that is not there', { corporation: 'nergens' }, `${at(0)}.corporation`],
    ['of a gemeente as if it were a corporation', { corporation: 'emmen' }, `${at(0)}.corporation`],
    ['in a corporation as if it were a gemeente', { municipality: 'lefier' }, `${at(0)}.municipality`],
    ['for an origin that this covenant does not have', { origin: 'JMV' }, `${at(0)}.origin`],
    ['that ends before it begins', { until: '2025-12-31' }, at(0)],
    ['below nothing', { agreed: { as: 'number', homes: -1 } }, `${at(0)}.agreed.homes`],
    ['of half a home', { agreed: { as: 'number', homes: 1.5 } }, `${at(0)}.agreed.homes`],
    ['of more than all lettings', { agreed: { as: 'percentage', percent: 101 } }, `${at(0)}.agreed.percent`],
    ['of no share at all', { agreed: { as: 'percentage', percent: 0 } }, `${at(0)}.agreed.percent`],
    ['with a kind of number nobody knows', { agreed: { as: 'wish', homes: 1 } }, `${at(0)}.agreed.as`],
    ['with a maximum that is carried over', { agreed: { as: 'maximum', homes: 4 }, carryOver: true }, at(0)],
  ])('%s', (_what, changes, place) => {
    expect(mistakes({ ...one, ...changes }).map((said) => said.split(': ')[0])).toEqual([place])
  })

  test.each([
    ['in the same period', {}],
    ['on one day alone', { from: '2026-12-31', until: '2027-12-31' }],
    ['in one of all gemeenten', { municipality: 'emmen' }],
    ['for one of all origins', { origin: 'BW' }],
  ])('that could count a home of another line: %s', (_what, changes) => {
    expect(mistakes(one, { ...one, ...changes })).toEqual([`${at(1)}: counts the same homes as line 0`])
  })
})

test('lines about other homes stand beside each other', () => {
  const lines = [
    { ...one, municipality: 'emmen', origin: 'BW' },
    { ...one, municipality: 'emmen', origin: 'MO' },
    { ...one, municipality: 'coevorden', agreed: { as: 'percentage', percent: 100, lettings: 0 } },
    { ...one, corporation: 'lefier' },
    { ...one, from: '2027-01-01', until: '2027-12-31', carryOver: true },
  ]
  expect(mistakes(...lines)).toEqual([])
})
