// Whoever says that another step brought theirs about, without it.
import { stepsOfKind } from '@/domain/case/steps'
import { byHand } from '@/domain/kernel/step'
import type { SubjectKind } from '@/domain/kernel/subject'

/** A step by hand and a consequence: neither is taken by whoever says that something else brought it about. */
export const claimed = (kind: SubjectKind): string[] => {
  const byCause = (caused: boolean) => stepsOfKind(kind).find(({ row }) => byHand(row) !== caused)
  return [byCause(false), byCause(true)].flatMap((step) => (step ? [step.name] : []))
}
