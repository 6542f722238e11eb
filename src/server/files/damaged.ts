import 'server-only'
// Bytes that are not what they were when they came: whoever asks hears it, with the number under which the log speaks of it.
import type { SubjectKind } from '@/domain/kernel/subject'
import { log, nameOf } from '../log'
import { DamagedFile } from './receive'

export type Damaged = { readonly damaged: string }

/** What `give` gives, or that it is damaged; any other fault goes on. */
export async function orDamaged<T>(
  give: () => Promise<T>,
  { subjectKind, requestId }: { readonly subjectKind: SubjectKind; readonly requestId: string | null },
): Promise<T | Damaged> {
  try {
    return await give()
  } catch (error) {
    if (!(error instanceof DamagedFile)) throw error
    log('error', { event: 'defect', error: nameOf(error), subjectKind, requestId })
    return { damaged: requestId?.slice(0, 8) ?? '-' }
  }
}
