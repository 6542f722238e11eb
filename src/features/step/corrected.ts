import 'server-only'
// What a correction begins with: the decision as it counts now.
import type { Case } from '@/domain/case/case'
import type { Step } from '@/domain/kernel/step'
import type { Compartments, Loaded } from '@/domain/kernel/subject'
import { lastAdopted, notesOf, unaskedIn } from '@/domain/tafel/adopted'

/** The first answers of that form; nothing for any other step, and where nothing was decided. */
export function correctedFrom(step: Step, subject: Loaded<Compartments>): Readonly<Record<string, unknown>> {
  if (step.name !== 'correctDecision') return {}
  const kase = subject as unknown as Case
  const decision = lastAdopted(kase)
  return decision ? { ...decision, motivation: notesOf(kase, decision.version)?.motivation } : {}
}

/** The questions that are not asked: of a refusal it is not asked where somebody will live. */
export const leftOutOf = (step: Step, subject: Loaded<Compartments> | null): readonly string[] =>
  step.name === 'correctDecision' && subject ? unaskedIn(subject as unknown as Case) : []
