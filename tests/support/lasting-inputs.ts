// What people fill in while somebody lives there.
import { addDays } from '@/domain/kernel/days'
import type { Inputs } from './world'

export const lasting: Inputs = {
  recordVisit: ({ today }) => ({ visitedOn: today, form: 'thuis', level: 'groen', note: 'Het gaat goed' }),
  signalByItself: () => ({ silent: 'visit' }),
  raiseSignal: () => ({ about: 'overlast', urgency: 'gewoon', text: 'Muziek in de nacht' }),
  raiseCareSignal: () => ({ about: 'vermijding', urgency: 'gewoon', text: 'Doet de deur niet open' }),
  pickUpSignal: ({ today }) => ({ promisedOn: addDays(today, 3) }),
  answerSignal: () => ({ ended: 'acted', answer: 'Besproken met de bewoner' }),
  reportArrears: () => ({
    amount: 650_00,
    months: 1,
    reminded: true,
    contacted: true,
    helpOffered: true,
    objected: false,
  }),
  answerArrears: () => ({ answer: 'Er is een betaalafspraak' }),
  scaleSupport: ({ today }) => ({
    level: 'intensief',
    from: today,
    reason: 'Terugval',
    reviewOn: addDays(today, 28),
  }),
  escalate: () => ({ rung: 'gesprek', agreements: 'Elke week bellen' }),
  recordEvaluation: ({ today }) => ({
    heldOn: today,
    rentPaid: true,
    calm: true,
    goals: 'gehaald',
    advice: 'omklap',
    summary: 'Het gaat goed',
  }),
  revisePlan: ({ today }) => ({
    planDomains: ['housing', 'finances'],
    planGoals: 'De post open houden',
    planSteps: 'Elke maandag samen de post',
    planParties: ['client', 'provider'],
    hoursPerWeek: 3,
    reachable: 'avonden',
    planSigns: 'De gordijnen blijven dicht',
    planReviewOn: addDays(today, 90),
  }),
  agreePlan: ({ today }) => ({ planWord: 'clientAgreed', agreedOn: today, agreedHow: 'mondeling' }),
  approvePlan: () => ({ planWord: 'approved' }),
  decideOmklap: ({ today }) => ({ event: 'agreed', on: today, careAfter: 'minderZorg' }),
  closeCase: () => ({ reason: 'goedAfgerond' }),
}
