// Stories of people who come, leave, or open a case in an emergency.
import { foreigners } from './actors'
import { caseAt } from './case-at'

const someoneNew = () => caseAt('new').take('giveAccess', 'organisationAdmin')

/** Someone came, got a last day, lost the link, and left. */
export const cameAndLeft = () =>
  someoneNew()
    .take('changeUntil', 'organisationAdmin')
    .take('reportAbsence', 'gemeenteLead')
    .take('endAbsence', 'organisationAdmin')
    .take('renewLink', 'organisationAdmin')
    .take('endAccess', 'organisationAdmin')

/** Somebody of another gemeente reads a case for an hour, stops, and is judged. */
export const brokeTheGlass = () =>
  caseAt('intake')
    .take('breakGlass', foreigners.coordinator)
    .take('endEmergency', foreigners.coordinator)
    .take('reviewEmergency', 'privacyOfficer')
