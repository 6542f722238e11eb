// What every row of a note has: who wrote it, for whom it is, and whom its text calls.
import type { Note } from '../case/note-list'
import type { Context } from '../kernel/context'
import type { Refusal } from '../kernel/step'
import { mentionsIn } from './mention'
import { isAmong } from './readers'

/** The people whom a text calls, of those who will read it; null when it calls anybody else. */
export const mentionedIn = (text: string | null, readers: readonly string[], { noteReaders = [] }: Context) =>
  mentionsIn(
    text ?? '',
    noteReaders.filter((one) => isAmong(readers, one)),
  )

/** Why a text cannot call whom it calls. */
export const wrongMention = (
  text: string | null,
  readers: readonly string[],
  context: Context,
): Refusal | null =>
  mentionedIn(text, readers, context) ? null : { reason: 'mentionNotThere', field: 'noteText' }

/** Who writes a row. */
export const signed = ({ actor }: Context) => ({ writer: actor.membershipId, writerName: actor.name })

/** A row that goes on with a note, for the same readers. */
export const goingOn = (note: Note | undefined, context: Context) => ({
  noteId: note?.id ?? '',
  readers: [...(note?.readers ?? [])],
  forWhom: note?.forWhom ?? null,
  dueOn: note?.dueOn ?? null,
  mentioned: [],
  ...signed(context),
})
