// The page of the covenant leaves nothing out: every agreement of a rule set is told, with its values and what it does.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { covenantKinds, fileKinds } from '@/domain/covenant/covenant-file'
import { ruleSet } from '@/domain/covenant/rule-set'
import { tafelRules } from '@/domain/covenant/tafel-rules'
import { agreementsOf, termsOf } from '@/features/covenant/agreements'
import nl from '@/i18n/nl/explain.json'

const rules = ruleSet.parse({
  origins: ['VO'],
  contractForms: ['jongeren'],
  switchedOff: ['scoreZrm'],
  terms: { checkIntake: 8 },
  journal: { casesPerDay: 25 },
})

test('every part of a rule set is told, and the terms apart', () => {
  const told = new Set<string>(agreementsOf(rules).map(({ of }) => of))
  expect(Object.keys(ruleSet.shape).filter((part) => !told.has(part) && part !== 'terms')).toEqual([])
})

test('every value that can be set within a part is told', () => {
  const keys = new Set(agreementsOf(rules).map(({ key }) => key))
  const inside = [rules.tafel, rules.offers, rules.aftercare].flatMap((part) => Object.keys(part))
  expect(inside.filter((key) => !keys.has(key))).toEqual([])
  const journal = JSON.stringify(agreementsOf(rules).filter(({ of }) => of === 'journal'))
  for (const value of Object.values(rules.journal)) expect(journal).toContain(String(value))
})

test('every rule of the uitstroomtafel is told, and no rule that a covenant cannot set', () => {
  const told = agreementsOf(rules).flatMap(({ of, key }) => (of === 'tafel' ? key : []))
  expect(told.sort()).toEqual(Object.keys(tafelRules.shape).sort())
})

test('what is told is what this region agreed', () => {
  const said = (key: string) => agreementsOf(rules).find((a) => a.key === key)?.said
  expect(said('origins')).toEqual({ says: 'codes', list: 'origin', values: ['VO'] })
  expect(said('switchedOff')).toEqual({ says: 'steps', values: ['scoreZrm'] })
  expect(said('casesPerDay')).toEqual({ says: 'number', value: 25 })
})

test('every agreement has words for what it is and what it does', () => {
  const texts: Readonly<Record<string, unknown>> = nl.covenant.agreements
  for (const { key, said } of agreementsOf(rules)) {
    expect(texts[key], key).toMatchObject({ label: expect.any(String), does: expect.any(String) })
    // Codes, steps and parts have their names elsewhere.
    if (said.says === 'option') expect(texts[key], key).toHaveProperty(`options.${said.value}`)
    else if (!['codes', 'steps', 'parts'].includes(said.says)) expect(texts[key], key).toHaveProperty('value')
  }
})

test('every term is told with its days and with whoever has that long', () => {
  const terms = termsOf(rules)
  expect(terms.map(({ key }) => key).sort()).toEqual(Object.keys(rules.terms).sort())
  expect(Object.keys(nl.covenant.terms.of).sort()).toEqual(Object.keys(rules.terms).sort())
  expect(terms.find(({ key }) => key === 'checkIntake')).toMatchObject({ days: 8, roles: ['regisseur'] })
  expect(terms.find(({ key }) => key === 'sign')?.roles).toEqual(['officer', 'mentor', 'zorgLead'])
  // A decision is due on the day of its tafel: this term gives nobody time.
  expect(terms.filter(({ roles }) => !roles.length).map(({ key }) => key)).toEqual(['decide'])
})

test('every norm, every kind of party and of covenant has a name', () => {
  const norms: { kind: string; status: string }[] = JSON.parse(readFileSync('prisma/data/norms.json', 'utf8'))
  const { of, status } = nl.covenant.norms
  expect(Object.keys(of).sort()).toEqual([...new Set(norms.map(({ kind }) => kind))].sort())
  expect(Object.keys(status)).toEqual(expect.arrayContaining([...new Set(norms.map((n) => n.status))]))
  expect(Object.keys(nl.covenant.organisations).sort()).toEqual([...fileKinds].sort())
  expect(Object.keys(nl.covenant.kinds).sort()).toEqual([...covenantKinds].sort())
})
