// The steps of a home that lasts, from the first visit to the closing.
import * as arrears from './arrears'
import * as cards from './cards'
import * as close from './close'
import * as ladder from './escalate'
import { recordEvaluation } from './evaluation'
import * as omklap from './omklap'
import { adviseAsCorporation, adviseAsGemeente, adviseAsProvider } from './omklap-advice'
import { reopenCase } from './reopen'
import { endGuarantee, guaranteeReturn } from './return-guarantee'
import * as scale from './scale'
import { signalByItself } from './signal-by-itself'
import * as signals from './signals'
import * as supportPlan from './support-plan'
import * as timeOut from './time-out'
import * as visit from './visit'

export const aftercareSteps = {
  ...visit,
  signalByItself,
  ...arrears,
  ...cards,
  ...ladder,
  ...signals,
  ...scale,
  ...supportPlan,
  ...timeOut,
  guaranteeReturn,
  endGuarantee,
  recordEvaluation,
  ...close,
  reopenCase,
  ...omklap,
  adviseAsProvider,
  adviseAsGemeente,
  adviseAsCorporation,
}
