// Where each fictional case stands today, and what happened on the way. The counts are those of the demo.

/** How far the story of a case goes. */
export type End =
  | 'draft'
  | 'sent'
  | 'askedMore'
  | 'accepted'
  | 'onTafel'
  | 'movedTafel'
  | 'adjourned'
  | 'searching'
  | 'offered'
  | 'confirming'
  | 'tenancy'
  | 'aftercare'
  | 'refused'
  | 'withdrawn'
  | 'ended'

/** What happens in the home, or how it ends. */
export type Turn =
  | 'steady'
  | 'signalOpen'
  | 'signalAnswered'
  | 'arrearsOpen'
  | 'arrearsAnswered'
  | 'arrearsObjected'
  | 'escalated'
  | 'overdue'
  | 'omklapAsked'
  | 'omklapNotYet'
  | 'omklapDone'
  | 'waakvlam'
  | 'goedAfgerond'
  | 'verhuisd'
  | 'terugNaarVoorziening'
  | 'overleden'

export type Goal = {
  readonly end: End
  readonly turn: Turn
  /** For a home: how many days ago the key was handed over, at least and at most. */
  readonly keyAge: readonly [number, number]
  /** For the stage of the agreements: how many of the six are done. */
  readonly signed: number
}

const at = (count: number, end: End): Goal[] =>
  Array.from({ length: count }, () => ({ end, turn: 'steady', keyAge: [0, 0], signed: 0 }))
const home = (count: number, turn: Turn, min: number, max: number, end: End = 'aftercare'): Goal[] =>
  Array.from({ length: count }, () => ({ end, turn, keyAge: [min, max], signed: 6 }))
const signing = (...counts: number[]): Goal[] =>
  counts.map((signed) => ({ end: 'tenancy', turn: 'steady', keyAge: [0, 0], signed }))

export const goals: Readonly<Record<string, readonly Goal[]>> = {
  'zuidoost-drenthe': [
    ...at(4, 'draft'),
    ...at(4, 'sent'),
    ...at(3, 'askedMore'),
    ...at(2, 'accepted'),
    ...at(2, 'onTafel'),
    ...at(1, 'movedTafel'),
    ...at(2, 'adjourned'),
    ...at(4, 'searching'),
    ...at(3, 'offered'),
    ...at(2, 'confirming'),
    ...signing(0, 1, 3, 4, 5, 6),
    ...home(8, 'steady', 4, 60),
    ...home(16, 'steady', 70, 480),
    ...home(3, 'signalOpen', 40, 300),
    ...home(3, 'signalAnswered', 60, 340),
    ...home(1, 'steady', 60, 340),
    ...home(2, 'arrearsOpen', 90, 330),
    ...home(2, 'arrearsAnswered', 120, 340),
    ...home(1, 'steady', 120, 340),
    ...home(1, 'arrearsObjected', 120, 300),
    ...home(2, 'escalated', 100, 320),
    ...home(2, 'overdue', 60, 240),
    ...home(2, 'omklapAsked', 384, 400),
    ...home(1, 'omklapNotYet', 400, 460),
    ...home(2, 'omklapDone', 420, 480),
    ...home(2, 'waakvlam', 450, 495),
    ...at(2, 'refused'),
    ...at(2, 'withdrawn'),
    ...home(2, 'goedAfgerond', 470, 500, 'ended'),
    ...home(1, 'verhuisd', 300, 400, 'ended'),
    ...home(1, 'terugNaarVoorziening', 200, 300, 'ended'),
    ...home(1, 'overleden', 250, 350, 'ended'),
  ],
  flevoland: [
    ...at(2, 'draft'),
    ...at(1, 'sent'),
    ...at(1, 'askedMore'),
    ...at(1, 'accepted'),
    ...at(1, 'onTafel'),
    ...at(1, 'adjourned'),
    ...at(1, 'searching'),
    ...at(1, 'offered'),
    ...at(1, 'confirming'),
    ...signing(2, 6),
    ...home(3, 'steady', 4, 60),
    ...home(6, 'steady', 70, 470),
    ...home(1, 'signalOpen', 40, 300),
    ...home(1, 'signalAnswered', 60, 340),
    ...home(1, 'steady', 90, 330),
    ...home(1, 'steady', 120, 340),
    ...home(1, 'escalated', 100, 320),
    ...home(1, 'omklapAsked', 384, 400),
    ...home(1, 'omklapDone', 420, 470),
    ...at(1, 'refused'),
    ...at(1, 'withdrawn'),
  ],
}

/** Whether the key of this case was handed over. */
export const housed = ({ end }: Goal) => end === 'aftercare' || end === 'ended'

/** The households of the 53 cases with a key in Zuidoost-Drenthe: 85 persons, as the region reported over 18 months. */
export const householdsOf85: readonly number[] = [
  ...Array<number>(2).fill(4),
  ...Array<number>(6).fill(3),
  ...Array<number>(14).fill(2),
  ...Array<number>(31).fill(1),
]
