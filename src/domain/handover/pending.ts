// Whether a case is on its way to somebody else, and who was asked.
import type { Case } from '../case/case'
import { turnOf } from '../kernel/subject'

export type HandoverPart = 'provider' | 'gemeente'
/** One word in the story of a handover: proposed, and what came of it. */
export type Word = Omit<NonNullable<Case['of']['handover']>[number], 'id' | 'organisationId' | 'recordedOn'>

/** The task of whoever was asked. */
export const answerTo = { provider: 'answerHandover', gemeente: 'answerMove' } as const

/** The proposal about this part that is not answered yet; one that nobody answered in time is over. */
export const pendingIn = ({ of, turns }: Pick<Case, 'of' | 'turns'>, part: HandoverPart): Word | null => {
  const last = of.handover?.findLast((word) => word.part === part)
  return last?.event === 'proposed' && turnOf({ turns }, answerTo[part]) ? last : null
}
