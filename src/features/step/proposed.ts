import 'server-only'
// What a form begins with because an earlier registration says so; that it was read for that stands in the journal.
import type { Actor } from '@/domain/case/actor'
import type { Case } from '@/domain/case/case'
import { type Proposal, proposed } from '@/domain/intake/earlier'
import type { Step } from '@/domain/kernel/step'
import type { Compartments, Loaded } from '@/domain/kernel/subject'
import { purposeOfStep } from '@/domain/privacy/purposes'
import type { Tx } from '@/server/db/client'
import { partsIn } from '@/server/directory'
import { earlierFor } from '@/server/earlier'
import { recordRead } from '@/server/journal'

export type TakenOver = {
  readonly values: Proposal['values']
  readonly number: string
  /** When the earlier registration began. */
  readonly on: string
  /** The gemeente that was responsible then. */
  readonly gemeente: string | null
  /** To be called last in the transaction. */
  readonly record: (moment: { today: string; requestId: string | null }) => Promise<void>
}

export type Asked = { readonly id: string; readonly as: 'zelfde' | 'ander' }

async function gemeenteOf(tx: Tx, caseId: string): Promise<string | null> {
  const parts = await partsIn(tx, caseId)
  return parts.find(({ part }) => part === 'gemeente')?.organisationId ?? null
}

/** What is taken over into this form; null where nothing is. `kase` is null for the step that opens a case. */
export async function takenOverInto(
  tx: Tx,
  actor: Actor,
  step: Step,
  { kase, asked }: { kase: Case | null; asked: Asked | null },
): Promise<TakenOver | null> {
  if (!asked) return null
  const earlier = await earlierFor(tx, actor, asked.id)
  if (!earlier) return null
  const { values, groups } = proposed(step, kase, earlier, asked.as)
  if (!groups.length) return null
  return {
    values,
    number: earlier.spine.number,
    on: earlier.spine.openedOn,
    gemeente: await gemeenteOf(tx, asked.id),
    record: (moment) =>
      recordRead(tx, actor, earlier as unknown as Loaded<Compartments>, {
        ...moment,
        shown: groups,
        purpose: purposeOfStep(step),
      }),
  }
}

/** From which registration this case takes over, where it does. */
export function askedBy(subject: Loaded<Compartments>): Asked | null {
  if (subject.spine.kind !== 'case') return null
  const { earlier } = (subject as unknown as Case).of
  return earlier && { id: earlier.earlierCase, as: earlier.earlierAs }
}
