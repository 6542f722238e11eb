// Somebody who is called by name in a note: @Sanne de Vries, or @Sanne where there is one Sanne among the readers.
import type { NoteReader } from '../kernel/context'

/** A sign at the beginning of a word; in the middle of one it is an e-mail address. */
const SIGN = /(?<![\p{L}\p{N}._%+-])@(?=\S)/gu
const goesOn = (text: string) => /^[\p{L}\p{N}]/u.test(text)
/** What follows is a family name: then the first name alone says nothing. */
const FAMILY = /^ (?:\p{Ll}[\p{Ll}’'-]* ){0,3}\p{Lu}/u
const plain = (text: string) => text.normalize('NFC').toLowerCase()

/** Those of whom this is the whole name, the longest name first; else those whose first name it is, when that is one person. */
function calledBy(rest: string, readers: readonly NoteReader[]): readonly NoteReader[] {
  const begins = (name: string) => plain(rest).startsWith(plain(name)) && !goesOn(rest.slice(name.length))
  const whole = readers.filter(({ name }) => begins(name))
  const longest = Math.max(0, ...whole.map(({ name }) => name.length))
  if (longest) return whole.filter(({ name }) => name.length === longest)
  const first = readers.filter(({ name: whole }) => {
    const name = whole.split(' ')[0] as string
    return begins(name) && !FAMILY.test(rest.slice(name.length))
  })
  return new Set(first.map(({ name }) => name)).size === 1 ? first : []
}

/**
 * The memberships that a text calls, of these readers. Null: it calls somebody who is not one of them, whether or not
 * there is such a person: the answer is the same.
 */
export function mentionsIn(typed: string, readers: readonly NoteReader[]): string[] | null {
  const text = typed.normalize('NFC')
  const called = [...text.matchAll(SIGN)].map(({ index }) => calledBy(text.slice(index + 1), readers))
  return called.every((people) => people.length) ? [...new Set(called.flat().map(({ id }) => id))] : null
}
