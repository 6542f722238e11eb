// Signals in a home and what became of them, apart by who reads them: about the home, and about the client.
import { rungs } from '../covenant/escalation'
import { code, count, day, flag, longText, money, optional, ref } from '../kernel/field'
import { rows, rowsOfRaiser } from '../kernel/subject'
import { silentTasks } from './schedule'

/** The course of a signal: raised, picked up with a day, and ended in an action or in the reason for none. */
const signalEvents = ['raised', 'pickedUp', 'acted', 'noAction'] as const

// biome-ignore format: a row of the table is a line
/** Each row of a course says of which signal it is: by the id that it was raised under, or by its own where nobody raised it. */
export const raised = {
  signals: rows({ about: code('signalAbout', ['overlast', 'contact', 'woning', 'zorg']), urgency: code('urgency', ['gewoon', 'acuut']), text: longText(1000), signal: optional(ref('signal')) }),
  signalAnswers: rows({ answer: longText(1000), agreed: optional(longText(1000)), signal: optional(ref('signal')) }),
  /** What became of each signal about the home, without a word of it. */
  homeCourse: rows({ event: code('signalEvent', signalEvents), signal: ref('signal'), until: optional(day()) }),
  /** A signal about the client, in functional words; `raisedBy` is whose it is. The landlord reads none of it. */
  careSignals: rowsOfRaiser({ about: code('careAbout', ['vermijding', 'geld', 'gezondheid', 'stil']), urgency: code('urgency', ['gewoon', 'acuut']), text: longText(1000), signal: ref('signal'), raisedBy: ref('organisation') }),
  careAnswers: rows({ answer: longText(1000), agreed: optional(longText(1000)), signal: ref('signal') }),
  /** What became of each signal about the client, without a word of it, and of each silence, which nobody raised. */
  careCourse: rowsOfRaiser({ kind: code('signalKind', ['care', 'silence']), event: code('signalEvent', signalEvents), signal: optional(ref('signal')), until: optional(day()), silent: optional(code('silentTask', silentTasks)), raisedBy: optional(ref('organisation')) }),
  arrears: rows({ amount: money(), months: count(1, 60), reminded: flag(), contacted: flag(), helpOffered: flag(), objected: flag() }),
  /** What the landlord did about arrears, and whether the tenant objects: its own. */
  arrearsSteps: rows({ done: code('arrearsStep', ['reminded', 'contacted', 'helpOffered', 'objected', 'objectionEnded', 'ended']), doneOn: day('past') }),
  debtHelp: rows({ debtHelp: code('debtHelp', ['accepted', 'running', 'declined', 'notReached']), helpedOn: day('past') }),
  arrearsEnds: rows({ arrearsEnd: code('arrearsEnd', ['paid', 'arranged', 'otherwise']), endedOn: day('past') }),
  arrearsSignal: rows({ months: count(1, 60), reportedOn: day() }),
  /** A rung of the ladder: what was tried before it, what prevents homelessness, what was agreed, and until when. */
  escalations: rows({ rung: code('escalationRung', [...rungs, 'voorbij']), tried: optional(longText(1000)), agreements: longText(2000), prevention: optional(longText(1000)), until: optional(day()) }),
  /** Agreements about living there, warnings and cards, and what the client objected. */
  cards: rows({ cardEvent: code('cardEvent', ['agreement', 'warning', 'yellow', 'red', 'objection', 'stays', 'withdrawn']), cardText: longText(2000), cardUntil: optional(day('future')), prevention: optional(longText(1000)) }),
  /** Why a card brought no more support. */
  supportKept: rows({ keptWhy: longText(1000) }),
}
