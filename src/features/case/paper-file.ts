import 'server-only'
// A paper as somebody asks for it: its bytes, and a name that says nothing about the client.
import type { FileFormat } from '@/domain/case/papers'
import { today } from '@/server/clock'
import { type Damaged, orDamaged } from '@/server/files/damaged'
import { type Given, givePaper } from '@/server/files/give'
import { currentActor, requestId } from '@/server/session'

export type PaperFile = { readonly bytes: Buffer; readonly format: FileFormat; readonly name: string }

/** It is left behind in the folder of whoever keeps it. */
const nameFor = ({ number, paper }: Given) => {
  const ending = paper.fileFormat === 'jpeg' ? 'jpg' : paper.fileFormat
  return `${number}-${paper.paperType}-${paper.paperVersion}.${ending}`.replace(/[^\w.-]/g, '')
}

/** Null: it is not there for this person. */
export async function getPaperFile(caseId: string, paper: string): Promise<PaperFile | Damaged | null> {
  const actor = await currentActor()
  const request = await requestId()
  const give = async () => {
    const given = await givePaper(actor, { caseId, paper, today: today(), requestId: request })
    return given && { bytes: given.bytes, format: given.paper.fileFormat, name: nameFor(given) }
  }
  return orDamaged(give, { subjectKind: 'case', requestId: request })
}
