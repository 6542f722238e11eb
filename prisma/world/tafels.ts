// The uitstroomtafels of one region: planned, filled by the stories of the cases, held, adopted by chair and secretary.
import { proposeDecision } from '@/domain/tafel/decide'
import texts from '../data/world/texts.json' with { type: 'json' }
import { earlier, first, later, tafelDays } from './calendar'
import { actor, actors, nameOf } from './cast'
import { chanceOf } from './chance'
import { type CovenantKey, regionOf, said } from './clients'
import { toldOfCondition } from './conditions'
import { org, type Telling, type WorldInput } from './event'
import type { Story } from './story'

export type Tafel = {
  readonly key: string
  readonly on: string
  readonly items: { story: Story; decision: WorldInput }[]
}

export type Tafels = {
  readonly covenant: CovenantKey
  readonly held: readonly Tafel[]
  readonly planned: readonly Tafel[]
}

export function tafelsOf(covenant: CovenantKey, today: string): Tafels {
  const { short, tafel } = regionOf(covenant)
  const make = (on: string): Tafel => ({ key: `tafel:${short}:${on}`, on, items: [] })
  const days = tafelDays(today, tafel.everyDays)
  return { covenant, held: days.held.map(make), planned: days.planned.map(make) }
}

/** The emptiest tafel held between two days; the first one held when there is none between them. */
export function roomBetween({ held }: Tafels, from: string, until: string): Tafel {
  const between = held.filter(({ on }) => on >= from && on <= until)
  return between.reduce(
    (best, t) => (t.items.length < best.items.length ? t : best),
    between[0] ?? (held[0] as Tafel),
  )
}

/** The day on which the decisions of a held tafel count: the secretary adopts its list the day after the chair. */
export const adoptedOn = ({ on }: Tafel) => later(on, 1)

/** The day on which a tafel that has been held was planned. */
export const plannedOn = ({ on }: Tafel) => earlier(on, 60)

/** The tafel held so many times before this one; null when there was none. */
export const before = ({ held }: Tafels, tafel: Tafel, times: number): Tafel | null =>
  held[held.indexOf(tafel) - times] ?? null

/** An answer to nothing that the form of a decision asks. */
export const unsaid: WorldInput = Object.fromEntries(
  Object.keys(proposeDecision.input).map((field) => [field, null]),
)

export function admitted({ client }: Story, contractForm: string): WorldInput {
  const { chance } = client
  const conditional = chance.happens(0.12)
  const outcome = conditional ? 'admittedOnConditions' : 'admitted'
  const except = !conditional && chanceOf(`exception ${client.key}`).happens(0.06)
  return {
    ...unsaid,
    outcome: except ? 'exception' : outcome,
    municipality: org(client.gemeente),
    priority: chance.pick([
      'spoed',
      'hoog',
      'hoog',
      'hoog',
      'normaal',
      'normaal',
      'normaal',
      'normaal',
      'normaal',
    ]),
    contractForm,
    ...(conditional && { condition: said(client, 'conditions', texts.conditions), conditionBy: 'provider' }),
    ...(except && { rule: 'inkomen', deviation: said(client, 'deviation', texts.deviations) }),
    clientText: said(client, 'clientText', texts.clientText[outcome]),
    motivation: said(client, 'motivation', texts.motivation),
  }
}

export const adjourned = (
  { client }: Story,
  until: string,
  followUpBy: 'provider' | 'gemeente',
): WorldInput => ({
  ...unsaid,
  outcome: 'adjourned',
  until,
  followUpBy,
  clientText: texts.clientText.adjourned[0] as string,
  motivation: said(client, 'adjourned', texts.adjournedMotivation),
})

export const refused = ({ client }: Story): WorldInput => ({
  ...unsaid,
  outcome: 'refused',
  ground: client.chance.pick(['zelfOplosbaar', 'criteria']),
  clientText: texts.clientText.refused[0] as string,
  motivation: said(client, 'refused', texts.refusedMotivation),
})

export const sentBack = (): WorldInput => ({
  ...unsaid,
  outcome: 'backToProvider',
  clientText: texts.clientText.backToProvider[0] as string,
  motivation: texts.backMotivation[0] as string,
})

/** The days by which something must be done, counted from the tafel that decided so. */
const days = ({ outcome }: WorldInput, on: string): WorldInput => ({
  ...(outcome === 'admittedOnConditions' && { conditionOn: later(on, 30) }),
  ...(outcome === 'exception' && { exceptionUntil: later(on, 180) }),
  ...(outcome === 'backToProvider' && { reviewOn: later(on, 60) }),
})

/** Tells of every tafel of a region, after all stories have put their cases on them. */
export function tellTafels(
  { covenant, held, planned }: Tafels,
  today: string,
  host: string,
  telling: Telling,
): void {
  const { tafel: custom } = regionOf(covenant)
  const officers = actors(
    covenant,
    (regionOf(covenant).corporations[host] as string[])[0] as string,
    'officer',
  )
  for (const [i, tafel] of [...held, ...planned].entries()) {
    const { key, on, items } = tafel
    const [chair, secretary, coordinator] = [
      actor(covenant, host, 'chair', i),
      actor(covenant, host, 'secretary', i),
      actor(covenant, host, 'coordinator', i),
    ]
    const tell = (
      day: string,
      who: typeof chair,
      step: 'planTafel' | 'openTafel' | 'adoptList' | 'closeTafel' | 'cancelTafel',
      input: WorldInput = {},
    ) =>
      telling.push({
        on: day,
        covenant,
        actor: who,
        step,
        subject: key,
        input,
        ...(step === 'planTafel' && { opens: true }),
      })
    const note = chanceOf(key).happens(0.15)
      ? 'Graag een kwartier eerder aanwezig: we lopen eerst de stand van de woningen door.'
      : null
    tell(first(plannedOn(tafel), earlier(today, 3)), coordinator, 'planTafel', {
      on,
      at: custom.at,
      place: custom.place,
      note,
    })
    if (on > today) continue
    if (!items.length) {
      tell(earlier(on, 1), coordinator, 'cancelTafel')
      continue
    }
    const officer = officers[i % officers.length]?.person ?? ''
    const mentors = [...new Set(items.map(({ story }) => nameOf(story.client.mentor.person)))]
    const present = [
      `${nameOf(chair.person)} (voorzitter)`,
      `${nameOf(secretary.person)} (secretaris)`,
      `${nameOf(officer)} (corporatie)`,
      ...mentors.map((m) => `${m} (zorgaanbieder)`),
    ]
    tell(on, secretary, 'openTafel', { seats: custom.seats, present: present.join(', ') })
    for (const { story, decision } of items) {
      const [step, subject] = ['proposeDecision', story.client.key] as const
      telling.push({
        on,
        covenant,
        actor: chair,
        step,
        subject,
        input: { ...decision, ...days(decision, on) },
      })
      telling.push(...toldOfCondition(story, decision, on, today))
    }
    tell(on, chair, 'adoptList')
    tell(later(on, 1), secretary, 'adoptList')
    // Of the last one the letters still go out.
    if (later(on, 9) <= today)
      tell(later(on, 9), secretary, 'closeTafel', { lettersSent: true, remaining: null })
  }
}
