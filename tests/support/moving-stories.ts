// How somebody moves in, and how a case moves to others.
import { foreigners } from './actors'
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

/** Another provider and another gemeente, after both had said no once. */
export const passedOn = () =>
  caseAt('sent')
    .take('proposeHandover', 'mentor')
    .take('declineHandover', foreigners.mentor)
    .take('proposeHandover', 'mentor')
    .take('stopHandover', 'mentor')
    .take('proposeHandover', 'mentor')
    .take('acceptHandover', foreigners.mentor)
    .take('proposeMove', 'regisseur')
    .take('declineMove', foreigners.regisseur)
    .take('proposeMove', 'regisseur')
    .take('stopMove', 'regisseur')
    .take('proposeMove', 'regisseur')
    .take('prepareMove', 'regisseur')
    .take('prepareMove', 'regisseur', { moveItem: 'indicatie' })
    .take('prepareMove', 'regisseur', { moveItem: 'schulden' })
    .take('prepareMove', 'regisseur', { moveItem: 'inschrijving' })
    .take('acceptMove', foreigners.regisseur)

/** All three advise about the omklap, and the answer is not yet; the second time it is yes. */
export const notYetAndYes = () =>
  caseAt('evaluated')
    .take('requestOmklap', 'mentor')
    .take('adviseAsGemeente', 'regisseur', { voice: 'nogNietKlaar' })
    .take('decideOmklap', 'officer', {
      event: 'notYet',
      note: 'Eerst de achterstand',
      reviewOn: '2027-06-01',
    })
    .take('requestOmklap', 'mentor')
    .take('adviseAsProvider', 'mentor')
    .take('adviseAsGemeente', 'regisseur')
    .take('adviseAsCorporation', 'officer')
    .take('decideOmklap', 'officer')
