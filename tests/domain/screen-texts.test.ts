// The texts of the screens: both languages say the same things, with the same values, each in its own words.
import { readdirSync, readFileSync } from 'node:fs'
import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, test } from 'vitest'

type Texts = { [key: string]: string | Texts }
type Node = ReturnType<IntlMessageFormat['getAst']>[number]

const leavesOf = (texts: Texts, at = ''): [string, string][] =>
  Object.entries(texts).flatMap(([key, text]): [string, string][] =>
    typeof text === 'string' ? [[at + key, text]] : leavesOf(text, `${at}${key}.`),
  )
const read = (language: string, file: string): Texts =>
  JSON.parse(readFileSync(`src/i18n/${language}/${file}`, 'utf8'))
const files = readdirSync('src/i18n/nl')

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

/** Words that are the same in both languages, or stay Dutch. */
const SAME =
  `app.name app.menu app.density.compact app.nav.tafels tafel.title tafel.agenda case.people story.by story.byOrganisation login.demoAs login.choose
  rights.block rights.kinds.tafel rights.explained.gemeente.term rights.explained.tafel.term rights.explained.localTeam.term rights.line`.split(
    /\s+/,
  )

test('both languages have the same catalogues, and no two of them a room of the same name', () => {
  expect(readdirSync('src/i18n/en')).toEqual(files)
  const rooms = files.flatMap((file) => Object.keys(read('nl', file)))
  expect(rooms.filter((room, i) => rooms.indexOf(room) !== i)).toEqual([])
})

// domain.json is compared with the domain itself, in texts.test.ts.
describe.each(files.filter((file) => file !== 'domain.json'))('%s', (file) => {
  const dutch = new Map(leavesOf(read('nl', file)))
  const english = new Map(leavesOf(read('en', file)))

  test('has the same texts in both languages', () => {
    expect([...english.keys()].sort()).toEqual([...dutch.keys()].sort())
  })

  test('uses the same values in each', () => {
    for (const [path, text] of dutch) expect(valuesOf(english.get(path) ?? ''), path).toEqual(valuesOf(text))
  })

  test('is no copy of the Dutch in English', () => {
    const copied = [...dutch].filter(([path, text]) => english.get(path) === text && !SAME.includes(path))
    expect(copied).toEqual([])
  })

  test('is plain in Dutch: no words of officials, u, no sentence of more than twenty words', () => {
    const officialese = [...dutch].filter(([, text]) => OFFICIALESE.test(text))
    expect(officialese).toEqual([])
    const sentences = [...dutch.values()].filter(plain).flatMap((text) => text.split(/[.?!:] /))
    expect(sentences.filter((sentence) => sentence.split(/\s+/).length > 20)).toEqual([])
  })
})

const OFFICIALESE =
  /\b(indien|derhalve|middels|conform|dien(t|en) te|teneinde|tevens|reeds|inzake|alsmede|dan wel|alvorens|geschied\w*|jij|je|jouw)\b|\b[a-z]\.[a-z]\.(?![a-z]*\d)/i
const plain = (text: string) => !/, (select|plural),/.test(text)
