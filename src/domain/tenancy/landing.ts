// The landing plan: who introduces the client to neighbours, wijk and network, and when.
import { type Case, caseStep } from '../case/case'
import { compartments as c } from '../case/compartments'
import type { Context } from '../kernel/context'
import type { Refusal } from '../kernel/step'

type Word = Pick<NonNullable<Case['of']['landing']>[number], 'landingWith' | 'landingOn' | 'landingState'>

/** The last word about each introduction. */
const current = (words: readonly Word[]) => [
  ...new Map(words.map((word) => [word.landingWith, word] as const)).values(),
]

/** The days of the introductions that are still to come, the first in front. */
const toCome = (words: readonly Word[]) =>
  current(words)
    .flatMap(({ landingState, landingOn }) => (landingState === 'komtNog' && landingOn ? [landingOn] : []))
    .sort()

/** Before the key it is said of each introduction that the covenant asks when it is, or that the client does not want it. */
export const landingPlanned = ({ of }: Case, { rules }: Context): Refusal | null => {
  const open = rules.moving.landing.filter((one) => !of.landing?.some((word) => word.landingWith === one))
  return open.length ? { reason: 'landingNotPlanned', values: { count: open.length } } : null
}

/** One introduction is planned, was made, or is not wanted. The first that is still to come is somebody's task. */
export const planLanding = caseStep('planLanding', {
  input: c.landing.fields,
  askedWith: { field: 'landingState', of: { landingOn: ['komtNog', 'isGeweest'] }, open: [] },
  check: (_kase, { landingState, landingOn }, { today }) => {
    if (landingState === 'nietGewenst') return null
    if (!landingOn) return { reason: 'landingNeedsDay', field: 'landingOn' }
    if (landingState === 'komtNog' && landingOn < today)
      return { reason: 'landingDayPassed', field: 'landingOn' }
    return landingState === 'isGeweest' && landingOn > today
      ? { reason: 'landingYetToCome', field: 'landingOn' }
      : null
  },
  apply: (kase, word) => {
    const [first] = toCome([...(kase.of.landing ?? []), word])
    return {
      append: { landing: [word] },
      opens: first ? ['keepLanding'] : [],
      due: first ? { keepLanding: first } : {},
      tells: { landingWith: word.landingWith, landingState: word.landingState },
    }
  },
})
