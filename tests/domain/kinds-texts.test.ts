// What a catalogue says per kind of subject it says of every kind: a new kind is forgotten on no page.
import { expect, test } from 'vitest'
import { subjectKinds } from '@/domain/kernel/subject'
import { texts } from '../support/catalogues'

/** Where the same words mean something else: screens, fields, and a menu in which an offer has no place. */
const PARTLY = ['', 'fields', 'app.nav']

test('whoever names the dwelling and the tafel names every kind of subject', () => {
  const names = new Map<string, Set<string>>()
  for (const { path } of texts.nl) {
    const parts = path.split('.')
    for (const [at, part] of parts.entries()) {
      const parent = parts.slice(0, at).join('.')
      names.set(parent, (names.get(parent) ?? new Set()).add(part))
    }
  }
  const perKind = [...names].filter(
    ([parent, said]) => said.has('dwelling') && said.has('tafel') && !PARTLY.includes(parent),
  )
  expect(perKind.length).toBeGreaterThan(3)
  const lacking = perKind.flatMap(([parent, said]) =>
    subjectKinds.filter((kind) => !said.has(kind)).map((kind) => `${parent}.${kind}`),
  )
  expect(lacking).toEqual([])
})
