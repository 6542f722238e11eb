import 'server-only'
// What moves along when the tenancy begins on another day, for the page of that step.
import type { Agreement, Signatory } from '@/domain/case/signing'
import { lapsing } from '@/domain/tenancy/move-start'
import { onCase } from './on-case'

export type Moves = {
  readonly startOn: string
  /** The signatures that stand now, and are put anew. */
  readonly signatures: readonly (readonly [Agreement, Signatory])[]
}

/** Null for every other step. */
export const getMoves = async (id: string, step: string): Promise<Moves | null> =>
  step === 'moveStart'
    ? onCase(
        id,
        () => ['placement', 'signatures'],
        async (_tx, { kase }) => {
          const startOn = kase.of.placement?.startOn
          return startOn ? { startOn, signatures: lapsing(kase) } : null
        },
      )
    : null
