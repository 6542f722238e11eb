// Every stage of every process, reached by playing: a stage that cannot be played cannot be tested, or be right.
import { processes } from '@/domain/case/steps'
import type { Compartments, Loaded, SubjectKind } from '@/domain/kernel/subject'
import { foreigners } from './actors'
import { caseAt } from './case-at'
import { seenWhole } from './held'
import { goneToAnother, offeredByTwo, refusedToJudge, swapped } from './offer-stories'
import { unopened } from './unopened'
import type { World } from './world'

type Stages = { readonly [K in SubjectKind]: Record<(typeof processes)[K]['stages'][number], () => World> }

export const played: Stages = {
  case: {
    new: () => caseAt('new'),
    intake: () => caseAt('intake'),
    tafel: () => caseAt('tafel'),
    matching: () => caseAt('matching'),
    tenancy: () => caseAt('tenancy'),
    aftercare: () => caseAt('aftercare'),
    closed: () => caseAt('closed'),
  },
  dwelling: {
    new: () => caseAt('new'),
    available: () => caseAt('new').take('enterDwelling', 'officer'),
    reserved: () => caseAt('offered'),
    let: () => caseAt('aftercare'),
    notice: () => caseAt('aftercare').take('receiveNotice', 'officer'),
    blocked: () => caseAt('new').take('enterDwelling', 'officer').take('blockDwelling', 'officer'),
    withdrawn: () => caseAt('new').take('enterDwelling', 'officer').take('withdrawDwelling', 'officer'),
  },
  offer: {
    new: () => caseAt('matching'),
    toAgree: () => offeredByTwo(),
    proposed: () => caseAt('offered'),
    informed: () => caseAt('offered').take('informClient', 'mentor'),
    viewing: () => caseAt('offered').take('planViewing', 'officer'),
    judging: () => refusedToJudge(),
    accepted: () => caseAt('accepted'),
    refused: () => caseAt('offered').take('refuseOffer', 'mentor'),
    withdrawn: () => caseAt('offered').take('withdrawOffer', 'officer'),
    passedOver: () => goneToAnother(),
    swapped: () => swapped(),
    expired: () => caseAt('offered').take('letOfferExpire', 'matching'),
    confirmed: () => caseAt('tenancy'),
    completed: () => caseAt('aftercare'),
  },
  tafel: {
    new: () => caseAt('new'),
    planned: () => caseAt('onTafel'),
    inSession: () => caseAt('proposed'),
    adopted: () => caseAt('matching'),
    closed: () => caseAt('matching').take('closeTafel', 'secretary'),
    cancelled: () => caseAt('new').take('planTafel', 'coordinator').take('cancelTafel', 'coordinator'),
  },
  membership: {
    new: () => caseAt('new'),
    active: () => caseAt('new').take('giveAccess', 'organisationAdmin'),
    ended: () => caseAt('new').take('giveAccess', 'organisationAdmin').take('endAccess', 'organisationAdmin'),
  },
  emergency: {
    new: () => caseAt('intake'),
    open: () => caseAt('intake').take('breakGlass', foreigners.coordinator),
    reviewed: () =>
      caseAt('intake').take('breakGlass', foreigners.coordinator).take('reviewEmergency', 'privacyOfficer'),
  },
}

export const stagesOf = (kind: SubjectKind): readonly string[] => processes[kind].stages

/** The subject at this stage with everything in it, and the day on which it got there. */
export function subjectAt(
  kind: SubjectKind,
  stage: string,
): { subject: Loaded<Compartments>; today: string } {
  const world = (played[kind] as Record<string, () => World>)[stage]?.()
  if (!world) throw new Error(`Nothing plays a ${kind} to ${stage}`)
  const id = stage === 'new' ? undefined : world.ids[kind]
  const held = id ? world.held(id) : unopened(kind, 0, world.today)
  return { subject: seenWhole(held), today: world.today }
}
