import 'server-only'
// What a correction begins with: the decision as it counts now.
import type { Case } from '@/domain/case/case'
import type { Step } from '@/domain/kernel/step'
import type { Compartments, Loaded } from '@/domain/kernel/subject'
import { lastAdopted, notesOf } from '@/domain/tafel/adopted'

/** The first answers of that form; nothing for any other step, and where nothing was decided. */
export function correctedFrom(step: Step, subject: Loaded<Compartments>): Readonly<Record<string, unknown>> {
  if (step.name !== 'correctDecision') return {}
  const kase = subject as unknown as Case
  const decision = lastAdopted(kase)
  return decision ? { ...decision, motivation: notesOf(kase, decision.version)?.motivation } : {}
}
