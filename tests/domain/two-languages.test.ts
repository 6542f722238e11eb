// Dutch and English say the same things, with the same values, each in its own words.
import { expect, test } from 'vitest'
import { texts, valuesOf } from '../support/catalogues'

const english = new Map(texts.en.map(({ path, text }) => [path, text]))

test('both languages have the same texts', () => {
  expect([...english.keys()].sort()).toEqual(texts.nl.map(({ path }) => path).sort())
})

test('and use the same values in each', () => {
  for (const { path, text } of texts.nl)
    expect(valuesOf(english.get(path) ?? ''), path).toEqual(valuesOf(text))
})

test('a text is filled in in both, or in neither', () => {
  expect(texts.nl.filter(({ path, text }) => !text !== !english.get(path)).map(({ path }) => path)).toEqual(
    [],
  )
})

/** Words that are the same in both languages, and terms that stay Dutch. */
const SAME =
  /^(Thuistafel|Menu|Uitstroomtafels?|Agenda|Contact|Advies|Product|Postcode|Lift|BSN|ZRM|Wajong|WIA|WW|Studio|Stalking|Compact|Omklap|Waakvlam|Passend toewijzen|Design)$/

test('the English is not a copy of the Dutch', () => {
  const copied = texts.nl.filter(
    ({ path, text }) => /\p{L}{2,} ?\p{L}*/u.test(text.replace(/\{\w+\}/g, '')) && english.get(path) === text,
  )
  expect(copied.filter(({ text }) => !SAME.test(text)).map(({ path, text }) => `${path}: ${text}`)).toEqual(
    [],
  )
})
