// What each party advises about an omklap: beside each other, each for itself, before it is decided together.
import { type Case, caseStep } from '../case/case'
import { compartments as c } from '../case/compartments'
import type { OmklapParty, omklapParties } from '../covenant/moving-rules'
import type { Context } from '../kernel/context'
import type { Refusal } from '../kernel/step'
import { waitsOn } from '../kernel/subject'

/** The step, and the task, of each party. */
const adviceOf = {
  provider: 'adviseAsProvider',
  gemeente: 'adviseAsGemeente',
  corporation: 'adviseAsCorporation',
} as const satisfies Record<OmklapParty, string>

/** The tasks of those whose advice the covenant asks. */
export const advising = ({ rules }: Pick<Context, 'rules'>) =>
  rules.aftercare.omklapAdvice.map((party) => adviceOf[party])

/** The how-manieth request this is: what was advised about an earlier one counts no more. */
const roundOf = ({ of }: Pick<Case, 'of'>): number =>
  (of.omklap ?? []).filter(({ event }) => event === 'requested').length

/** The last word of each party about the request that is open. */
function voicesOf(kase: Pick<Case, 'of'>) {
  const round = roundOf(kase)
  const said = (kase.of.omklapVoices ?? []).filter(({ voiceRound }) => voiceRound === round)
  return new Map(said.map(({ voiceOf, voice }) => [voiceOf, voice] as const))
}

/**
 * It is decided together: each party of whom the covenant asks advice gave it, nobody who spoke says "not yet", and of a yes on a
 * condition is said how that stands.
 */
export function notTogether(kase: Case, note: string | null, { rules }: Context): Refusal | null {
  const voices = voicesOf(kase)
  const missing = rules.aftercare.omklapAdvice.filter((party) => !voices.has(party))
  if (missing.length) return { reason: 'adviceMissing', field: 'event', values: { count: missing.length } }
  const said = [...voices.values()]
  if (said.includes('nogNietKlaar')) return { reason: 'notTogether', field: 'event' }
  return said.includes('steuntMits') && !note ? { reason: 'conditionNeedsNote', field: 'note' } : null
}

const asked = (kase: Case): Refusal | null =>
  waitsOn(kase, 'decideOmklap') ? null : { reason: 'omklapNotAsked' }

const { voice, voiceWhy } = c.omklapVoices.fields
const advise = (party: (typeof omklapParties)[number]) =>
  caseStep(adviceOf[party], {
    input: { voice, voiceWhy },
    blockedBy: [asked],
    apply: (kase, said) => ({
      append: { omklapVoices: [{ ...said, voiceOf: party, voiceRound: roundOf(kase) }] },
    }),
  })

export const adviseAsProvider = advise('provider')
export const adviseAsGemeente = advise('gemeente')
export const adviseAsCorporation = advise('corporation')
