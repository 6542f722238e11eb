import 'server-only'
// Which decision a correction replaces, and what it changes in it: for the pages on which it is proposed and confirmed.
import type { Case } from '@/domain/case/case'
import { lastAdopted, notesOf, pendingIn } from '@/domain/case/decisions'
import { asActor } from '@/server/db/as-actor'
import { load } from '@/server/db/load'
import { organisationsOf } from '@/server/directory'
import { currentActor } from '@/server/session'
import { rowsOf, type Shown } from './file-queries'

type Change = {
  readonly compartment: 'decisions' | 'decisionNotes'
  readonly was: Shown | undefined
  readonly now: Shown
}
export type Replaced = {
  readonly outcome: string
  readonly on: string
  /** What was proposed to change; nothing while nobody proposed anything. */
  readonly changes: readonly Change[]
}

const correcting: readonly string[] = ['correctDecision', 'confirmCorrection', 'declineCorrection']
/** What only tells which version it is. */
const ofVersion: readonly string[] = ['version', 'replaces', 'adoptedOn', 'proposedBy', 'confirmedBy']

/** What the correction that waits changes, field by field. */
function changesIn(kase: Case, names: Awaited<ReturnType<typeof organisationsOf>>): Change[] {
  const [old, next] = [lastAdopted(kase), pendingIn(kase)]
  if (!old || !next) return []
  const changed = (compartment: Change['compartment'], was: unknown, now: unknown): Change[] => {
    const held = kase.of[compartment] as readonly unknown[] | null
    const rows = rowsOf(kase, compartment, names)
    const [before = [], after = []] = [was, now].map((row) => rows[held?.indexOf(row) ?? -1])
    return after
      .map((one) => ({ compartment, was: before.find(({ name }) => name === one.name), now: one }))
      .filter(
        ({ now: { name, value }, was: stood }) =>
          !ofVersion.includes(name) && `${value}` !== `${stood?.value}`,
      )
  }
  return [
    ...changed('decisions', old, next),
    ...changed('decisionNotes', notesOf(kase, old.version), notesOf(kase, next.version)),
  ]
}

/** Null for a step that corrects nothing. The page of the step records that this person opened it. */
export async function getReplaced(id: string, step: string): Promise<Replaced | null> {
  const actor = await currentActor()
  if (!correcting.includes(step)) return null
  return asActor(actor, async (tx) => {
    const kase = (await load(tx, actor.role, 'case', id)) as Case | null
    const old = kase && lastAdopted(kase)
    if (!old) return null
    const changes = step === 'correctDecision' ? [] : changesIn(kase, await organisationsOf(tx))
    return { outcome: old.outcome, on: old.adoptedOn ?? '', changes }
  })
}
