// Who reads what, in groups: the parties of a case, and from which stage on each of them.
import type { Readers, Reading } from '../kernel/grants'
import { always, between, from, type Stage } from './stages'

export const ours = (during: readonly Stage[] = always, needs?: string): Reading => ({
  as: 'ours',
  during,
  ...(needs && { needs }),
})
export const assigned = (during: readonly Stage[] = from('matching'), needs?: string): Reading => ({
  as: 'assigned',
  during,
  ...(needs && { needs }),
})
export const any = (during: readonly Stage[] = always): Reading => ({ as: 'any', during })

/** The provider whose client it is, and their team leader. */
export const provider = { mentor: ours(), zorgLead: ours() }
/** The responsible gemeente. */
export const gemeente = { regisseur: ours(), gemeenteLead: ours() }
/** The region's regie: coordinator always, the table's chair and secretary from the tafel on. */
export const regie = { coordinator: any(), chair: any(from('tafel')), secretary: any(from('tafel')) }
/** The landlord, only once this case was assigned to it. */
export const landlord = { officer: assigned(), corporatieLead: assigned() }
export const landlordWithConsent = (needs: string) => ({
  officer: assigned(from('matching'), needs),
  corporatieLead: assigned(from('matching'), needs),
})
export const gemeenteWithConsent = (needs: string) => ({
  regisseur: ours(always, needs),
  gemeenteLead: ours(always, needs),
})
export const tenure = from('tenancy')
export const landlordFrom = (during: readonly Stage[]) => ({
  officer: assigned(during),
  corporatieLead: assigned(during),
})
export const localTeam = { localTeam: assigned(always) }
export const matching = { matching: any(between('matching', 'matching')) }
export const reporting = { reporting: any() }
/** What lets a term have its consequence knows that a case is there, and nothing of what stands in it. */
export const terms = { terms: any(between('intake', 'aftercare')) }
export const invited: Reading = { as: 'invited', during: between('tafel', 'tafel') }
/** The table's guests: a party that was asked to take part in one item. */
export const guests = { officer: [assigned(), invited], mentor: [ours(), invited], localTeam: invited }
/** What a wijkteam also reads once it was assigned, without being at the table: whom it is for and which support is needed. */
export const guestsAndTeam = { ...guests, localTeam: [assigned(always), invited] }

/** Who was asked to take a case over, until that is answered: enough to answer, and nothing that they do not need for it. */
const next: Reading = { as: 'assigned', during: between('intake', 'aftercare') }
/** The same for what concerns a move to another gemeente alone. */
export const toNextGemeente = ({ regisseur = [], ...others }: Readers): Readers => ({
  ...others,
  regisseur: [regisseur, next].flat(),
})
export const toNext = ({ mentor = [], regisseur = [], ...others }: Readers): Readers => ({
  ...others,
  mentor: [mentor, next].flat(),
  regisseur: [regisseur, next].flat(),
})
