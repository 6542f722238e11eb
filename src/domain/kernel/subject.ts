// What moves through a process: a case, a dwelling, an offer, a tafel, a membership, an emergency. All have one shape.
import type { Field, Fields, Values } from './field'

/**
 * The ways in which somebody can relate to a subject; `any` is every party of its covenant. An organisation holds them, but for
 * the last one: `emergency` is held by one membership, of a case for an hour and for reading alone (docs/decisions/0017).
 */
export const relations = ['any', 'ours', 'assigned', 'invited', 'emergency'] as const
export type Relation = (typeof relations)[number]

/** Who plays which part in a subject; a task waits on one of these. */
export const parts = [
  'provider',
  'gemeente',
  'corporation',
  'localTeam',
  'tafel',
  'guest',
  'opener',
  'nextProvider',
  'nextGemeente',
] as const
export type Part = (typeof parts)[number]

/**
 * A group of fields that are always shared together: one table, one unit of sharing.
 * `of` says whose it is: the subject's own, or that of the person or household behind it.
 * `many` compartments are append-only rows; the current one is the last.
 */
export type Compartment = {
  readonly of: 'subject' | 'person' | 'household'
  readonly many?: true
  /** Of those who may read the compartment, a row is for whoever its `readers` names: organisations, or people. */
  readonly forReaders?: true
  /** Each organisation reads its own rows alone, until they are shown together. */
  readonly apart?: true
  /** A wijkteam reads of these the rows alone that are about what it raised itself, by `raisedBy`. */
  readonly ofRaiser?: true
  readonly fields: Fields
}
export type Compartments = Readonly<Record<string, Compartment>>

/** What a row of a `many` compartment says of itself. */
export type RowHead = { readonly id: string; readonly organisationId: string; readonly recordedOn: string }

/** The part that is nobody's compartment: number, stage, version. No fact about a person hides here. */
export type Spine = {
  readonly id: string
  readonly kind: SubjectKind
  readonly number: string
  readonly covenantId: string
  readonly covenantVersionId: string
  readonly personId: string | null
  readonly householdId: string | null
  readonly stage: string
  readonly version: number
  readonly openedOn: string
}

/** An open task: whose turn it is, since when, until when. A paused one stands still since `pausedOn`. */
export type Turn = {
  readonly task: string
  readonly role: string
  readonly holderId: string
  readonly since: string
  readonly dueOn: string
  readonly pausedOn: string | null
}

export const subjectKinds = ['case', 'dwelling', 'offer', 'tafel', 'membership', 'emergency'] as const
export type SubjectKind = (typeof subjectKinds)[number]

export type Single<C extends Compartment> = Values<C['fields']>
export type Entry<C extends Compartment> = Values<C['fields']> & RowHead

/** A subject as one actor may see it: a compartment that is not shared is null. */
export type Loaded<Cs extends Compartments> = {
  readonly spine: Spine
  readonly relations: readonly Relation[]
  readonly turns: readonly Turn[]
  /** The compartments this actor may read at this stage; null in `of` but listed here means "nothing filled in yet". */
  readonly shared: ReadonlySet<string>
  /** It is shielded, and this actor was not named for it: what tells who or where the client is, is not shared. */
  readonly outside: boolean
  readonly of: {
    readonly [K in keyof Cs]: Cs[K] extends { many: true }
      ? readonly Entry<Cs[K]>[] | null
      : Single<Cs[K]> | null
  }
}

/** Declares a compartment of the subject itself. */
export const compartment = <const F extends Fields>(fields: F) => ({ of: 'subject', fields }) as const
/** Declares an append-only list of rows. */
export const rows = <const F extends Fields>(fields: F) => ({ of: 'subject', many: true, fields }) as const
/** Declares append-only rows of which each names its own readers. */
export const rowsForReaders = <const F extends Fields & { readers: Field }>(fields: F) =>
  ({ of: 'subject', many: true, forReaders: true, fields }) as const
/** Declares append-only rows that each organisation reads of its own, until they are shown together. */
export const rowsApart = <const F extends Fields>(fields: F) =>
  ({ of: 'subject', many: true, apart: true, fields }) as const
/** Declares append-only rows of which a wijkteam reads those about what it raised itself. */
export const rowsOfRaiser = <const F extends Fields & { raisedBy: Field; signal: Field }>(fields: F) =>
  ({ of: 'subject', many: true, ofRaiser: true, fields }) as const
/** Declares a compartment that belongs to the person, over all their cases. */
export const ofPerson = <const F extends Fields>(fields: F) => ({ of: 'person', fields }) as const
/** Declares append-only rows that belong to the person. */
export const rowsOfPerson = <const F extends Fields>(fields: F) =>
  ({ of: 'person', many: true, fields }) as const
/** Declares a compartment that belongs to the household. */
export const ofHousehold = <const F extends Fields>(fields: F) => ({ of: 'household', fields }) as const

/** The open task of this name, also one whose clock stands still. */
export const turnOf = (subject: { readonly turns: readonly Turn[] }, task: string) =>
  subject.turns.find((t) => t.task === task)

/** Whether the subject waits on this task now: its clock runs. */
export const waitsOn = (subject: { readonly turns: readonly Turn[] }, task: string) =>
  turnOf(subject, task)?.pausedOn === null
