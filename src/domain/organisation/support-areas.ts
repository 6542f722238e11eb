// Where a provider guides: of each gemeente of the covenant whether, whether by day and by night, and with how many it can begin.
import type { Actor, Role } from '../case/actor'
import { count, flag, optional } from '../kernel/field'

/** What a provider says of one gemeente. `places`: with how many new clients it can begin there now; null where it says no number. */
export const supportFields = { guides: flag(), always: flag(), places: optional(count(0, 99)) }
export type SupportSaid = {
  readonly guides: boolean
  readonly always: boolean
  readonly places: number | null
}

/** Who says it for their organisation, which is a provider. */
const supportSayers: readonly Role[] = ['zorgLead', 'organisationAdmin']
/** Who reads it of their own organisation besides. */
const ownReaders: readonly Role[] = [...supportSayers, 'mentor']
/** Who reads it of every provider: the regie and the gemeenten. A corporation never: it would tell which provider a client has. */
export const supportReaders: readonly Role[] = ['regisseur', 'coordinator', 'gemeenteLead']

type Who = Pick<Actor, 'role' | 'organisationKind'>

export const saysSupport = ({ role, organisationKind }: Who): boolean =>
  organisationKind === 'zorgaanbieder' && supportSayers.includes(role)

export const readsSupport = ({ role, organisationKind }: Who): boolean =>
  supportReaders.includes(role) || (organisationKind === 'zorgaanbieder' && ownReaders.includes(role))
