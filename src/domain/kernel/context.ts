// What is told to a step from outside its subject: it looks nothing up itself.
import type { Actor, OrganisationKind, Role } from '../case/actor'
import type { documents } from '../case/compartments'
import type { described } from '../case/described'
import type { KeptFile } from '../case/papers'
import type { RuleSet } from '../covenant/rule-set'
import type { tafelSeats } from '../covenant/tafel-rules'
import type { Norms } from '../norm/norm'
import type { Values } from './field'

/** What the step may know besides the subject: who, when, under which agreements and norms. */
export type Context = {
  readonly actor: Actor
  readonly today: string
  readonly rules: RuleSet
  readonly norms: Norms
  /** The days of the tafels that can still take a case, by id. */
  readonly tafelDays?: Readonly<Record<string, string>>
  /** Whether what the parties said before this tafel is shown together by now. */
  readonly positionsShown?: boolean
  /** The candidate that the matching membership found for a proposal. */
  readonly candidate?: Candidate
  /** The offers of this dwelling that go on and the cases they were made to; no case while a colleague must still agree. Null where there is none, or one that this person does not read. */
  readonly promised?: readonly { readonly offerId: string; readonly caseId: string | null }[] | null
  /** The other offers of the same dwelling that go on, in the order in which they were made, each by its name for this dwelling. */
  readonly others?: readonly { readonly id: string; readonly pseudonym: string }[]
  /** The swap that this offer is in, or that is proposed of it; null where there is no such other offer for this person. */
  readonly swap?: Swap | null
  /** The dwelling that is proposed for cannot be had: somebody was first. */
  readonly reserved?: boolean
  /** The offer that a case has now; null where it has none. */
  readonly liveOffer?: string | null
  /** The number of the case that an offer was made to, for who may know it from this step on. */
  readonly caseNumber?: string
  /** The case behind an offer, which a corporation that takes the step need not read. */
  readonly caseId?: string
  /** The time-out place that is asked for: what it is called, and why it cannot be had; null where there is none. */
  readonly room?: { readonly name: string; readonly full: boolean; readonly tooEarly: boolean } | null
  /** Whether the subject is shielded. */
  readonly guarded?: boolean
  /** Who works at the actor's organisation now. */
  readonly colleagues?: readonly { readonly id: string; readonly role: Role }[]
  /** Of the people that a tafel, or the form about it, speaks of: those who work in the covenant now. */
  readonly members?: readonly Colleague[]
  /** The seats that are missing to decide at the tafel of this case; null while it is not in session. */
  readonly missingSeats?: readonly string[] | null
  /** What of this tafel still waits for somebody. */
  readonly stillOpen?: StillOpen
  /** The time of day, 'hh:mm', for a step that says when it was. */
  readonly time?: string
  /** Who sat at the last tafel. */
  readonly lastDelegates?: readonly Seated[]
  /** Whether the number that is being recorded is known of somebody else already. */
  readonly bsnKnown?: boolean
  /** What kind of organisation each party of the covenant is, by its id. */
  readonly kinds?: Readonly<Record<string, OrganisationKind>>
  /** A fresh alias, for a case that is shielded now. */
  readonly alias?: string
  /** Who can read notes on this case, as far as this person may know. */
  readonly noteReaders?: readonly NoteReader[]
  /** The id of the note that is written now. */
  readonly noteId?: string
  /** The id of the signal that is raised now. */
  readonly signalId?: string
  /** Whom this person can name for a shielded case, and who is named. */
  readonly nameable?: readonly Nameable[]
  /** The case that somebody in an emergency points at; null where there is none that can be opened. */
  readonly glass?: Glass | null
  /** Whether this person opened the emergency that is reviewed. */
  readonly brokeIt?: boolean
  /** A fresh one-time link: what it is made from, and how it is recognised. */
  readonly link?: { readonly nonce: string; readonly hash: string }
  /** The earlier registration from which facts are taken over; null where there is none that this person may use. */
  readonly earlier?: { readonly openedOn: string } | null
  /** The row of a file from which the case comes: read and judged by the server, never typed. */
  readonly fromFile?: FromFile
  /** The checksum of each agreement as it would be printed now, of those that the actor may read. */
  readonly onPaper?: Readonly<Partial<Record<(typeof documents)[number], string>>>
  /** The file that came with the form, kept already: what is said of it was seen by the server, never typed. */
  readonly file?: KeptFile
}

/** What one row of an imported file says of the way so far; days as 'yyyy-mm-dd', `file` is its SHA-256 in hex. */
export type FromFile = Values<typeof described.imported.fields>

/** Somebody who works in the covenant: one membership. */
export type Colleague = { readonly id: string; readonly role: Role; readonly organisationId: string }

/** How many cases of a tafel have no outcome and went on to no other, and how many conditions have nobody, or no day. */
export type StillOpen = { readonly undecided: number; readonly withoutOwner: number }

/** Who sits at a table, and who stands in. */
export type Seated = {
  readonly seat: (typeof tafelSeats)[number]
  readonly delegate: string
  readonly standIn: string | null
}

/** Somebody who may read notes on a case: one membership. */
export type NoteReader = {
  readonly id: string
  readonly name: string
  readonly role: Role
  readonly organisationId: string
  readonly organisation: string
}

/** Somebody who may be named for a shielded case; `last`: nobody else of this provider or gemeente is. */
export type Nameable = {
  readonly id: string
  readonly name: string
  readonly named: boolean
  readonly last: boolean
}

/** A case behind the glass. `readable`: the actor reads all that would be opened; `reviewer`: whose privacy officer judges. */
export type Glass = {
  readonly caseId: string
  readonly number: string
  readonly readable: boolean
  readonly reviewer: 'provider' | 'gemeente'
}

/** Two offers that may change homes, seen from one of them; both homes are held until the step is saved. */
export type Swap = {
  /** The other offer: its id and number, its dwelling, its case, and whether it holds that dwelling alone. */
  readonly partner: string
  readonly number: string
  readonly dwelling: string
  readonly case: string
  readonly alone: boolean
  /** Both still wait for an answer, of clients who are not shielded, and are in this swap or in none. */
  readonly open: boolean
  /** Both parties of the other offer agreed. */
  readonly agreed: boolean
  /** The client of the other offer for this dwelling, and the client of this one for the other dwelling; null where one looks for none. */
  readonly newcomer: Candidate | null
  readonly leaver: Candidate | null
}

export type Candidate = {
  readonly caseId: string
  readonly number: string
  readonly dwelling: { readonly address: string; readonly rent: number; readonly availableFrom: string }
  readonly failed: readonly string[]
  /** How the client is called for this dwelling alone. */
  readonly pseudonym: string
  /** What they ask for and what is offered, as prints. */
  readonly prints: { readonly seekerPrint: string; readonly homePrint: string }
  /** They refused this dwelling, and nothing changed since. */
  readonly refusedBefore: boolean
  /** Who comes after them, by their names for this dwelling, the first in front; null where nobody does. */
  readonly nextInLine: string | null
  readonly unknown: readonly string[]
}
