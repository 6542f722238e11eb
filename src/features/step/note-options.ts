import 'server-only'
// What can be chosen on the forms of notes and tasks: who may read them, and which note or task it is about.
import type { Actor } from '@/domain/case/actor'
import type { Case } from '@/domain/case/case'
import { isCorrectable, isWriter, type Note, notesOf, waitsFor } from '@/domain/case/note-list'
import type { NoteReader } from '@/domain/kernel/context'
import type { RefTo } from '@/domain/kernel/field'
import type { Step } from '@/domain/kernel/step'
import type { Compartments, Loaded } from '@/domain/kernel/subject'
import type { Tx } from '@/server/db/client'
import { noteReadersFor } from '@/server/note-readers'

type Option = { value: string; label: string; role?: NoteReader['role'] }

/** So many characters of a note tell it from the others in a list. */
const BEGINNING = 60

const begin = ({ id, noteText }: Note): Option => ({
  value: id,
  label: noteText.length > BEGINNING ? `${noteText.slice(0, BEGINNING)}…` : noteText,
})

const organisationsOf = (readers: readonly NoteReader[]): Option[] => [
  ...new Map(
    readers.map((r) => [r.organisationId, { value: r.organisationId, label: r.organisation }]),
  ).values(),
]

/** By the step: the notes of one's own, or the tasks that wait for one. */
const fits: Readonly<Record<string, (note: Note, actor: Actor) => boolean>> = {
  correctNote: (note, actor) => isWriter(note, actor) && isCorrectable(note),
  finishTask: waitsFor,
  handTaskBack: (note, actor) => note.state === 'open' && waitsFor(note, actor),
  withdrawTask: (note, actor) =>
    isWriter(note, actor) && (note.state === 'open' || note.state === 'handedBack'),
}

/** The choices of the forms that write notes; none for any other step. */
export async function noteOptions(
  tx: Tx,
  actor: Actor,
  step: Step,
  subject: Loaded<Compartments>,
): Promise<Partial<Record<RefTo, Option[]>>> {
  if (!step.row.writes?.includes('notes')) return {}
  const notes = notesOf(subject as unknown as Case)
  const note = notes.filter((one) => fits[step.name]?.(one, actor)).map(begin)
  if (!('noteText' in step.input)) return { note }
  const found = await noteReadersFor(tx, subject.spine.id)
  const people = found.map((r) => ({ value: r.id, label: `${r.name} (${r.organisation})`, role: r.role }))
  return {
    note,
    party: organisationsOf(found.filter((r) => r.organisationId !== actor.organisationId)),
    reader: people.filter(({ value }) => value !== actor.membershipId),
    addressee: [...organisationsOf(found), ...people],
  }
}
