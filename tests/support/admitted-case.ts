// A client of the demo world from the first word to looking for a home, by the steps that its people take.
import type { Actor } from '@/domain/case/actor'
import type { StepName } from '@/domain/case/steps'
import { described, first } from './client'
import { candidates, decision } from './main-job'
import type { Demo } from './on-demo'
import { take } from './region'

type Input = Readonly<Record<string, unknown>>
export type Cast = Record<'mentor' | 'regisseur' | 'chair' | 'secretary' | 'officer', Actor>
export type Does = (
  who: Actor,
  step: StepName,
  id: string | null,
  input?: Record<string, unknown>,
) => Promise<string>

export const castOf = async ({ person }: Demo): Promise<Cast> => ({
  mentor: await person('Roos Ottens', 'mentor'),
  regisseur: await person('Femke Bruinsma', 'regisseur'),
  chair: await person('Johan Wiggers', 'chair'),
  secretary: await person('Sunita Ramdin', 'secretary'),
  officer: await person('Gea Wolters', 'officer'),
})

/** Takes steps on the day of the demo. */
export const doesOn =
  ({ today }: Demo): Does =>
  (who, step, id, input = {}) =>
    take(who, step, id, input, { on: today })

/** What this client has of their own: `part` by the step that asks it, `named` before the regisseur can read it. */
export type Said = {
  readonly name: string
  readonly gemeente: string
  readonly opening?: Input
  readonly part?: Partial<Record<StepName, Input>>
  readonly named?: (id: string) => Promise<unknown>
}

/** From the first word to an aanmelding that the gemeente accepted. */
export async function accepted(does: Does, { mentor, regisseur }: Cast, said: Said): Promise<string> {
  const { name, gemeente, opening, part = {}, named } = said
  const words = { ...first, givenName: 'Noor', familyName: name, readySince: '2016-03-01', ...opening }
  const id = await does(mentor, 'openCase', null, { ...words, gemeente })
  for (const [step, input] of described(gemeente)) {
    const own = { ...(step === 'writeProfile' && { approvedOn: null }), ...part[step] }
    await does(mentor, step, id, { ...input, ...own })
  }
  await does(mentor, 'sendIntake', id)
  await named?.(id)
  await does(regisseur, 'acceptIntake', id)
  return id
}

/** A tafel of their own that decides on these, with urgency unless something else is said. */
export async function decided(
  does: Does,
  { regisseur, chair, secretary }: Cast,
  ids: readonly string[],
  { mark, today, gemeente, said = {} }: { mark: string; today: string; gemeente: string; said?: Input },
) {
  const when = { on: today, at: '10:00', place: `Tafel ${mark}`, note: null }
  const tafel = await does(secretary, 'planTafel', null, when)
  for (const id of ids) await does(regisseur, 'putOnTafel', id, { tafel })
  const seats = { seats: ['gemeente', 'corporatie', 'zorgaanbieder'], present: 'Allen' }
  await does(chair, 'openTafel', tafel, seats)
  const words = decision({ organisations: { emmen: gemeente } }, { priority: 'spoed', ...said })
  for (const id of ids) await does(chair, 'proposeDecision', id, words)
  await does(chair, 'adoptList', tafel)
  await does(secretary, 'adoptList', tafel)
}

/** A home that the corporation brings in and offers to this client; the offer. */
export async function offered(
  does: Does,
  { officer }: Cast,
  id: string,
  facts: Input,
  today: string,
): Promise<string> {
  const dwelling = await does(officer, 'enterDwelling', null, { ...facts, availableFrom: today })
  const found = await candidates(officer, dwelling, today)
  const candidate = found?.candidates.find((one) => one.caseId === id)?.pseudonym
  return does(officer, 'propose', null, { dwelling, candidate, reason: null })
}
