import 'server-only'
// What a form begins with that puts something in the place of what counts now: the decision, or the support plan.
import { planToRevise } from '@/domain/aftercare/plan-versions'
import type { Case } from '@/domain/case/case'
import { lastAdopted, notesOf } from '@/domain/case/decisions'
import type { Step } from '@/domain/kernel/step'
import type { Compartments, Loaded } from '@/domain/kernel/subject'
import { unaskedIn } from '@/domain/tafel/demands'

/** The first answers of that form; nothing for any other step, and where nothing counts yet. `today` is 'yyyy-mm-dd'. */
export function correctedFrom(
  step: Step,
  subject: Loaded<Compartments>,
  today: string,
): Readonly<Record<string, unknown>> {
  const kase = subject as unknown as Case
  if (step.name === 'revisePlan') return planToRevise(kase, today)
  if (step.name !== 'correctDecision') return {}
  const decision = lastAdopted(kase)
  return decision ? { ...decision, motivation: notesOf(kase, decision.version)?.motivation } : {}
}

/** The questions that are not asked: of a refusal it is not asked where somebody will live. */
export const leftOutOf = (step: Step, subject: Loaded<Compartments> | null): readonly string[] =>
  step.name === 'correctDecision' && subject ? unaskedIn(subject as unknown as Case) : []
