// What is written about a case by one to some: each row names its own readers.
import { code, day, longText, optional, ref, refs, text } from '../kernel/field'
import { rowsForReaders } from '../kernel/subject'

/** What a row says of a note, in the order in which it can go. */
const noteEntries = ['written', 'given', 'corrected', 'handedBack', 'done', 'withdrawn'] as const

/** Notes and tasks; a later row about the same note goes on from an earlier one, and both are kept. */
export const written = {
  notes: rowsForReaders({
    noteId: ref('note'),
    entry: code('noteEntry', noteEntries),
    /** Null: nothing was said with it. */
    noteText: optional(longText(2000)),
    writer: ref('membership'),
    writerName: text(160),
    /** Organisations and memberships, by id; the same on every row of a note. */
    readers: refs('reader'),
    /** Whom its text calls by name. */
    mentioned: refs('reader'),
    /** Whose task it is now: a membership, or an organisation. Null: it is no task. */
    forWhom: optional(ref('addressee')),
    dueOn: optional(day()),
  }),
}
