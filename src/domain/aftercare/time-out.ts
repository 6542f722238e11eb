// A few days elsewhere, so that the home lasts: why and where is the provider's own, that somebody is away is not the landlord's.
// The tenancy goes on. Visits and evaluations wait meanwhile, and the days away are added to their terms.
import { type Case, caseStep } from '../case/case'
import { compartments as c } from '../case/compartments'
import { homeKept } from '../case/lasting'
import type { Context } from '../kernel/context'
import { addDays, addWorkingDays } from '../kernel/days'
import { code, ref } from '../kernel/field'
import type { Effect, Refusal } from '../kernel/step'
import { turnOf } from '../kernel/subject'
import { isAway } from './away'
import { heldFor } from './time-out-place'

/** What waits while somebody is away. */
const waiting = ['visit', 'contact', 'evaluate'] as const

const away = (kase: Case): Refusal | null => (isAway(kase) ? { reason: 'awayAlready' } : null)
const atHome = (kase: Case): Refusal | null => (isAway(kase) ? null : { reason: 'notInTimeOut' })

/** The tasks of the schedule stand still as they are: each is asked for again, with the days that it had left. */
function standStill(kase: Case, today: string): Effect {
  const turns = waiting.flatMap((task) => turnOf(kase, task) ?? [])
  const due = Object.fromEntries(turns.map(({ task, dueOn }) => [task, dueOn < today ? today : dueOn]))
  const tasks = turns.map(({ task }) => task)
  return { closes: tasks, opens: ['returnHome', ...tasks], due, paused: tasks }
}

const { timeOutPlace, registerPlace, returnPlan, note } = c.timeOuts.fields

const unsaid = {
  timeOutPlace: null,
  registerPlace: null,
  reservedUntil: null,
  returnPlan: null,
  rentKept: null,
  petsKept: null,
  mailKept: null,
  keysKept: null,
  energyKept: null,
}

/** Why the place of the register that is asked for cannot be had. */
function without({ room }: Context): Refusal | null {
  const at = { field: 'registerPlace' }
  if (!room) return { reason: 'noSuchPlace', ...at }
  if (room.full) return { reason: 'placeTaken', ...at }
  return room.tooEarly ? { reason: 'placeNotYet', ...at } : null
}

/** Holds a free place of any provider in the covenant for this client, for as many days as was agreed. Another one lets go of the last. */
export const reserveTimeOut = caseStep('reserveTimeOut', {
  input: { registerPlace: ref('timeOutPlace') },
  blockedBy: [away],
  check: (_kase, _input, context) => without(context),
  apply: (_kase, { registerPlace: place }, { today, rules, room }) => ({
    append: {
      timeOuts: [
        {
          ...unsaid,
          timeOutEvent: 'reserved',
          timeOutOn: today,
          timeOutPlace: room?.name ?? null,
          registerPlace: place,
          reservedUntil: addDays(today, rules.aftercare.timeOutHeldDays),
          returnBy: null,
          note: null,
        },
      ],
    },
  }),
})

/** The place is not needed after all: it is free for others at once. A reservation that lapsed holds nothing any more. */
export const cancelTimeOut = caseStep('cancelTimeOut', {
  input: {},
  blockedBy: [(kase, { today }) => (heldFor(kase, today) ? null : { reason: 'nothingReserved' })],
  apply: (kase, _input, { today }) => {
    const held = kase.of.timeOuts?.at(-1)
    const { timeOutPlace: name = null, registerPlace: place = null } = held ?? {}
    const row = { ...unsaid, timeOutPlace: name, registerPlace: place, returnBy: null, note: null }
    return { append: { timeOuts: [{ ...row, timeOutEvent: 'letGo', timeOutOn: today }] } }
  },
})

/** The client stays elsewhere for a while, with a day and a plan to return, and with whoever sees to rent, pets, mail, keys and energy. */
export const startTimeOut = caseStep('startTimeOut', {
  input: {
    awaySince: c.away.fields.awaySince,
    registerPlace,
    timeOutPlace,
    returnBy: c.away.fields.returnBy,
    returnPlan,
    rentKept: code('homeKept', ['geregeld', 'nogNiet']),
    petsKept: code('homeKept', homeKept),
    mailKept: code('homeKept', homeKept),
    keysKept: code('homeKept', ['geregeld', 'nogNiet']),
    energyKept: code('homeKept', homeKept),
    note,
  },
  blockedBy: [away],
  check: (_kase, { awaySince, returnBy, note, registerPlace: place, ...kept }, context) => {
    if (returnBy <= awaySince) return { reason: 'returnAfterAway', field: 'returnBy' }
    const { rentKept, petsKept, mailKept, keysKept, energyKept } = kept
    const open = [rentKept, petsKept, mailKept, keysKept, energyKept].includes('nogNiet')
    if (open && !note) return { reason: 'homeKeptByWhom', field: 'note' }
    return place ? without(context) : null
  },
  apply: (kase, { awaySince, returnBy, ...said }, { today, room }) => {
    const still = standStill(kase, today)
    return {
      ...still,
      due: { ...still.due, returnHome: addWorkingDays(returnBy, 0) },
      write: { away: { awaySince, returnBy, backOn: null } },
      append: {
        timeOuts: [
          {
            ...unsaid,
            ...said,
            timeOutPlace: said.timeOutPlace ?? room?.name ?? null,
            timeOutEvent: 'started',
            timeOutOn: awaySince,
            returnBy,
          },
        ],
      },
    }
  },
})

/** It takes longer: another day to return, with the reason. */
export const extendTimeOut = caseStep('extendTimeOut', {
  input: { returnBy: c.away.fields.returnBy, note },
  blockedBy: [atHome],
  check: (kase, { returnBy: day, note }) => {
    if (day <= (kase.of.away?.returnBy ?? '')) return { reason: 'returnLater', field: 'returnBy' }
    return note ? null : { reason: 'longerWhy', field: 'note' }
  },
  apply: (_kase, { returnBy: day, note }, { today }) => ({
    due: { returnHome: addWorkingDays(day, 0) },
    write: { away: { returnBy: day } },
    append: { timeOuts: [{ ...unsaid, timeOutEvent: 'longer', timeOutOn: today, returnBy: day, note }] },
  }),
})

/** Home again, or it is certain that they do not come home: the schedule goes on where it stood still. */
export const endTimeOut = caseStep('endTimeOut', {
  input: {
    timeOutEvent: code('timeOutEvent', ['backHome', 'notBack']),
    backOn: c.timeOuts.fields.timeOutOn,
    note,
  },
  blockedBy: [atHome],
  check: (kase, { timeOutEvent, backOn, note }) => {
    if (backOn < (kase.of.away?.awaySince ?? '')) return { reason: 'backBeforeAway', field: 'backOn' }
    return timeOutEvent === 'notBack' && !note ? { reason: 'notBackWhy', field: 'note' } : null
  },
  apply: (_kase, { timeOutEvent, backOn, note }) => ({
    write: { away: { backOn } },
    append: { timeOuts: [{ ...unsaid, timeOutEvent, timeOutOn: backOn, returnBy: null, note }] },
  }),
})
