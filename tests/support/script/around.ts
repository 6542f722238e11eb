// What people do around the cases: places, absence, and an emergency.
import { numberOf } from '../broken-glass'
import { line } from '../line'
import { TODAY } from '../region'

export const access = (
  ['giveAccess', 'changeUntil', 'reportAbsence', 'endAbsence', 'renewLink', 'endAccess'] as const
).map((step) => line(TODAY, 'membership')(step, 'organisationAdmin'))

const glass = line(TODAY, 'emergency')
export const emergency = [
  glass('breakGlass', 'coordinator', async ({ r, ids }) => ({
    caseNumber: await numberOf(r, ids.kase ?? ''),
  })),
  glass('endEmergency', 'coordinator'),
  glass('reviewEmergency', 'privacyOfficer'),
]
