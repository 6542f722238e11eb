import 'server-only'
// What a step that ends a case would stop, for the page of that step.
import type { Case } from '@/domain/case/case'
import { endings, stopsWith } from '@/domain/intake/stops'
import { today } from '@/server/clock'
import { asActor } from '@/server/db/as-actor'
import { load } from '@/server/db/load'
import { organisationsOf } from '@/server/directory'
import { ruleSetOf } from '@/server/run-step'
import { currentActor } from '@/server/session'

export type StopLine =
  | { readonly what: 'task'; readonly task: string; readonly holder: string }
  | { readonly what: 'track'; readonly track: string }
  | { readonly what: 'consent'; readonly category: string; readonly recipient: string }
  | { readonly what: 'tafel'; readonly on: string }
  | { readonly what: 'dwelling'; readonly how: 'offered' | 'let' }

/**
 * What stops; null for a step that ends nothing. Reads the head of the case, its tracks, consents and agenda: the page of
 * the step records that this person opened it.
 */
export async function getStops(id: string, step: string): Promise<readonly StopLine[] | null> {
  const actor = await currentActor()
  if (!endings.includes(step)) return null
  return asActor(actor, async (tx) => {
    const kase = (await load(tx, actor.role, 'case', id)) as Case | null
    if (!kase) return null
    const names = await organisationsOf(tx)
    const called = (organisation: string) => names.get(organisation)?.name ?? ''
    const rules = await ruleSetOf(tx, kase.spine.covenantVersionId)
    const { tasks, tracks, consents, tafelOn, dwelling } = stopsWith(step, kase, rules, today())
    return [
      ...tasks.map(({ task, holderId }) => ({ what: 'task' as const, task, holder: called(holderId) })),
      ...tracks.map(({ track }) => ({ what: 'track' as const, track })),
      ...consents.map(({ category, recipient }) => ({
        what: 'consent' as const,
        category,
        recipient: called(recipient),
      })),
      ...(tafelOn ? [{ what: 'tafel' as const, on: tafelOn }] : []),
      ...(dwelling ? [{ what: 'dwelling' as const, how: dwelling }] : []),
    ]
  })
}
