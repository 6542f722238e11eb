import { expect, test } from 'vitest'
import type { NoteReader } from '@/domain/kernel/context'
import { mentionsIn } from '@/domain/notes/mention'

const reader = (id: string, name: string): NoteReader => ({
  id,
  name,
  role: 'mentor',
  organisationId: 'cosis',
  organisation: 'Cosis',
})
const readers = [
  reader('1', 'Sanne de Vries'),
  reader('2', 'Sanne de Vries-Bakker'),
  reader('3', 'Noor el Amrani'),
  reader('4', 'Noor el Amrani'),
]

test.each([
  ['nobody', 'Bel morgen terug', []],
  ['somebody by their whole name', 'Wil jij dit doen, @Sanne de Vries?', ['1']],
  ['the longest name that fits', '@Sanne de Vries-Bakker belt', ['2']],
  ['a name whatever its capitals', 'vraag het @sanne de vries.', ['1']],
  ['a first name that only one person has, in each of their roles', 'Dag @Noor!', ['3', '4']],
  ['a first name in the middle of a sentence', 'Kan @noor hier naar kijken?', ['3', '4']],
  ['nobody by an e-mail address', 'Mail naar sanne@voorbeeld.example', []],
])('a text calls %s', (_, text, ids) => expect(mentionsIn(text, readers)).toEqual(ids))

test.each([
  ['somebody who is not there', '@Piet Jansen'],
  ['a first name that two people have', '@Sanne'],
  ['the beginning of a name', '@San'],
  ['another person with the first name of a reader', '@Noor Jansen'],
  ['another person with a longer family name', '@Noor van der Berg'],
  ['somebody who is, and somebody who is not', '@Noor en @Piet'],
])('a text that calls %s is no text for these readers', (_, text) =>
  expect(mentionsIn(text, readers)).toBeNull(),
)
