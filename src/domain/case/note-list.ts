// The notes of a case as they stand: what each says now, what it said before, and what became of a task.
import type { Actor } from './actor'
import type { Case } from './case'

export type NoteRow = NonNullable<Case['of']['notes']>[number]

/** `open`: somebody is to do it. `handedBack`: whoever gave it has it again. */
type NoteState = 'note' | 'open' | 'handedBack' | 'done' | 'withdrawn'

export type Note = {
  readonly id: string
  readonly state: NoteState
  /** Who wrote it, and when. */
  readonly first: NoteRow
  /** The text as it stands. */
  readonly noteText: string
  readonly corrected: boolean
  readonly readers: readonly string[]
  readonly forWhom: string | null
  readonly dueOn: string | null
  /** Every row, the first one first. */
  readonly rows: readonly NoteRow[]
}

function stateOf(rows: readonly NoteRow[]): NoteState {
  const last = rows.findLast(({ entry }) => entry !== 'corrected')
  if (!last || last.entry === 'written') return 'note'
  return last.entry === 'given' ? 'open' : (last.entry as NoteState)
}

function noteOf(rows: readonly NoteRow[]): Note {
  const [first, last] = [rows[0] as NoteRow, rows.at(-1) as NoteRow]
  const saying = rows.findLast(({ entry }) => entry === 'corrected') ?? first
  return {
    id: first.noteId,
    state: stateOf(rows),
    first,
    noteText: saying.noteText ?? '',
    corrected: saying !== first,
    readers: first.readers,
    forWhom: last.forWhom,
    dueOn: last.dueOn,
    rows,
  }
}

/** The notes of which this reader is one of the readers, in the order in which they were written. */
export const notesOf = (kase: Pick<Case, 'of'>): Note[] =>
  [...Map.groupBy(kase.of.notes ?? [], ({ noteId }) => noteId).values()].map(noteOf)

type Who = Pick<Actor, 'membershipId' | 'organisationId'>

/** Whether this is their own, to correct or to withdraw. */
export const isWriter = ({ first }: Note, { membershipId }: Who) => first.writer === membershipId

/** Whether it waits for them: for themselves, or for anybody of their organisation. */
export const waitsFor = ({ state, forWhom }: Note, { membershipId, organisationId }: Who) =>
  (state === 'open' || state === 'handedBack') && (forWhom === membershipId || forWhom === organisationId)

/** Whether its text can still be put right. */
export const isCorrectable = ({ state }: Note) => state !== 'done' && state !== 'withdrawn'
