// The end of a file: the home stands, or the person left it. Why and where to is not for the landlord.
import { type Case, caseStep } from '../case/case'
import { compartments as c } from '../case/compartments'
import { code, optional } from '../kernel/field'
import type { Refusal } from '../kernel/step'
import { waitsOn } from '../kernel/subject'

const unanswered = (kase: Case): Refusal | null => {
  if (waitsOn(kase, 'answerSignal') || waitsOn(kase, 'actOnSignal')) return { reason: 'signalOpen' }
  return waitsOn(kase, 'answerArrears') || waitsOn(kase, 'offerDebtHelp') ? { reason: 'arrearsOpen' } : null
}

const left = ['verhuisd', 'terugNaarVoorziening', 'overleden'] as const
const { homeEndedOn, destination } = c.homeEnd.fields

/**
 * Nobody has to come any more. Where the client left the home it is kept since when, how the tenancy ended and where they went:
 * the figures of homes that last are made of it. The landlord hears that the file is closed, and reads the reason alone.
 */
export const closeCase = caseStep('closeCase', {
  input: {
    reason: code('closingReason', ['goedAfgerond', ...left]),
    homeEndedOn: optional(homeEndedOn),
    homeEndWhy: optional(code('homeEndWhy', ['opgezegd', 'samenBesloten', 'contractEinde', 'ontruimd'])),
    destination,
  },
  askedWith: {
    field: 'reason',
    of: {
      homeEndedOn: left,
      homeEndWhy: ['verhuisd', 'terugNaarVoorziening'],
      destination: ['verhuisd'],
    },
    open: [],
  },
  blockedBy: [unanswered],
  check: (kase, { reason, homeEndedOn, homeEndWhy, destination }) => {
    if (reason === 'goedAfgerond') return null
    const keyOn = kase.of.placement?.keyOn
    if (!homeEndedOn) return { reason: 'endNeedsDay', field: 'homeEndedOn' }
    if (keyOn && homeEndedOn < keyOn) return { reason: 'endBeforeKeyDay', field: 'homeEndedOn' }
    if (reason === 'overleden') return null
    if (!homeEndWhy) return { reason: 'endNeedsWhy', field: 'homeEndWhy' }
    return reason === 'verhuisd' && !destination
      ? { reason: 'endNeedsDestination', field: 'destination' }
      : null
  },
  apply: (_kase, { reason, homeEndedOn, homeEndWhy, destination }, { today }) => ({
    write: {
      closing: { reason, on: today },
      ...(homeEndedOn && {
        homeEnd: {
          homeEndedOn,
          homeEndWhy: homeEndWhy ?? 'overleden',
          destination: reason === 'terugNaarVoorziening' ? 'voorziening' : destination,
        },
      }),
    },
  }),
})
