// A client who must not be found: who they are and where is for named people only; everyone else knows an alias.
import { type Case, caseStep } from '../case/case'
import { documents } from '../case/compartments'
import { signAgain } from '../case/signing'
import { addDays } from '../kernel/days'
import { ref } from '../kernel/field'
import type { Refusal } from '../kernel/step'

type Shield = NonNullable<Case['of']['shield']>

/** So many days the gemeente has to agree that the shield ends; after that the provider looks at it anew. */
const OPEN_DAYS = 30

export const isShielded = ({ of }: Case) => !!of.shield && !of.shield.endedOn

/**
 * What a description of the safety changes about the shield. A secret address shields at once, under a fresh alias. That
 * it is no longer secret is only a proposal: the shield stays until the other organisation agrees. Null: nothing changes.
 */
export function shieldAfter(
  kase: Case,
  secrecy: string,
  { today, alias = '' }: { today: string; alias?: string },
): Partial<Shield> | null {
  const shielded = isShielded(kase)
  const proposed = shielded && !!kase.of.shield?.endProposedOn
  if (secrecy !== 'geheim') return shielded && !proposed ? { endProposedOn: today } : null
  if (!shielded) return { alias, since: today, endProposedOn: null, endedOn: null }
  return proposed ? { endProposedOn: null } : null
}

const notShielded = (kase: Case): Refusal | null => (isShielded(kase) ? null : { reason: 'notShielded' })

/** Nobody names themselves, and only who takes part in the case can be named. The database holds both as well. */
export const namePerson = caseStep('namePerson', {
  input: { person: ref('nameable') },
  blockedBy: [notShielded],
  check: (_kase, { person }, { actor, nameable = [] }) => {
    if (person === actor.membershipId) return { reason: 'notYourself', field: 'person' }
    const found = nameable.find(({ id }) => id === person)
    if (!found) return { reason: 'notNameable', field: 'person' }
    return found.named ? { reason: 'alreadyNamed', field: 'person' } : null
  },
  apply: (_kase, { person }, { nameable = [] }) => {
    const name = nameable.find(({ id }) => id === person)?.name ?? ''
    return { append: { named: [{ person, name, named: true }] }, tells: { name } }
  },
})

/** The last one of the provider or of the gemeente stays: somebody must be able to act for the client. */
export const unnamePerson = caseStep('unnamePerson', {
  input: { person: ref('named') },
  blockedBy: [notShielded],
  check: (_kase, { person }, { nameable = [] }) => {
    const found = nameable.find(({ id }) => id === person)
    if (!found?.named) return { reason: 'notNamed', field: 'person' }
    return found.last ? { reason: 'lastNamed', field: 'person' } : null
  },
  apply: (_kase, { person }, { nameable = [] }) => {
    const name = nameable.find(({ id }) => id === person)?.name ?? ''
    return { append: { named: [{ person, name, named: false }] }, tells: { name } }
  },
})

/** The gemeente agrees with the provider: everyone reads the case by their ordinary rights again. */
export const endShield = caseStep('endShield', {
  input: {},
  blockedBy: [
    notShielded,
    ({ of }, { today }) =>
      of.shield?.endProposedOn && addDays(of.shield.endProposedOn, OPEN_DAYS) >= today
        ? null
        : { reason: 'shieldEndNotProposed' },
  ],
  apply: (kase, _input, { today }) => ({
    write: { shield: { endedOn: today } },
    opens: signAgain(kase, documents),
  }),
})
