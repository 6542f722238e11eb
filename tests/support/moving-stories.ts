// How somebody moves in: who talks with them before, and who introduces them.
import { caseAt } from './case-at'

/** The landlord spoke with its tenant at the second attempt, and the neighbours know who came to live beside them. */
export const welcomed = () =>
  caseAt('tenancy')
    .take('planTalk', 'officer')
    .take('recordTalk', 'officer', { talkOutcome: 'nietVerschenen' })
    .take('planTalk', 'officer')
    .take('recordTalk', 'officer')
    .take('planLanding', 'mentor')
    .take('planLanding', 'mentor', { landingOn: '2026-02-20', landingState: 'isGeweest' })
