// A task that one gives another on a case, outside the process: done, handed back with a reason, or withdrawn.
import { type Case, caseStep } from '../case/case'
import { isWriter, type Note, notesOf, waitsFor } from '../case/note-list'
import type { Context } from '../kernel/context'
import { day, longText, optional, ref } from '../kernel/field'
import type { Refusal } from '../kernel/step'
import { goingOn, mentionedIn, signed, wrongMention } from './note-row'

/** Read by the own organisation, and by whom it is for. */
const readersOf = (forWhom: string, { actor }: Context) => [...new Set([actor.organisationId, forWhom])]

const isKnown = (id: string, { noteReaders = [] }: Context) =>
  noteReaders.some((r) => r.id === id || r.organisationId === id)

/** Asks something of a person, or of a party, that can read notes on the case. */
export const giveTask = caseStep('giveTask', {
  input: { noteText: longText(2000), forWhom: ref('addressee'), dueOn: day('future') },
  check: (_kase, { noteText, forWhom }, context) =>
    isKnown(forWhom, context)
      ? wrongMention(noteText, readersOf(forWhom, context), context)
      : { reason: 'notAReader', field: 'forWhom' },
  apply: (_kase, { noteText, forWhom, dueOn }, context) => {
    const readers = readersOf(forWhom, context)
    const noteId = context.noteId ?? ''
    const row = { noteId, entry: 'given' as const, noteText, readers, forWhom, dueOn }
    const mentioned = mentionedIn(noteText, readers, context) ?? []
    return { append: { notes: [{ ...row, ...signed(context), mentioned }] }, tells: { noteId } }
  },
})

type Fits = (note: Note, context: Context) => boolean

const waiting: Fits = (note, { actor }) => waitsFor(note, actor)
/** What came back stays with whoever gave it. */
const returnable: Fits = (note, context) => note.state === 'open' && waiting(note, context)
const own: Fits = (note, { actor }) =>
  isWriter(note, actor) && (note.state === 'open' || note.state === 'handedBack')

const find = (kase: Case, fits: Fits, context: Context, id?: string) =>
  notesOf(kase).find((note) => (!id || note.id === id) && fits(note, context))
const unless =
  (fits: Fits) =>
  (kase: Case, context: Context): Refusal | null =>
    find(kase, fits, context) ? null : { reason: 'noSuchTask' }
const unlessThis =
  (fits: Fits) =>
  (kase: Case, { noteId }: { noteId: string }, context: Context): Refusal | null =>
    find(kase, fits, context, noteId) ? null : { reason: 'noteNotThere', field: 'noteId' }

/** It was done, by whom it was given to. */
export const finishTask = caseStep('finishTask', {
  input: { noteId: ref('note'), remark: optional(longText(1000)) },
  blockedBy: [unless(waiting)],
  check: unlessThis(waiting),
  apply: (kase, { noteId, remark }, context) => ({
    append: {
      notes: [
        {
          ...goingOn(find(kase, waiting, context, noteId), context),
          entry: 'done' as const,
          noteText: remark,
        },
      ],
    },
    tells: { noteId },
  }),
})

/** It is not theirs, or cannot be done: whoever gave it has it again, and knows why. */
export const handTaskBack = caseStep('handTaskBack', {
  input: { noteId: ref('note'), remark: longText(1000) },
  blockedBy: [unless(returnable)],
  check: unlessThis(returnable),
  apply: (kase, { noteId, remark }, context) => {
    const found = find(kase, returnable, context, noteId)
    const forWhom = found?.first.writer ?? null
    const row = { ...goingOn(found, context), entry: 'handedBack' as const, noteText: remark, forWhom }
    return { append: { notes: [row] }, tells: { noteId } }
  },
})

/** Whoever gave it no longer asks it. */
export const withdrawTask = caseStep('withdrawTask', {
  input: { noteId: ref('note') },
  blockedBy: [unless(own)],
  check: unlessThis(own),
  apply: (kase, { noteId }, context) => ({
    append: {
      notes: [
        {
          ...goingOn(find(kase, own, context, noteId), context),
          entry: 'withdrawn' as const,
          noteText: null,
        },
      ],
    },
    tells: { noteId },
  }),
})
