import 'server-only'
// Who was asked to take a case over, until that is answered.
import type { Case } from '@/domain/case/case'
import { handoverParts } from '@/domain/case/compartments'
import { pendingIn } from '@/domain/handover/pending'
import type { Named } from '@/server/directory'

export type PendingHandover = {
  part: (typeof handoverParts)[number]
  name: string
  /** It is the organisation of who reads this. */
  own: boolean
  why: string | null
  agreedOn: string | null
  note: string | null
}

/** The proposals that are open, as far as this reader may know. */
export const handoversOf = (kase: Case, names: ReadonlyMap<string, Named>, own: string): PendingHandover[] =>
  handoverParts.flatMap((part) => {
    const word = pendingIn(kase, part)
    if (!word) return []
    const { to, why, agreedOn, note } = word
    return [{ part, name: names.get(to)?.name ?? '', own: to === own, why, agreedOn, note }]
  })
