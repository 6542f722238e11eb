// The texts of the screens: both languages say the same things, with the same values, each in its own words.
import { IntlMessageFormat } from 'intl-messageformat'
import { expect, test } from 'vitest'
import enDesign from '@/i18n/en/design.json'
import en from '@/i18n/en/screens.json'
import nlDesign from '@/i18n/nl/design.json'
import nl from '@/i18n/nl/screens.json'

type Texts = { [key: string]: string | Texts }
type Node = ReturnType<IntlMessageFormat['getAst']>[number]

const leavesOf = (texts: Texts, at = ''): [string, string][] =>
  Object.entries(texts).flatMap(([key, text]): [string, string][] =>
    typeof text === 'string' ? [[at + key, text]] : leavesOf(text, `${at}${key}.`),
  )
const dutch = new Map(leavesOf({ ...nl, ...nlDesign }))
const english = new Map(leavesOf({ ...en, ...enDesign }))

/** The names of the values in a message, those inside its choices included. */
const namesIn = (nodes: readonly Node[]): string[] =>
  nodes.flatMap((node) => {
    const own = 'value' in node && typeof node.value === 'string' && node.type !== 0 ? [node.value] : []
    return [
      ...own,
      ...('options' in node ? Object.values(node.options).flatMap((o) => namesIn(o.value)) : []),
    ]
  })
const valuesOf = (message: string) =>
  [...new Set(namesIn(new IntlMessageFormat(message, 'nl').getAst()))].sort()

test('both languages have the same texts', () => {
  expect([...english.keys()].sort()).toEqual([...dutch.keys()].sort())
})

test('and use the same values in each', () => {
  for (const [path, text] of dutch) expect(valuesOf(english.get(path) ?? ''), path).toEqual(valuesOf(text))
})

/** Words that are the same in both languages, or stay Dutch. */
const SAME =
  'app.name app.menu app.nav.tafels tafel.title tafel.agenda case.people story.by story.byOrganisation login.demoAs login.choose'.split(
    ' ',
  )

test('the English is not a copy of the Dutch', () => {
  const copied = [...dutch].filter(([path, text]) => english.get(path) === text && !SAME.includes(path))
  expect(copied).toEqual([])
})
