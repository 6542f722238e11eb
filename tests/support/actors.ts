// One fictional person per role, and two organisations of every kind: the second is the foreign party.
import { type Actor, type OrganisationKind, type Role, roleNames, roles } from '@/domain/case/actor'

export type Organisation = { readonly id: string; readonly name: string; readonly kind: OrganisationKind }

/** A readable uuid: the same number, the same id, in every run. */
export const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

const names: Record<OrganisationKind, readonly [string, string]> = {
  gemeente: ['Emmen', 'Coevorden'],
  corporatie: ['Domesta', 'Lefier'],
  zorgaanbieder: ['Cosis', 'Leger des Heils'],
  wijkteam: ['Wijkteam Emmen (voorbeeld)', 'Wijkteam Coevorden (voorbeeld)'],
  welzijn: ['Welzijn Emmen (voorbeeld)', 'Welzijn Coevorden (voorbeeld)'],
  clientorganisatie: ['Cliëntenraad Emmen (voorbeeld)', 'Cliëntenraad Coevorden (voorbeeld)'],
  systeem: ['Thuistafel', 'Thuistafel (tweede)'],
}

const pair = (kind: OrganisationKind, at: number): readonly [Organisation, Organisation] => {
  const [first, second] = names[kind]
  return [
    { id: uuid(100 + 2 * at), name: first, kind },
    { id: uuid(101 + 2 * at), name: second, kind },
  ]
}

const pairs = Object.entries(names).map(([kind], at) => [kind, pair(kind as OrganisationKind, at)])
export const organisations = Object.fromEntries(pairs) as Record<
  OrganisationKind,
  readonly [Organisation, Organisation]
>
/** The kind of each of them, by its id. */
export const kinds: Readonly<Record<string, OrganisationKind>> = Object.fromEntries(
  Object.values(organisations)
    .flat()
    .map(({ id, kind }) => [id, kind]),
)

export const covenant = { id: uuid(1), versionId: uuid(2), name: 'Convenant zelfstandig wonen (voorbeeld)' }

const personOf = (role: Role, which: 0 | 1): Actor => {
  const organisation = organisations[roles[role][0]][which]
  const at = 2 * roleNames.indexOf(role) + which
  return {
    membershipId: uuid(300 + at),
    accountId: uuid(400 + at),
    name: `${role} of ${organisation.name}`,
    role,
    organisationId: organisation.id,
    organisationName: organisation.name,
    organisationKind: organisation.kind,
    covenantId: covenant.id,
    covenantName: covenant.name,
  }
}

const everyRole = (which: 0 | 1) =>
  Object.fromEntries(roleNames.map((role) => [role, personOf(role, which)])) as Record<Role, Actor>

/** Whoever works for the organisations that this story is about. */
export const actors = everyRole(0)
/** The same roles, for the other organisation of each kind: a party of the covenant without a stake. */
export const foreigners = everyRole(1)

/** Whoever works for the same organisation. */
export const colleaguesOf = ({ organisationId }: Actor) =>
  Object.values(actors)
    .filter((a) => a.organisationId === organisationId)
    .map(({ membershipId: id, role }) => ({ id, role }))

/** The same person in a region with which this story has nothing to do. */
export const inOtherCovenant = (actor: Actor): Actor => ({
  ...actor,
  covenantId: uuid(9),
  covenantName: 'Een andere regio (voorbeeld)',
})
