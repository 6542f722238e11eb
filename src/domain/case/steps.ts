// Every step by its name. A row of a process table without a step here does not compile.
import { aftercareSteps } from '../aftercare/steps'
import { changeAvailability } from '../dwelling/availability'
import * as dwelling from '../dwelling/dwelling'
import { addPhoto, placePhoto, removePhoto } from '../dwelling/photos'
import { keepInReserve, rankReserve, reserveDwelling, swapDwelling } from '../dwelling/reserve'
import * as supply from '../dwelling/supply'
import * as emergency from '../emergency/emergency'
import * as handover from '../handover/handover'
import { prepareMove } from '../handover/prepare'
import * as checkIntake from '../intake/check-intake'
import * as confidential from '../intake/confidential'
import * as consent from '../intake/consent'
import { judgeCriterion } from '../intake/criteria'
import * as describe from '../intake/describe'
import { confirmAdmitted, confirmForTafel, confirmHoused, declineImported } from '../intake/imported'
import { openCase } from '../intake/open-case'
import * as prepare from '../intake/prepare'
import { changeReadiness } from '../intake/readiness'
import { sendIntake } from '../intake/send-intake'
import { endShield, namePerson, unnamePerson } from '../intake/shield'
import { decideSpoed, requestSpoed } from '../intake/spoed'
import { takeBackRow } from '../intake/take-back'
import { keepTrack } from '../intake/tracks'
import { withdrawCase } from '../intake/withdraw-case'
import { describeYouth } from '../intake/youth'
import { type Grant, grantsOf } from '../kernel/grants'
import { byHand, type Step } from '../kernel/step'
import type { SubjectKind } from '../kernel/subject'
import * as offers from '../matching/offers'
import * as refusals from '../matching/refusals'
import * as notes from '../notes/notes'
import * as noteTasks from '../notes/tasks'
import * as offerAnswers from '../offer/answer'
import * as offerEnds from '../offer/end'
import * as offer from '../offer/offer'
import { passOver } from '../offer/others'
import { agreeOffer, declineOffer, propose } from '../offer/propose'
import * as swap from '../offer/swap'
import * as membership from '../organisation/membership'
import * as papers from '../papers/papers'
import { addCondition, reportCondition } from '../tafel/condition'
import * as correct from '../tafel/correct'
import * as decide from '../tafel/decide'
import * as invite from '../tafel/invite'
import { givePosition } from '../tafel/position'
import * as agenda from '../tafel/put-on-tafel'
import * as tafel from '../tafel/session'
import { tafelSteps } from '../tafel/steps'
import { chooseContract } from '../tenancy/choose-contract'
import { endBeforeKey } from '../tenancy/end-before-key'
import { recordFreedPlace } from '../tenancy/freed-place'
import { handOverKey } from '../tenancy/hand-over-key'
import { planLanding } from '../tenancy/landing'
import { moveStart } from '../tenancy/move-start'
import * as sign from '../tenancy/sign'
import { planTalk, recordTalk } from '../tenancy/talk'
import { writePlan } from '../tenancy/write-plan'
import type { Role } from './actor'
import { caseProcess } from './case'
import type { CaseStep } from './process'

export const processes = {
  case: caseProcess,
  dwelling: dwelling.dwellingProcess,
  offer: offer.offerProcess,
  tafel: tafel.tafelProcess,
  membership: membership.membershipProcess,
  emergency: emergency.emergencyProcess,
} as const

type StepName =
  | CaseStep
  | keyof typeof dwelling.dwellingRows
  | keyof typeof offer.offerRows
  | keyof typeof tafel.tafelRows
  | keyof typeof membership.membershipRows
  | keyof typeof emergency.emergencyRows

const { breakGlass, endEmergency, reviewEmergency } = emergency
const { giveAccess, changeUntil, reportAbsence, endAbsence, renewLink, endAccess } = membership
const { proposeDecision, fixDecision, freeDecision, carryOutDecision, answerEscalation } = decide
const { proposeSwap, joinSwap, agreeSwapAsCorporation, agreeSwapAsGemeente } = swap
const { declineSwap, lapseSwap, endInSwap, offerInSwap } = swap
const { signLease, signGuidance, signTripartiteLandlord, signTripartiteProvider } = sign

export const steps = {
  openCase,
  changeReadiness,
  sendIntake,
  withdrawCase,
  ...describe,
  ...prepare,
  judgeCriterion,
  keepTrack,
  takeBackRow,
  describeYouth,
  confirmForTafel,
  confirmAdmitted,
  confirmHoused,
  declineImported,
  requestSpoed,
  decideSpoed,
  ...confidential,
  ...papers,
  ...consent,
  namePerson,
  unnamePerson,
  endShield,
  ...checkIntake,
  ...agenda,
  givePosition,
  ...invite,
  ...handover,
  prepareMove,
  proposeDecision,
  addCondition,
  reportCondition,
  answerEscalation,
  ...correct,
  fixDecision,
  freeDecision,
  carryOutDecision,
  ...offers,
  ...refusals,
  planTalk,
  recordTalk,
  planLanding,
  signLease,
  signGuidance,
  signTripartiteLandlord,
  signTripartiteProvider,
  chooseContract,
  moveStart,
  writePlan,
  endBeforeKey,
  handOverKey,
  recordFreedPlace,
  ...aftercareSteps,
  ...notes,
  ...noteTasks,
  ...tafelSteps,
  propose,
  agreeOffer,
  declineOffer,
  ...offerAnswers,
  ...offerEnds,
  ...supply,
  reserveDwelling,
  keepInReserve,
  passOver,
  proposeSwap,
  joinSwap,
  agreeSwapAsCorporation,
  agreeSwapAsGemeente,
  declineSwap,
  lapseSwap,
  endInSwap,
  offerInSwap,
  swapDwelling,
  addPhoto,
  placePhoto,
  removePhoto,
  rankReserve,
  changeAvailability,
  giveAccess,
  changeUntil,
  reportAbsence,
  endAbsence,
  renewLink,
  endAccess,
  breakGlass,
  endEmergency,
  reviewEmergency,
} as const satisfies Record<StepName, Step>

export type { StepName }

/** The step of this name, or null: names come from addresses and forms too. */
export const stepOf = (name: string): Step | null =>
  Object.hasOwn(steps, name) ? (steps[name as StepName] as Step) : null

/** Every grant of every process: what is synced to the database, and what screens ask. */
export const grants: readonly Grant[] = Object.values(processes).flatMap((p) => grantsOf(p))

/** The steps of one kind of subject, in the order of their process table. */
export const stepsOfKind = (kind: SubjectKind): readonly Step[] =>
  Object.keys(processes[kind].rows).map((name) => steps[name as StepName])

/** The step by which this role opens a subject of this kind, or null. */
export const openingStep = (kind: SubjectKind, role: Role): Step | null =>
  stepsOfKind(kind).find(({ row }) => byHand(row) && row.from.includes('new') && role in row.by) ?? null

/** The name of every step of every process: what a covenant may switch off. */
export const stepNames: readonly string[] = Object.values(processes).flatMap(({ rows }) => Object.keys(rows))
