// The main job in typed inputs: one client from registration to aftercare, by the people of three parties.
import type { Actor } from '@/domain/case/actor'
import { ruleSet } from '@/domain/covenant/rule-set'
import { candidatesFor } from '@/server/candidates'
import { asActor } from '@/server/db/as-actor'
import { normsOn } from '@/server/norms'
import { unsaid } from '../../prisma/world/tafels'
import { described, first, type Name } from './client'
import { threeParties } from './inputs'
import { covenantOf, type Region, TODAY, take } from './region'

export type Cast = Record<'mentor' | 'regisseur' | 'chair' | 'secretary' | 'officer', Actor>

export const castOf = async (r: Region): Promise<Cast> => ({
  mentor: await r.actor('mentor', 'cosis'),
  regisseur: await r.actor('regisseur', 'emmen'),
  chair: await r.actor('chair', 'emmen'),
  secretary: await r.actor('secretary', 'emmen'),
  officer: await r.actor('officer', 'domesta'),
})

/** The provider registers and describes its client of this gemeente; the case waits for its check. */
export async function register(
  r: Region,
  { mentor }: Cast,
  name: Name = { givenName: 'Jan', familyName: 'de Vries' },
  gemeente = 'emmen',
): Promise<string> {
  const opening = { ...name, ...first, gemeente: r.organisations[gemeente] }
  const id = await take(mentor, 'openCase', null, opening)
  for (const [step, input] of described(r.organisations.emmen)) await take(mentor, step, id, input)
  await take(mentor, 'sendIntake', id)
  return id
}

/** The gemeente accepts, and the cases are on the table of a tafel that has begun. */
export async function sitDown(cast: Cast, ...ids: string[]): Promise<string> {
  const tafel = await take(cast.secretary, 'planTafel', null, {
    on: TODAY,
    at: '10:00',
    place: 'Gemeentehuis Emmen',
    note: null,
  })
  for (const id of ids) {
    await take(cast.regisseur, 'acceptIntake', id)
    await take(cast.regisseur, 'putOnTafel', id, { tafel })
  }
  await take(cast.chair, 'openTafel', tafel, {
    seats: ['gemeente', 'corporatie', 'zorgaanbieder'],
    present: 'Allen',
  })
  return tafel
}

/** What the chair writes down: admitted, unless something else is said. */
export const decision = (r: Pick<Region, 'organisations'>, said: Record<string, unknown> = {}) => ({
  ...unsaid,
  outcome: 'admitted',
  municipality: r.organisations.emmen,
  priority: 'normaal',
  contractForm: 'driepartijen',
  clientText: 'U komt in aanmerking voor een woning.',
  motivation: 'Voldoet',
  ...said,
})

/** The table admits, and two people adopt its list: the cases are in matching. */
export async function admit(r: Region, cast: Cast, ...ids: string[]): Promise<string> {
  const tafel = await sitDown(cast, ...ids)
  for (const id of ids) await take(cast.chair, 'proposeDecision', id, decision(r))
  await take(cast.chair, 'adoptList', tafel)
  await take(cast.secretary, 'adoptList', tafel)
  return tafel
}

export const home = (r: Pick<Region, 'organisations'>, houseNumber = '12') => ({
  street: 'Weiersstraat',
  houseNumber,
  postcode: '7811 AB',
  municipality: r.organisations.emmen,
  complex: null,
  type: 'POF',
  rooms: 2,
  floor: 1,
  lift: true,
  accessibility: 'NUL',
  rent: 61_250,
  serviceCosts: null,
  availableFrom: TODAY,
})

/** The corporation brings in a dwelling. */
export const enter = (r: Region, { officer }: Cast, houseNumber?: string) =>
  take(officer, 'enterDwelling', null, home(r, houseNumber))

/** All of them together. */
export const everyCandidate = { part: {}, size: 1000, named: [] } as const

/** The candidates of a dwelling as its officer sees them, all of them. */
export const candidates = (officer: Actor, dwelling: string, today = TODAY) =>
  asActor(officer, async (tx) => {
    const agreements = {
      rules: ruleSet.parse(covenantOf('zuidoost-drenthe').version.rules),
      norms: await normsOn(tx),
      today,
    }
    const found = await candidatesFor(tx, officer, dwelling, agreements, everyCandidate)
    return found && { ...found, candidates: found.part.rows }
  })

/** The corporation proposes this case for its dwelling; returns the offer. */
export async function propose(cast: Cast, dwelling: string, caseId: string): Promise<string> {
  const found = await candidates(cast.officer, dwelling)
  const candidate = found?.candidates.find((c) => c.caseId === caseId)?.pseudonym
  return take(cast.officer, 'propose', null, { dwelling, candidate, reason: null })
}

/** From an open offer to the key. */
export async function moveIn(cast: Cast, id: string, offer: string) {
  await take(cast.mentor, 'acceptOffer', offer, { note: null })
  await take(cast.officer, 'confirmOffer', offer, { ...threeParties, startOn: TODAY })
  await take(cast.mentor, 'writePlan', id, {
    goals: 'Thuis landen',
    agreements: 'Wekelijks bezoek',
    signedOn: TODAY,
    level: 'midden',
  })
  const signed = { signedOn: TODAY, startOn: TODAY, signingWay: 'inApp' }
  await take(cast.officer, 'signLease', id, signed)
  await take(cast.mentor, 'signGuidance', id, signed)
  await take(cast.officer, 'signTripartiteLandlord', id, signed)
  await take(cast.mentor, 'signTripartiteProvider', id, signed)
  await take(cast.officer, 'handOverKey', id, { keyOn: TODAY })
}

/** What the landlord does about arrears before it may tell anybody of them. */
export async function remindAndHelp(cast: Cast, kase: string) {
  for (const done of ['reminded', 'contacted', 'helpOffered'])
    await take(cast.officer, 'noteArrears', kase, { done, doneOn: '2026-01-05' })
}
