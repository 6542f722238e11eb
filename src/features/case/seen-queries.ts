import 'server-only'
// How another party sees a case: by its own rights, as far as the reader may see it too.
import type { Role } from '@/domain/case/actor'
import { caseProcess } from '@/domain/case/case'
import { type ReaderGroup, readerGroups } from '@/domain/case/sight'
import type { Compartments } from '@/domain/kernel/subject'
import type { Tx } from '@/server/db/client'
import { partsIn } from '@/server/directory'
import { type CompartmentScreen, readersOf, rowsOf } from './file-queries'
import { type CaseHead, onCase, type Scene } from './on-case'

const forReaders = (name: string) => (caseProcess.compartments as Compartments)[name]?.forReaders

/** A role of another party, through whose eyes the file can be looked at. */
type Eyes = { value: string; role: Role; organisation: string }
export type SeenScreen = {
  head: CaseHead
  eyes: Eyes[]
  /** Null: nobody was chosen yet, or nobody there has this role. */
  through: Eyes | null
  compartments: CompartmentScreen[]
  /** What they see and the reader does not: its name only. */
  theirs: string[]
}

/** The people of a part that a case has: those who read it, and can be looked through. */
const rolesOfPart = (part: string): readonly Role[] =>
  part in readerGroups ? readerGroups[part as ReaderGroup] : []

async function eyesOf(tx: Tx, { kase, names, actor }: Scene): Promise<Eyes[]> {
  const parts = await partsIn(tx, kase.spine.id)
  return parts.flatMap(({ part, organisationId }) =>
    rolesOfPart(part)
      .filter((role) => organisationId !== actor.organisationId || role !== actor.role)
      .map((role) => ({
        value: `${role}.${organisationId}`,
        role,
        organisation: names.get(organisationId)?.name ?? '',
      })),
  )
}

/** The groups of facts that a role of this organisation reads of the case, by its own rights; null when nobody has it. */
async function seenBy(tx: Tx, subjectId: string, { value, role }: Eyes): Promise<string[] | null> {
  const organisationId = value.slice(role.length + 1)
  const [row] = await tx.$queryRaw<{ seen: string[] | null }[]>`
    SELECT app.seen_by(${subjectId}::uuid, ${organisationId}::uuid, ${role}) AS seen`
  return row?.seen ?? null
}

/** The file as another party has it: what they see of what the reader sees, and the names of what only they see. */
export const getSeenScreen = (id: string, chosen: string | undefined): Promise<SeenScreen | null> => {
  let opened: readonly string[] = []
  return onCase(
    id,
    () => opened,
    async (tx, scene) => {
      const { kase, head, names } = scene
      const eyes = kase.shared.has('parties') ? await eyesOf(tx, scene) : []
      const through = eyes.find(({ value }) => value === chosen) ?? null
      const seen = through && (await seenBy(tx, kase.spine.id, through))
      const all = Object.keys(caseProcess.compartments)
      // Of what names its own readers, nobody can tell here what the others read of it.
      opened = all.filter((name) => seen?.includes(name) && kase.shared.has(name) && !forReaders(name))
      return {
        head,
        eyes,
        through: seen && through,
        compartments: all
          .filter((name) => kase.shared.has(name))
          .map((name) => ({
            name,
            shared: opened.includes(name),
            rows: opened.includes(name) ? rowsOf(kase, name, names) : [],
            readers: readersOf(name, kase.spine.stage, head),
          })),
        theirs: all.filter((name) => seen?.includes(name) && !kase.shared.has(name)),
      }
    },
    { purpose: 'verantwoorden' },
  )
}
