// Whether an organisation lets its people keep on their own device what they type of a visit, until it arrives. Off unless chosen.
import { type OrganisationKind, type Role, roles } from '../case/actor'
import { processes } from '../case/steps'
import type { Row } from '../kernel/step'

/** Who allows or forbids it for their organisation. */
export const deviceChoosers: readonly Role[] = ['organisationAdmin']

/** Who reads what was chosen, by whom and when. */
export const deviceReaders: readonly Role[] = [...deviceChoosers, 'privacyOfficer']

/** For how many hours a device keeps it at most. */
export const DEVICE_HOURS = 24

const takers = Object.values(processes)
  .flatMap(({ rows }) => Object.values<Row>(rows))
  .flatMap(({ onDevice, by }) => (onDevice ? (Object.keys(by) as Role[]) : []))

/** Whether people of such an organisation take a step of which the form can be kept so: for another there is nothing to choose. */
export const keepsOnDevice = (kind: OrganisationKind): boolean =>
  takers.some((role) => (roles[role] as readonly OrganisationKind[]).includes(kind))
