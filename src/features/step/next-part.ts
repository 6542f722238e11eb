import 'server-only'
// Where somebody goes on who fills in an aanmelding part by part.
import type { Actor } from '@/domain/case/actor'
import type { Case } from '@/domain/case/case'
import { nextMissing } from '@/domain/intake/parts'
import { paths } from '@/paths'
import { asActor } from '@/server/db/as-actor'
import { load } from '@/server/db/load'
import { ruleSetOf } from '@/server/run-step'

/** The page of the part that is missing next, or of the check where none is; it tells what was done. */
export const nextPart = (actor: Actor, caseId: string, done: string): Promise<string> =>
  asActor(actor, async (tx) => {
    const kase = (await load(tx, actor.role, 'case', caseId)) as Case | null
    if (!kase) return paths.list('case')
    const next = nextMissing(kase, await ruleSetOf(tx, kase.spine.covenantVersionId), done)
    return `${next ? paths.step('case', caseId, next) : paths.check(caseId)}?done=${done}`
  })
