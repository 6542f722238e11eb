// What people who work on a case write to each other. A note is kept as it was written; a correction stands beside it.
import { type Case, caseStep } from '../case/case'
import { isCorrectable, isWriter, notesOf } from '../case/note-list'
import type { Context } from '../kernel/context'
import { code, longText, optional, ref, refs } from '../kernel/field'
import { goingOn, mentionedIn, signed, wrongMention } from './note-row'
import { type ChosenReaders, noteAudiences, readersFrom, wrongReaders } from './readers'

const correctable = (kase: Case, { actor }: Context) =>
  notesOf(kase).filter((note) => isWriter(note, actor) && isCorrectable(note))
const find = (kase: Case, id: string, context: Context) =>
  correctable(kase, context).find((note) => note.id === id)

/** Writes to some of those who work on the case; whoever is called by name hears of it. */
export const writeNote = caseStep('writeNote', {
  input: {
    noteText: longText(2000),
    audience: code('noteAudience', noteAudiences),
    parties: optional(refs('party')),
    people: optional(refs('reader')),
  },
  check: (_kase, input, context) =>
    wrongReaders(input, context) ?? wrongMention(input.noteText, readersFrom(input, context.actor), context),
  apply: (_kase, { noteText, ...chosen }, context) => {
    const readers = readersFrom(chosen as ChosenReaders, context.actor)
    const noteId = context.noteId ?? ''
    const row = { noteId, entry: 'written' as const, noteText, readers, forWhom: null, dueOn: null }
    const mentioned = mentionedIn(noteText, readers, context) ?? []
    return { append: { notes: [{ ...row, ...signed(context), mentioned }] }, tells: { noteId } }
  },
})

/** Puts a text right: what stood there stays, and can be read by the same readers. */
export const correctNote = caseStep('correctNote', {
  input: { noteId: ref('note'), noteText: longText(2000) },
  blockedBy: [(kase, context) => (correctable(kase, context).length ? null : { reason: 'nothingToCorrect' })],
  check: (kase, { noteId, noteText }, context) => {
    const found = find(kase, noteId, context)
    return found
      ? wrongMention(noteText, found.readers, context)
      : { reason: 'noteNotThere', field: 'noteId' }
  },
  apply: (kase, { noteId, noteText }, context) => {
    const found = find(kase, noteId, context)
    const mentioned = mentionedIn(noteText, found?.readers ?? [], context) ?? []
    const row = { ...goingOn(found, context), entry: 'corrected' as const, noteText, mentioned }
    return { append: { notes: [row] }, tells: { noteId } }
  },
})
