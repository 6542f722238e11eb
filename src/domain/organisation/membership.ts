// Who may work in Thuistafel for an organisation: a person's access is given, changed and ended by its administrator.
import { type Actor, isPerson, type Role, roleNames, roles } from '../case/actor'
import { code, day, email, longText, optional, ref, text } from '../kernel/field'
import type { ProcessDefinition, Readers } from '../kernel/grants'
import { type Row, stepsOf } from '../kernel/step'
import { compartment, type Loaded } from '../kernel/subject'

export const membershipStages = ['new', 'active', 'ended'] as const

/** The roles that a person can have; the others only compute. */
const peoplesRoles = roleNames.filter(isPerson)
export const endReasons = ['uitDienst', 'andereRol', 'vervangingVoorbij', 'anders'] as const

export const membershipCompartments = {
  seat: compartment({
    name: text(160),
    email: email(),
    role: code('role', peoplesRoles),
    since: day(),
    until: optional(day()),
    standsInFor: optional(ref('membership')),
  }),
  /** Days on which this person is not there, and the colleague who stands in; when and who, never why. */
  absence: compartment({
    awayFrom: optional(day()),
    awayUntil: optional(day()),
    standIn: optional(ref('membership')),
  }),
  /** The one-time link by which this person chooses a password: what it is made from, and how it is recognised. */
  link: compartment({ nonce: text(64), hash: text(64) }),
  ending: compartment({ on: day(), reason: code('endReason', endReasons), note: optional(longText(500)) }),
}

const admin = { organisationAdmin: 'ours' } as const
/** Who divides the work, besides. */
const leads = { ...admin, gemeenteLead: 'ours', corporatieLead: 'ours', zorgLead: 'ours' } as const

// biome-ignore format: a row of the table is a line
export const membershipRows = {
  giveAccess: { by: admin, from: ['new'], to: 'active', writes: ['seat', 'link'] },
  changeUntil: { by: admin, from: ['active'], writes: ['seat'] },
  reportAbsence: { by: leads, from: ['active'], writes: ['absence'] },
  endAbsence: { by: leads, from: ['active'], writes: ['absence'] },
  renewLink: { by: admin, from: ['active'], writes: ['link'] },
  endAccess: { by: admin, from: ['active'], to: 'ended', writes: ['ending'], grave: true },
} as const satisfies Record<string, Row>

const during = membershipStages.slice(1)
const ours = { as: 'ours', during } as const
const readers: Readers = {
  organisationAdmin: ours,
  privacyOfficer: ours,
  gemeenteLead: ours,
  corporatieLead: ours,
  zorgLead: ours,
}

export const membershipProcess = {
  kind: 'membership',
  stages: membershipStages,
  compartments: membershipCompartments,
  readers: {
    spine: readers,
    seat: readers,
    absence: readers,
    ending: readers,
    link: { organisationAdmin: ours },
  },
  rows: membershipRows,
} as const satisfies ProcessDefinition

/** A membership as someone may see it. */
export type Membership = Loaded<typeof membershipCompartments>
const step = stepsOf('membership', membershipCompartments, membershipRows)

/** The roles that someone can have at the organisation of this administrator. */
const rolesAt = ({ organisationKind }: Actor): readonly Role[] =>
  peoplesRoles.filter((role) => (roles[role] as readonly string[]).includes(organisationKind))

/**
 * Gives a person a role in the administrator's own organisation. Nobody gives access to themselves, and a person has
 * a role once: the database holds both. Whoever stands in for a colleague has that colleague's role, up to an end.
 */
export const giveAccess = step('giveAccess', {
  input: {
    name: text(160),
    email: email(),
    role: code('role', peoplesRoles),
    until: optional(day('future')),
    standsInFor: optional(ref('membership')),
  },
  choices: ({ actor }) => ({ role: rolesAt(actor) }),
  check: (_membership, { role, until, standsInFor }, { colleagues = [] }) => {
    if (!standsInFor) return null
    const absent = colleagues.find((c) => c.id === standsInFor)
    if (!absent) return { reason: 'notAColleague', field: 'standsInFor' }
    if (absent.role !== role) return { reason: 'otherRoleThanAbsent', field: 'role' }
    return until ? null : { reason: 'standInNeedsEnd', field: 'until' }
  },
  apply: (_membership, input, { today, link }) => ({
    write: { seat: { ...input, since: today }, ...(link && { link }) },
    tells: { name: input.name, role: input.role },
  }),
})

/** A later or an earlier last day, or none. */
export const changeUntil = step('changeUntil', {
  input: { until: optional(day('future')) },
  blockedBy: [({ spine }, { actor }) => (spine.id === actor.membershipId ? { reason: 'notYourself' } : null)],
  check: ({ of }, { until }) =>
    of.seat?.standsInFor && !until ? { reason: 'standInNeedsEnd', field: 'until' } : null,
  apply: (_membership, { until }) => ({ write: { seat: { until } }, ...(until && { tells: { until } }) }),
})

/** For who lost the link, or forgot the password: it works once, and makes every older one dead. */
export const renewLink = step('renewLink', {
  input: {},
  blockedBy: [({ spine }, { actor }) => (spine.id === actor.membershipId ? { reason: 'notYourself' } : null)],
  apply: (_membership, _input, { link }) => ({ write: { ...(link && { link }) } }),
})

/** Ends the access at once, in every browser. The last administrator of an organisation cannot be ended. */
export const endAccess = step('endAccess', {
  input: { reason: code('endReason', endReasons), note: optional(longText(500)) },
  blockedBy: [({ spine }, { actor }) => (spine.id === actor.membershipId ? { reason: 'notYourself' } : null)],
  apply: (_membership, ending, { today }) => ({ write: { ending: { ...ending, on: today } } }),
})

/** Of these colleagues, who can stand in for this one: somebody else, in the same role. */
export const standInsFor = <C extends { readonly id: string; readonly role: Role }>(
  { of, spine }: Membership,
  colleagues: readonly C[],
): C[] => colleagues.filter(({ id, role }) => id !== spine.id && role === of.seat?.role)

/**
 * Somebody is away from a day up to and including another; a colleague in the same role can stand in. It changes nobody's
 * access: that colleague has the same work already, and everyone who waits sees whom to ask.
 */
export const reportAbsence = step('reportAbsence', {
  input: { awayFrom: day(), awayUntil: day('future'), standIn: optional(ref('membership')) },
  check: ({ of, spine }, { awayFrom, awayUntil, standIn }, { colleagues = [] }) => {
    if (awayUntil < awayFrom) return { reason: 'awayBackwards', field: 'awayUntil' }
    if (!standIn) return null
    if (standIn === spine.id) return { reason: 'standsInForThemselves', field: 'standIn' }
    const colleague = colleagues.find((c) => c.id === standIn)
    if (!colleague) return { reason: 'notAColleague', field: 'standIn' }
    return colleague.role === of.seat?.role ? null : { reason: 'otherRoleThanAway', field: 'standIn' }
  },
  apply: (_membership, absence) => ({ write: { absence } }),
})

/** They are back, or it was a mistake. */
export const endAbsence = step('endAbsence', {
  input: {},
  blockedBy: [({ of }) => (of.absence?.awayUntil ? null : { reason: 'notAway' })],
  apply: () => ({ write: { absence: { awayFrom: null, awayUntil: null, standIn: null } } }),
})
