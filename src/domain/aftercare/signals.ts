import { type Case, caseStep } from '../case/case'
import { compartments as c } from '../case/compartments'
import { wellSaid } from '../case/functional-words'
import type { Context } from '../kernel/context'
import { addWorkingDays } from '../kernel/days'
import { code, day, flag, longText, optional, ref } from '../kernel/field'
import type { Effect, Refusal } from '../kernel/step'
import { goesOn, meantSignal, openSignals, pickUpBy, type Signal, stillAsked } from './signal-course'

type Given = { readonly text: string; readonly functional: boolean | null }

/** What a signal says is for others: in functional words. */
const functionally = (_kase: Case, { text, functional }: Given) => wellSaid('text', text, functional)

const termOf = (urgency: 'gewoon' | 'acuut', { today, rules }: Context) =>
  addWorkingDays(today, urgency === 'acuut' ? 0 : rules.terms.answerSignal)

const said = {
  urgency: c.signals.fields.urgency,
  text: c.signals.fields.text,
  /** Somebody looked again at words about health, and means them. */
  functional: optional(flag()),
}

const homeOnly = c.signals.fields.about.codes.filter((about) => about !== 'zorg')

/** Something about the home goes wrong: said early, beside what was said before. Acute: to be picked up the same day. */
export const raiseSignal = caseStep('raiseSignal', {
  input: { about: c.signals.fields.about, ...said },
  // Whoever supports the client says what is about the client where the landlord does not read it.
  choices: ({ actor }) => ({ about: actor.role === 'mentor' ? homeOnly : c.signals.fields.about.codes }),
  check: functionally,
  apply: (kase, { about, urgency, text }, context) => {
    const signal = context.signalId as string
    const until = termOf(urgency, context)
    return {
      append: {
        signals: [{ about, urgency, text, signal }],
        homeCourse: [{ event: 'raised', signal, until }],
      },
      ...pickUpBy(kase, until),
      tells: { about, urgency },
    }
  },
})

/** Something about the client goes wrong, seen by the provider, the gemeente or the wijkteam. The landlord hears nothing of it. */
export const raiseCareSignal = caseStep('raiseCareSignal', {
  input: { about: c.careSignals.fields.about, ...said },
  check: functionally,
  apply: (kase, { about, urgency, text }, context) => {
    const signal = context.signalId as string
    const raisedBy = context.actor.organisationId
    const until = termOf(urgency, context)
    return {
      append: {
        careSignals: [{ about, urgency, text, signal, raisedBy }],
        careCourse: [{ kind: 'care', event: 'raised', signal, until, silent: null, raisedBy }],
      },
      ...pickUpBy(kase, until),
      tells: { urgency, signal },
    }
  },
})

const noneOpen = (kase: Case): Refusal | null =>
  openSignals(kase).length ? null : { reason: 'noOpenSignal' }

const which = (kase: Case, signal: string | null): Refusal | null => {
  if (meantSignal(kase, signal)) return null
  return signal ? { reason: 'signalEnded', field: 'signal' } : { reason: 'whichSignal', field: 'signal' }
}

/** Who hears that it goes on: of the home its landlord, of the client the wijkteam that raised it. */
function heardOf({ kind, raisedBy }: Signal, { kinds = {} }: Context): Pick<Effect, 'unheard' | 'hears'> {
  if (kind === 'home') return {}
  const team = raisedBy && ['wijkteam', 'welzijn'].includes(kinds[raisedBy] ?? '')
  return { unheard: ['officer'], ...(team && { hears: [{ role: 'localTeam', organisationId: raisedBy }] }) }
}

const others = (kase: Case, meant: Signal) => openSignals(kase).filter(({ id }) => id !== meant.id)

/** The provider takes a signal on, and says by which day it will have done something: within the term of the covenant. */
export const pickUpSignal = caseStep('pickUpSignal', {
  input: { signal: optional(ref('signal')), promisedOn: day('future') },
  blockedBy: [
    noneOpen,
    (kase) => (openSignals(kase).some((one) => !one.pickedUpOn) ? null : { reason: 'allPickedUp' }),
  ],
  check: (kase, { signal, promisedOn }, { today, rules }) => {
    const last = addWorkingDays(today, rules.terms.actOnSignal)
    const refusal = which(kase, signal)
    if (refusal) return refusal
    if (meantSignal(kase, signal)?.pickedUpOn) return { reason: 'pickedUpAlready', field: 'signal' }
    return promisedOn <= last ? null : { reason: 'promisedTooLate', field: 'promisedOn', values: { last } }
  },
  apply: (kase, { signal, promisedOn }, context) => {
    const meant = meantSignal(kase, signal) as Signal
    const now = { ...meant, pickedUpOn: context.today, promisedOn }
    return {
      append: goesOn(meant, 'pickedUp', promisedOn),
      ...stillAsked([...others(kase, meant), now]),
      ...heardOf(meant, context),
      tells: { promisedOn, signal: meant.id },
    }
  },
})

const answer = { answer: c.signalAnswers.fields.answer, agreed: optional(longText(1000)) }

/** A signal ends in what was done, or in why nothing was needed; its words are for the readers of the signal. */
export const answerSignal = caseStep('answerSignal', {
  input: {
    signal: optional(ref('signal')),
    ended: code('signalEnd', ['acted', 'noAction']),
    ...answer,
    functional: optional(flag()),
  },
  blockedBy: [noneOpen],
  check: (kase, { signal, answer: text, agreed, functional }) =>
    which(kase, signal) ?? wellSaid('answer', text, functional) ?? wellSaid('agreed', agreed, functional),
  apply: (kase, { signal, ended, answer: text, agreed }, context) => {
    const meant = meantSignal(kase, signal) as Signal
    const words = { answer: text, agreed, signal: meant.id }
    return {
      append: {
        ...(meant.kind === 'home' ? { signalAnswers: [words] } : { careAnswers: [words] }),
        ...goesOn(meant, ended, null),
      },
      ...stillAsked(others(kase, meant)),
      ...heardOf(meant, context),
      tells: { ended, signal: meant.id },
    }
  },
})
