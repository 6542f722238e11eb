// What happens in a home besides the schedule: signals, arrears, a year well lived, a return.
import { aftercareOf } from '@/domain/case/schedule'
import type { StepName } from '@/domain/case/steps'
import { addDays, addMonths } from '@/domain/kernel/days'
import texts from '../data/world/texts.json' with { type: 'json' }
import { earlier, first, later } from './calendar'
import { said } from './clients'
import type { WorldActor, WorldInput } from './event'
import { scale } from './scaling'
import type { Story } from './story'

export type Moment = {
  readonly on: string
  readonly who: WorldActor
  readonly step: StepName
  readonly input: WorldInput
}

function signal(story: Story, on: string, answered: boolean): Moment[] {
  const { client } = story
  const about = client.chance.pick(['overlast', 'contact', 'woning', 'zorg'] as const)
  const acute = about === 'zorg' && client.chance.happens(0.5)
  const raised: Moment = {
    on,
    who: client.officer,
    step: 'raiseSignal',
    input: {
      about,
      urgency: acute ? 'acuut' : 'gewoon',
      text: said(client, `signal${on}`, texts.signals[about]),
    },
  }
  const agreed = client.chance.pick(texts.agreed)
  const picked = acute ? on : later(on, 1)
  const pickedUp: Moment = {
    on: picked,
    who: client.mentor,
    step: 'pickUpSignal',
    input: { promisedOn: later(picked, 3) },
  }
  const answer: Moment = {
    on: later(picked, 2),
    who: client.mentor,
    step: 'answerSignal',
    input: { ended: 'acted', answer: said(client, 'answer', texts.signalAnswers), agreed },
  }
  if (!answered) return [raised]
  // What is answered at once is not picked up first.
  return acute || client.n % 3 ? [raised, answer] : [raised, pickedUp, answer]
}

/** A signal about the client that was picked up, and of which it is not said yet what came of it. */
function careSignal({ client, today }: Story): Moment[] {
  const about = client.chance.pick(['vermijding', 'geld'] as const)
  const input = { about, urgency: 'gewoon', text: texts.careSignals[about][0] as string }
  const on = earlier(today, 3)
  return [
    { on, who: client.regisseur, step: 'raiseCareSignal', input },
    { on, who: client.mentor, step: 'pickUpSignal', input: { promisedOn: later(today, 2) } },
  ]
}

function arrears({ client }: Story, on: string, turn: string): Moment[] {
  const months = client.chance.between(1, 2)
  const did = (done: string, ago: number): Moment => {
    const doneOn = earlier(on, ago)
    return { on, who: client.officer, step: 'noteArrears', input: { done, doneOn } }
  }
  const before = [did('reminded', 8), did('contacted', 4), did('helpOffered', 1)]
  if (turn === 'arrearsObjected') return [did('reminded', 8), did('objected', 0)]
  const input = { amount: client.chance.between(5200, 6600) * 10 * months, months }
  const reported: Moment[] = [...before, { on, who: client.officer, step: 'reportArrears', input }]
  if (turn !== 'arrearsAnswered') return reported
  const helped = later(on, 6)
  const over = later(on, 20)
  const answer = { answer: said(client, 'arrears', texts.arrearsAnswers), agreed: null }
  const answered: Moment[] = [
    ...reported,
    { on: later(on, 3), who: client.mentor, step: 'answerArrears', input: answer },
    {
      on: helped,
      who: client.regisseur,
      step: 'recordDebtHelp',
      input: { debtHelp: 'accepted', helpedOn: helped },
    },
    { on: over, who: client.officer, step: 'endArrears', input: { arrearsEnd: 'arranged', endedOn: over } },
  ]
  return answered
}

function escalation(on: string, rung: 'gesprek' | 'gezamenlijkBezoek', who: WorldActor): Moment {
  return {
    on,
    who,
    step: 'escalate',
    input: { rung, tried: texts.tried, agreements: texts.escalations[rung][0] as string },
  }
}

const advice = (party: 'provider' | 'corporation'): WorldInput => ({
  voice: 'steunt',
  voiceWhy: texts.omklap.advice[party],
})

/** The omklap: asked for after the evaluation of a year, decided some weeks later; then perhaps the waakvlam. */
function omklap(
  { client }: Story,
  evaluated: string,
  until: 'asked' | 'notYet' | 'done' | 'waakvlam',
): Moment[] {
  const asked = later(evaluated, 4)
  const decided = later(asked, client.chance.between(8, 14))
  const event = until === 'notYet' ? 'notYet' : 'agreed'
  const moments: Moment[] = [
    {
      on: asked,
      who: client.mentor,
      step: 'requestOmklap',
      input: { note: texts.omklap.requested[0] as string },
    },
  ]
  moments.push(
    { on: later(asked, 1), who: client.mentor, step: 'adviseAsProvider', input: advice('provider') },
    { on: later(asked, 2), who: client.officer, step: 'adviseAsCorporation', input: advice('corporation') },
  )
  if (until !== 'asked')
    moments.push({
      on: decided,
      who: client.officer,
      step: 'decideOmklap',
      input: {
        event,
        on: decided,
        note: texts.omklap[event][0] as string,
        reviewOn: event === 'notYet' ? addDays(decided, 92) : null,
        careAfter: event === 'notYet' ? null : 'minderZorg',
      },
    })
  if (until === 'waakvlam')
    moments.push({
      on: later(decided, 8),
      who: client.mentor,
      step: 'startWaakvlam',
      input: { agreedOn: later(decided, 8), agreedHow: 'mondeling' },
    })
  return moments
}

/** What happens in this home besides the schedule. */
export function turns(story: Story, keyOn: string): Moment[] {
  const { client, today } = story
  const { turn } = client.goal
  /** So many days after the key, and so many working days ago at least: what comes of it has happened by today. */
  const some = (from: number, ago = 12) =>
    later(first(addDays(keyOn, from + client.chance.between(0, 20)), earlier(today, ago)), 0)
  const year = aftercareOf(keyOn, story.rules).evaluations.find((day) => day >= addMonths(keyOn, 12)) ?? today
  switch (turn) {
    case 'signalOpen':
      return [
        ...(client.n % 2 ? careSignal(story) : []),
        ...signal(story, earlier(today, client.n % 2), false),
      ]
    case 'signalAnswered':
      return signal(story, some(30), true)
    case 'arrearsOpen':
      return arrears(story, earlier(today, 2), turn)
    case 'arrearsAnswered':
    case 'arrearsObjected':
      return arrears(story, some(80, 21), turn)
    case 'escalated': {
      const on = some(60)
      return [
        ...signal(story, on, true),
        escalation(later(on, 3), 'gesprek', client.officer),
        escalation(later(on, 8), 'gezamenlijkBezoek', client.mentor),
        ...scale(story, later(on, 8), 'up'),
      ]
    }
    case 'omklapAsked':
      return omklap(story, year, 'asked')
    case 'omklapNotYet':
      return omklap(story, year, 'notYet')
    case 'omklapDone':
      return omklap(story, year, 'done')
    case 'waakvlam':
    case 'goedAfgerond':
      return omklap(story, year, 'waakvlam')
    case 'terugNaarVoorziening': {
      const on = some(90)
      return [
        ...signal(story, on, true),
        escalation(later(on, 2), 'gesprek', client.mentor),
        escalation(later(on, 10), 'gezamenlijkBezoek', client.regisseur),
      ]
    }
    default:
      return []
  }
}
