// Renting under conditions (huren onder voorwaarden): agreement, warning, yellow and red card, and the objection of the client.
import { type Case, caseStep } from '../case/case'
import { compartments as c } from '../case/compartments'
import { wellSaid } from '../case/functional-words'
import type { Context } from '../kernel/context'
import { code, day, flag, longText, optional } from '../kernel/field'
import type { Refusal } from '../kernel/step'
import { waitsOn } from '../kernel/subject'
import { type Card, holds, liveCards, objecting } from './ladder-course'

const { cardText, prevention } = c.cards.fields

/** No card without the milder one before it, and none without a look at what prevents homelessness. */
function inOrder(kase: Case, card: Card, looked: string | null, { today }: Context): Refusal | null {
  if (card === 'agreement' || card === 'warning') return null
  const milder: readonly Card[] = card === 'red' ? ['yellow'] : ['agreement', 'warning']
  if (!holds(kase, today, ...milder)) return { reason: 'milderFirst', field: 'card' }
  return looked ? null : { reason: 'preventionFirst', field: 'prevention' }
}

/** The landlord agrees something about living there, warns, or gives a card: until a day, and never while the client objects. */
export const giveCard = caseStep('giveCard', {
  input: {
    card: code('cardEvent', ['agreement', 'warning', 'yellow', 'red']),
    cardText,
    cardUntil: day('future'),
    prevention,
    functional: optional(flag()),
  },
  blockedBy: [objecting],
  check: (kase, { card, cardText: text, prevention: looked, functional }, context) =>
    inOrder(kase, card, looked, context) ??
    wellSaid('cardText', text, functional) ??
    wellSaid('prevention', looked, functional),
  apply: (kase, { card, cardText: text, cardUntil, prevention: looked }) => {
    const isCard = card === 'yellow' || card === 'red'
    return {
      append: { cards: [{ cardEvent: card, cardText: text, cardUntil, prevention: looked }] },
      opens: isCard && !waitsOn(kase, 'weighSupport') ? ['weighSupport'] : [],
      tells: { card },
    }
  },
})

const plain = (cardEvent: 'objection' | 'stays' | 'withdrawn', text: string) => ({
  cards: [{ cardEvent, cardText: text, cardUntil: null, prevention: null }],
})

/** The client objects to the last agreement, warning or card; the mentor writes it down for them. */
export const objectToCard = caseStep('objectToCard', {
  input: { cardText },
  blockedBy: [objecting, (kase, { today }) => (liveCards(kase, today).length ? null : { reason: 'noCard' })],
  apply: (_kase, { cardText: text }) => ({ append: plain('objection', text) }),
})

/** The landlord answers: it stays, or it is withdrawn and counts no more. */
export const answerObjection = caseStep('answerObjection', {
  input: { card: code('cardEvent', ['stays', 'withdrawn']), cardText },
  blockedBy: [(kase) => (waitsOn(kase, 'answerObjection') ? null : { reason: 'noObjection' })],
  apply: (_kase, { card, cardText: text }) => ({ append: plain(card, text), tells: { card } }),
})

/** A card asks whether more support is needed: scaled up by its own step, or here why not. */
export const keepSupport = caseStep('keepSupport', {
  input: { keptWhy: longText(1000) },
  blockedBy: [(kase) => (waitsOn(kase, 'weighSupport') ? null : { reason: 'nothingToWeigh' })],
  apply: (_kase, row) => ({ append: { supportKept: [row] } }),
})
