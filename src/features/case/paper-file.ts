import 'server-only'
// A paper as somebody asks for it: its bytes, and a name that says nothing about the client.
import type { FileFormat } from '@/domain/case/papers'
import { today } from '@/server/clock'
import { type Given, givePaper } from '@/server/files/give'
import { DamagedFile } from '@/server/files/receive'
import { log, nameOf } from '@/server/log'
import { currentActor, requestId } from '@/server/session'

export type PaperFile = { readonly bytes: Buffer; readonly format: FileFormat; readonly name: string }

/** It is left behind in the folder of whoever keeps it. */
const nameFor = ({ number, paper }: Given) => {
  const ending = paper.fileFormat === 'jpeg' ? 'jpg' : paper.fileFormat
  return `${number}-${paper.paperType}-${paper.paperVersion}.${ending}`.replace(/[^\w.-]/g, '')
}

/** Null: it is not there for this person. Damaged: the number under which the log speaks of it. */
export async function getPaperFile(
  caseId: string,
  paper: string,
): Promise<PaperFile | { damaged: string } | null> {
  const actor = await currentActor()
  const request = await requestId()
  try {
    const given = await givePaper(actor, { caseId, paper, today: today(), requestId: request })
    return given && { bytes: given.bytes, format: given.paper.fileFormat, name: nameFor(given) }
  } catch (error) {
    if (!(error instanceof DamagedFile)) throw error
    log('error', { event: 'defect', error: nameOf(error), subjectKind: 'case', requestId: request })
    return { damaged: request?.slice(0, 8) ?? '-' }
  }
}
