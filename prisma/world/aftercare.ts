// Aftercare: visits and evaluations by the schedule, and what happens in a home.
import { aftercareOf } from '@/domain/case/schedule'
import { addDays, addMonths } from '@/domain/kernel/days'
import texts from '../data/world/texts.json' with { type: 'json' }
import { earlier, later } from './calendar'
import { said, saidInTurn } from './clients'
import type { WorldInput } from './event'
import { scale } from './scaling'
import { type Story, tell } from './story'
import { supportPlans } from './support-plans'
import { type Moment, turns } from './turns'

const levels = {
  rough: ['oranje', 'rood', 'oranje'],
  usual: ['groen', 'groen', 'groen', 'groen', 'groen', 'groen', 'oranje'],
} as const

function visit(story: Story, on: string, i: number, rough: boolean): Moment {
  const { client } = story
  const level = client.chance.pick(rough ? levels.rough : levels.usual)
  const form = i === 0 ? 'thuis' : client.chance.pick(['thuis', 'thuis', 'thuis', 'telefoon', 'kantoor'])
  return {
    on,
    who: client.mentor,
    step: 'recordVisit',
    input: { visitedOn: on, form, level, note: saidInTurn(client, i, texts.visitNotes[level]) },
  }
}

function evaluation({ client }: Story, on: string, given: 'omklap' | 'doorgaan' | 'opschalen'): Moment {
  const input = {
    heldOn: on,
    rentPaid: !client.goal.turn.startsWith('arrears'),
    calm: given !== 'opschalen',
    goals: given === 'omklap' ? 'gehaald' : given === 'opschalen' ? 'nietGehaald' : 'opWeg',
    advice: given,
    summary: said(client, `evaluation${on}`, texts.evaluations[given]),
    clientThere: 'erbij',
    clientSays: said(client, `says${on}`, texts.evaluationTalks.client),
    supervisor: 'Teamleider (voorbeeld)',
    supervisorSays: said(client, `supervisor${on}`, texts.evaluationTalks.supervisor),
    nextOn: null,
  }
  return { on, who: client.mentor, step: 'recordEvaluation', input }
}

/** Everything between the key and today, in the order of the days. */
export function aftercare(story: Story, keyOn: string): void {
  const { client, today } = story
  const happened = turns(story, keyOn)
  const quiet = happened.find(({ step }) => step === 'startWaakvlam')?.on
  const closing = closingDay(story, keyOn, quiet)
  const end = closing ?? today
  const schedule = aftercareOf(keyOn, story.rules)
  const until = (days: readonly string[]) => days.filter((day) => day <= end && (!quiet || day < quiet))
  const trouble = happened.find(({ step }) => step === 'raiseSignal' || step === 'reportArrears')?.on
  const rough = (on: string) => !!trouble && on >= trouble && on <= addDays(trouble, 21)
  // Of a file that is closed nobody asks any more whether each visit came: one in three is told.
  const visits = until(schedule.visits)
    .slice(0, client.goal.turn === 'overdue' ? -1 : undefined)
    .filter((_, i) => !closing || i % 3 === 0)
  const contact = quiet ? later(addDays(quiet, 91), 0) : end
  const evaluations = until(schedule.evaluations)
  const moments: Moment[] = [
    ...visits.map((on, i) => visit(story, on, i, rough(on))),
    ...(contact < end ? [visit(story, contact, 90, false)] : []),
    ...evaluations.map((on) => evaluation(story, on, advice(story, on, keyOn, on === evaluations.at(-1)))),
    ...happened,
    ...supportPlans(story, keyOn, end),
    ...(trouble ? [] : calmer(story, keyOn, quiet ?? end)),
  ]
  const order = [...moments].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  for (const { on, who, step, input } of order) tell(story, on, who, step, input)
  const { turn } = client.goal
  const closer = turn === 'overleden' ? client.regisseur : client.mentor
  if (closing) tell(story, closing, closer, 'closeCase', { reason: turn, ...howItEnded(turn, closing) })
}

function advice(
  { client }: Story,
  on: string,
  keyOn: string,
  latest: boolean,
): 'omklap' | 'doorgaan' | 'opschalen' {
  const { turn } = client.goal
  if (turn.startsWith('omklap') || turn === 'waakvlam' || turn === 'goedAfgerond')
    return on >= addMonths(keyOn, 12) ? 'omklap' : 'doorgaan'
  return latest && (turn === 'escalated' || turn === 'terugNaarVoorziening') ? 'opschalen' : 'doorgaan'
}

/** Where nothing went wrong, support often comes down after some months. */
function calmer(story: Story, keyOn: string, end: string): Moment[] {
  const on = later(addDays(keyOn, 130 + story.client.chance.between(0, 40)), 0)
  return on < end && story.client.chance.happens(0.3) ? scale(story, on, 'down') : []
}

/** The day on which the case was closed, when it was. */
function closingDay({ client, today }: Story, keyOn: string, quiet: string | undefined): string | null {
  const { turn, end } = client.goal
  if (end !== 'ended') return null
  const day =
    turn === 'goedAfgerond' && quiet ? later(quiet, 5) : earlier(today, client.chance.between(3, 20))
  return day > today ? today : day < keyOn ? keyOn : day
}

/** What is asked when a home was left: a death needs its day alone. */
export function howItEnded(turn: string, homeEndedOn: string): WorldInput {
  const nothing = { homeEndedOn: null, homeEndWhy: null, destination: null }
  if (turn === 'goedAfgerond') return nothing
  if (turn === 'overleden') return { ...nothing, homeEndedOn }
  const moved = turn === 'verhuisd'
  return {
    homeEndedOn,
    homeEndWhy: moved ? 'opgezegd' : 'samenBesloten',
    destination: moved ? 'andereWoning' : null,
  }
}
