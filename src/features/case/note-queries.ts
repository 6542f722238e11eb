import 'server-only'
// The notes and tasks of a case for a screen: what is open, what was written, what is over, each with its readers.
import { isCorrectable, isWriter, type Note, notesOf, waitsFor } from '@/domain/case/note-list'
import type { Tx } from '@/server/db/client'
import { noteReadersFor } from '@/server/note-readers'
import { type CaseHead, onCase, type Scene } from './on-case'

export type NoteLine = Note & {
  readonly organisation: string
  /** The readers by name; null: somebody who can no longer read it here. */
  readonly readerNames: readonly (string | null)[]
  readonly forWhomName: string | null
  readonly late: boolean
  /** What the reader can do with it. */
  readonly may: readonly ('finishTask' | 'handTaskBack' | 'correctNote' | 'withdrawTask')[]
}
export type NotesScreen = {
  readonly head: CaseHead
  /** False: notes of this case are not shared with this reader. */
  readonly shared: boolean
  /** The steps by which this reader begins one. */
  readonly begins: readonly string[]
  readonly open: readonly NoteLine[]
  readonly notes: readonly NoteLine[]
  readonly over: readonly NoteLine[]
}

function mayOf(note: Note, { actor }: Scene): NoteLine['may'] {
  const [own, waits] = [isWriter(note, actor), waitsFor(note, actor)]
  const running = note.state === 'open' || note.state === 'handedBack'
  return [
    ...(waits ? (['finishTask'] as const) : []),
    ...(waits && note.state === 'open' && !own ? (['handTaskBack'] as const) : []),
    ...(own && isCorrectable(note) ? (['correctNote'] as const) : []),
    ...(own && running ? (['withdrawTask'] as const) : []),
  ]
}

async function linesOf(tx: Tx, scene: Scene): Promise<NoteLine[]> {
  const people = new Map((await noteReadersFor(tx, scene.kase.spine.id)).map((r) => [r.id, r.name]))
  const name = (id: string) => scene.names.get(id)?.name ?? people.get(id) ?? null
  return notesOf(scene.kase).map((note) => ({
    ...note,
    organisation: scene.names.get(note.first.organisationId)?.name ?? '',
    readerNames: note.readers.map(name),
    forWhomName: note.forWhom && name(note.forWhom),
    late: note.state === 'open' && !!note.dueOn && note.dueOn < scene.day,
    may: mayOf(note, scene),
  }))
}

/** The notes of which this person is a reader. Null: the case is not there for them. */
export const getNotesScreen = (id: string): Promise<NotesScreen | null> =>
  onCase(
    id,
    (kase) => ['notes'].filter((name) => kase.shared.has(name)),
    async (tx, scene) => {
      const shared = scene.kase.shared.has('notes')
      const lines = shared ? await linesOf(tx, scene) : []
      const running = ({ state }: Note) => state === 'open' || state === 'handedBack'
      const writes = shared && !scene.kase.outside
      return {
        head: scene.head,
        shared,
        begins: writes ? ['writeNote', ...(scene.kase.spine.stage === 'closed' ? [] : ['giveTask'])] : [],
        open: lines.filter(running).sort((a, b) => (a.dueOn ?? '').localeCompare(b.dueOn ?? '')),
        notes: lines.filter(({ state }) => state === 'note').reverse(),
        over: lines.filter(({ state }) => state === 'done' || state === 'withdrawn').reverse(),
      }
    },
  )
