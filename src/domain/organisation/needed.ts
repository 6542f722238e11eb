// Which roles an organisation cannot do without: those for which tasks wait that nobody else ends.
import { type OrganisationKind, type Role, roleNames, roles } from '../case/actor'
import { process } from '../case/process'
import type { Row } from '../kernel/step'

const rows: readonly Row[] = Object.values(process)

/** Whether a task of a case waits for people of this role in the one organisation that holds it. */
const isWaitedFor = (role: Role) =>
  rows.some(({ by, closes }) => closes?.length && by[role] && by[role] !== 'any')

/** The roles of this kind of organisation for which tasks lie still while nobody has them. */
export const rolesNeeded = (kind: OrganisationKind): Role[] =>
  roleNames.filter((role) => (roles[role] as readonly OrganisationKind[]).includes(kind) && isWaitedFor(role))
