import 'server-only'
// Facts from outside its subject that a step needs: looked up here, decided upon in the domain.
import { randomUUID } from 'node:crypto'
import type { Actor, OrganisationKind, Role } from '@/domain/case/actor'
import type { Context } from '@/domain/kernel/context'
import { digitsOf } from '@/domain/kernel/input'
import type { Step } from '@/domain/kernel/step'
import type { Compartments, Loaded } from '@/domain/kernel/subject'
import { onPaperFor } from './agreements/on-paper'
import { freshAlias } from './alias'
import type { Agreements } from './candidates'
import { timeOfDay } from './clock'
import type { Tx } from './db/client'
import { printsOf } from './db/seal'
import { lastDelegatesFor, membersFor } from './delegates'
import { earlierFor } from './earlier'
import { brokeItFor, glassFor } from './emergency'
import { freshLink } from './invitation'
import { nameableFor } from './named'
import { noteReadersFor } from './note-readers'
import { guardedFor, liveOfferFor, offerFactsFor, ofOffers, promisedFor, proposedFor } from './offer-facts'
import { pairInSwap } from './offers/swap'
import { roomFor } from './time-out-places'

type Facts = Pick<
  Context,
  | 'tafelDays'
  | 'positionsShown'
  | 'missingSeats'
  | 'stillOpen'
  | 'time'
  | 'candidate'
  | 'reserved'
  | 'liveOffer'
  | 'caseId'
  | 'caseNumber'
  | 'guarded'
  | 'promised'
  | 'others'
  | 'swap'
  | 'colleagues'
  | 'members'
  | 'lastDelegates'
  | 'link'
  | 'bsnKnown'
  | 'kinds'
  | 'alias'
  | 'nameable'
  | 'glass'
  | 'brokeIt'
  | 'earlier'
  | 'noteReaders'
  | 'noteId'
  | 'signalId'
  | 'onPaper'
  | 'room'
>
export type Asking = {
  readonly subjectId: string
  readonly subject: Loaded<Compartments>
  readonly input: Record<string, unknown>
} & Agreements
type Lookup = (tx: Tx, actor: Actor, asking: Asking) => Promise<Facts>

/** The tafels that can still take a case, with their days. */
export const openTafels = (tx: Tx) => tx.$queryRaw<
  { id: string; on: string; at: string; place: string; number: string }[]
>`
  SELECT r.subject_id::text AS id, r.number, t."on"::text AS "on", t.at, t.place FROM relation r JOIN tafel_session t ON t.subject_id = r.subject_id
  WHERE r.holder_id = (SELECT app.covenant()) AND r.covenant_id = (SELECT app.covenant()) AND r.subject_kind = 'tafel' AND r.relation = 'any' AND r.stage = 'planned' ORDER BY t."on", r.subject_id`

const tafelDays: Lookup = async (tx) => ({
  tafelDays: Object.fromEntries((await openTafels(tx)).map((t) => [t.id, t.on])),
})

const members: Lookup = async (tx, _actor, { subjectId, input }) => ({
  members: await membersFor(tx, subjectId, input),
})
const lastDelegates: Lookup = async (tx) => ({ lastDelegates: await lastDelegatesFor(tx) })

/** Whether this party can still say where it stands. */
const positions: Lookup = async (tx, actor, asking) => {
  const [row] = await tx.$queryRaw<{ shown: boolean }[]>`
    SELECT app.positions_shown(a.subject_id, a.tafel) AS shown FROM case_agenda a WHERE a.subject_id = ${asking.subjectId}::uuid`
  return { ...(await tafelDays(tx, actor, asking)), positionsShown: row?.shown ?? false }
}

const time: Lookup = async () => ({ time: timeOfDay() })

/** Who is missing at the tafel of this case: counted by the database, which refuses the decision by the same. */
const quorum: Lookup = async (tx, _actor, { subjectId }) => {
  const [row] = await tx.$queryRaw<{ missing: string[] | null }[]>`
    SELECT app.missing_seats(a.tafel) AS missing FROM case_agenda a WHERE a.subject_id = ${subjectId}::uuid`
  return { missingSeats: row?.missing ?? null }
}

/** What still waits of a tafel, also of cases that this person may not open: two counts. */
const stillOpen: Lookup = async (tx, _actor, { subjectId }) => {
  const [row] = await tx.$queryRaw<{ undecided: number; withoutOwner: number }[]>`
    SELECT o.undecided, o.without_owner AS "withoutOwner" FROM app.still_open(${subjectId}::uuid) o`
  return row ? { stillOpen: row } : {}
}

/** Who works at the actor's organisation now: the memberships in force, by name. */
export const colleaguesOf = (tx: Tx) => tx.$queryRaw<{ id: string; name: string; role: Role }[]>`
  SELECT m.id::text, a.name, m.role FROM membership m JOIN account a ON a.id = m.account_id
  WHERE m.organisation_id = app.organisation() AND app.live(m) ORDER BY a.name, m.role`

const access: Lookup = async (tx) => ({ colleagues: await colleaguesOf(tx), link: freshLink() })

/** Known or not known: the database compares the prints of the number, and says no more. */
const bsnKnown: Lookup = async (tx, _actor, { subjectId, input }) => {
  if (typeof input.number !== 'string') return {}
  const prints = printsOf(digitsOf(input.number))
  const [found] = await tx.$queryRaw<{ known: boolean | null }[]>`
    SELECT app.bsn_known(${prints}, ${subjectId}::uuid) AS known`
  return { bsnKnown: found?.known ?? false }
}

/** The parties of the covenant today, with their kinds: consent is asked by kind. */
const kinds: Lookup = async (tx, _actor, { today }) => {
  const parties = await tx.$queryRaw<{ id: string; kind: OrganisationKind }[]>`
    SELECT o.id::text AS id, o.kind FROM organisation o JOIN covenant_party p ON p.organisation_id = o.id
    WHERE p.valid_from <= ${today}::date AND (p.valid_until IS NULL OR p.valid_until >= ${today}::date)`
  return { kinds: Object.fromEntries(parties.map(({ id, kind }) => [id, kind])) }
}

/** When the registration began from which facts are taken over. */
const earlier: Lookup = async (tx, actor, { input }) => {
  if (typeof input.earlier !== 'string') return {}
  const found = await earlierFor(tx, actor, input.earlier)
  return { earlier: found && { openedOn: found.spine.openedOn } }
}

const nameable: Lookup = async (tx, _actor, { subjectId }) => ({
  nameable: await nameableFor(tx, subjectId),
})

/** Who could read it, and a fresh id for what is written now. */
const noteReaders: Lookup = async (tx, _actor, { subjectId }) => ({
  noteReaders: await noteReadersFor(tx, subjectId),
  noteId: randomUUID(),
})

/** A fresh id for the signal that is raised now. */
const freshSignal: Lookup = async () => ({ signalId: randomUUID() })

const lookups: Readonly<Record<string, Lookup>> = {
  openCase: earlier,
  raiseSignal: freshSignal,
  raiseCareSignal: freshSignal,
  pickUpSignal: kinds,
  answerSignal: kinds,
  putOnTafel: tafelDays,
  givePosition: positions,
  proposeDecision: quorum,
  ...{ openTafel: time, takeUpItem: time, arrive: time, leave: time },
  closeTafel: stillOpen,
  planTafel: lastDelegates,
  planNext: lastDelegates,
  nameDelegate: members,
  inviteDelegates: members,
  changeTafel: members,
  cancelTafel: members,
  propose: proposedFor,
  ...Object.fromEntries(ofOffers.map((step) => [step, offerFactsFor(step)])),
  ...{ giveLink: guardedFor, hearClient: guardedFor },
  offerInSwap: pairInSwap,
  letOfferExpire: liveOfferFor,
  changeAvailability: promisedFor,
  recordBsn: bsnKnown,
  recordConsent: kinds,
  proposeHandover: kinds,
  proposeMove: kinds,
  giveAccess: access,
  reportAbsence: async (tx) => ({ colleagues: await colleaguesOf(tx) }),
  describeSafety: async () => ({ alias: freshAlias() }),
  namePerson: nameable,
  unnamePerson: nameable,
  signLease: onPaperFor,
  signGuidance: onPaperFor,
  signTripartiteLandlord: onPaperFor,
  signTripartiteProvider: onPaperFor,
  handOverKey: onPaperFor,
  writeNote: noteReaders,
  correctNote: noteReaders,
  giveTask: noteReaders,
  ...{ reserveTimeOut: roomFor, startTimeOut: roomFor },
  breakGlass: glassFor,
  reviewEmergency: brokeItFor,
  renewLink: async () => ({ link: freshLink() }),
}

/** The facts of this step, or none. */
export const factsFor = async (tx: Tx, actor: Actor, step: Step, asking: Asking): Promise<Facts> =>
  (await lookups[step.name]?.(tx, actor, asking)) ?? {}
