// Who acts: a person in one role, for one organisation, in one covenant.

export const organisationKinds = [
  'gemeente',
  'corporatie',
  'zorgaanbieder',
  'wijkteam',
  'welzijn',
  'clientorganisatie',
  'systeem',
] as const
export type OrganisationKind = (typeof organisationKinds)[number]

/**
 * Every role, with the kinds of organisation it can be held for. The last three are not people:
 * two compute what nobody may see in full, and only their results reach a screen; one lets a term have its consequence.
 */
export const roles = {
  regisseur: ['gemeente'],
  coordinator: ['gemeente'],
  chair: ['gemeente'],
  secretary: ['gemeente'],
  gemeenteLead: ['gemeente'],
  officer: ['corporatie'],
  corporatieLead: ['corporatie'],
  mentor: ['zorgaanbieder'],
  zorgLead: ['zorgaanbieder'],
  localTeam: ['wijkteam', 'welzijn'],
  privacyOfficer: ['gemeente', 'corporatie', 'zorgaanbieder'],
  organisationAdmin: ['gemeente', 'corporatie', 'zorgaanbieder', 'wijkteam', 'welzijn'],
  boardMember: ['gemeente', 'corporatie', 'zorgaanbieder'],
  clientCouncil: ['clientorganisatie'],
  matching: ['systeem'],
  reporting: ['systeem'],
  terms: ['systeem'],
} as const satisfies Record<string, readonly OrganisationKind[]>

export type Role = keyof typeof roles
export const roleNames = Object.keys(roles) as Role[]

/** Whether people hold this role; the others only compute. */
export const isPerson = (role: Role) => !(roles[role] as readonly string[]).includes('systeem')

/** By which the journal tells one visit from another: no key, no address, and nothing of it can be turned back. */
export type Trace = { readonly session: string; readonly origin: string }

/** A membership in use: all that a step or a screen may know of the person who asks. */
export type Actor = {
  readonly membershipId: string
  readonly accountId: string
  readonly name: string
  readonly role: Role
  readonly organisationId: string
  readonly organisationName: string
  readonly organisationKind: OrganisationKind
  readonly covenantId: string
  readonly covenantName: string
  /** Not there for what runs without a browser. */
  readonly trace?: Trace
}
