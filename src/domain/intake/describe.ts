// The parts of the aanmelding. Each is saved on its own; what others may know is written beside what they may not.
import { caseStep } from '../case/case'
import { compartments as c, documents } from '../case/compartments'
import { papersChangedBy, signAgain } from '../case/signing'
import { readPostcode } from '../kernel/dutch-writing'
import { incomeClassOf } from '../norm/income-class'
import { initialsOf } from './open-case'
import { shieldAfter } from './shield'

export const describeIdentity = caseStep('describeIdentity', {
  input: { ...c.identity.fields, ...c.contact.fields },
  check: (kase, { birthDate }) => {
    const ready = kase.of.readiness?.readySince
    return ready && ready < birthDate ? { reason: 'readyBeforeBirth', field: 'birthDate' } : null
  },
  apply: (kase, { givenName, familyName, birthDate, salutation, ...contact }) => {
    const identity = { givenName, familyName, birthDate }
    return {
      write: {
        identity: { ...identity, salutation },
        contact,
        initials: { initials: initialsOf(givenName, familyName) },
      },
      // A salutation stands on no agreement.
      opens: signAgain(kase, papersChangedBy(kase, { identity })),
    }
  },
})

/** Since when somebody left the place is said once they did: by `recordFreedPlace`. */
const { leftOn: _, placeTaken: __, takenOn: ___, ...stay } = c.stay.fields

export const describeStay = caseStep('describeStay', {
  input: { ...stay, ...c.residence.fields },
  check: (_kase, { setting, permit, permitUntil }, { rules }) => {
    if (!rules.origins.includes(setting))
      return {
        reason: 'originNotInCovenant',
        field: 'setting',
        values: { origins: rules.origins.join(', ') },
      }
    return permit === 'bepaald' && !permitUntil ? { reason: 'permitNeedsEnd', field: 'permitUntil' } : null
  },
  apply: (_kase, i, { today }) => ({
    write: {
      stay: {
        setting: i.setting,
        facility: i.facility,
        law: i.law,
        product: i.product,
        since: i.since,
        indicationUntil: i.indicationUntil,
      },
      residence: { nationality: i.nationality, permit: i.permit, permitUntil: i.permitUntil },
      landlordSummary: {
        legalStay: i.permit !== 'geen' && !(i.permit === 'bepaald' && (i.permitUntil ?? today) < today),
        stayedIn: i.setting === 'MO' || i.setting === 'VO' ? 'opvang' : 'begeleidWonen',
      },
    },
  }),
})

/** Another household is another class of the same income: the landlord's line must not stay behind. */
export const describeHousehold = caseStep('describeHousehold', {
  input: c.household.fields,
  apply: ({ of }, household, { norms, today }) => ({
    write: {
      household,
      ...(of.income && {
        incomeClass: incomeClassOf(
          of.income.yearIncome,
          household,
          of.identity?.birthDate ?? null,
          norms,
          today,
        ),
      }),
    },
  }),
})

/** One person who moves in as well. Who the client lives with is for provider and gemeente; how many, for the landlord too. */
export const addMember = caseStep('addMember', {
  input: c.members.fields,
  blockedBy: [(kase) => (kase.of.household ? null : { reason: 'householdFirst' })],
  apply: (_kase, member) => ({ append: { members: [member] } }),
})

export const addEarlierAddress = caseStep('addEarlierAddress', {
  input: c.earlierAddresses.fields,
  check: (_kase, { since, until }) =>
    until && until < since ? { reason: 'endBeforeStart', field: 'until' } : null,
  apply: (_kase, address) => ({ append: { earlierAddresses: [address] } }),
})

export const describeBinding = caseStep('describeBinding', {
  input: c.binding.fields,
  apply: (_kase, binding) => ({ write: { binding } }),
})

/** The class is what a landlord may know before the contract; the amount stays with those who need it. */
export const describeIncome = caseStep('describeIncome', {
  input: c.income.fields,
  blockedBy: [(kase) => (kase.of.household ? null : { reason: 'householdFirst' })],
  apply: (kase, income, { norms, today }) => ({
    write: {
      income,
      incomeClass: incomeClassOf(
        income.yearIncome,
        kase.of.household,
        kase.of.identity?.birthDate ?? null,
        norms,
        today,
      ),
    },
  }),
})

/** The landlord's line says only whether debts are regulated and whether rent is owed. */
export const describeDebts = caseStep('describeDebts', {
  input: { ...c.debts.fields, ...c.bewind.fields },
  check: (_kase, { form, contactName }) =>
    form !== 'geen' && !contactName ? { reason: 'bewindNeedsContact', field: 'contactName' } : null,
  apply: (_kase, { form, contactName, contactPhone, ...debts }) => ({
    write: {
      debts,
      debtSummary: {
        regulated:
          debts.arrangement === 'geenSchulden'
            ? 'geenSchulden'
            : debts.arrangement === 'geenRegeling'
              ? 'nietGeregeld'
              : 'geregeld',
        rentDebt: debts.rentDebt,
      },
      bewind: { form, contactName, contactPhone },
    },
  }),
})

export const describeSupport = caseStep('describeSupport', {
  input: { ...c.support.fields, summary: c.supportSummary.fields.summary },
  apply: (_kase, { summary, ...support }) => ({
    write: {
      support,
      supportSummary: { summary, hoursPerWeek: support.hoursPerWeek, reachable: support.reachable },
    },
  }),
})

export const writeProfile = caseStep('writeProfile', {
  input: c.profile.fields,
  apply: (_kase, profile) => ({ write: { profile } }),
})

/** Four digits are all postcodes that begin with them; null: neither those nor a postcode. */
const postcodes = (typed: string) => (/^[1-9]\d{3}$/.test(typed) ? typed : readPostcode(typed))

/** Where this person cannot live is known to those who place; why is known to nobody else. */
export const addExclusion = caseStep('addExclusion', {
  input: { ...c.exclusions.fields, reason: c.exclusionReasons.fields.reason },
  check: (_kase, { area, value }) =>
    area === 'postcode' && !postcodes(value) ? { reason: 'notAPostcode', field: 'value' } : null,
  apply: (_kase, { area, value, until, reason }) => {
    const tidy = area === 'postcode' ? (postcodes(value) ?? value) : value
    return {
      append: { exclusions: [{ area, value: tidy, until }], exclusionReasons: [{ value: tidy, reason }] },
    }
  },
})

export const describeSafety = caseStep('describeSafety', {
  input: c.safety.fields,
  apply: (kase, safety, context) => {
    const shield = shieldAfter(kase, safety.secrecy, context)
    const { membershipId: person, name } = context.actor
    return {
      write: { safety, safetyFlag: { secret: safety.secrecy !== 'geen' }, ...(shield && { shield }) },
      // Who shields a case reads it whole; everyone else must be named.
      ...(shield?.alias && { append: { named: [{ person, name, named: true }] } }),
      ...(!shield && { quiet: true }),
      // Of a shielded case no name is printed.
      opens: shield?.alias ? signAgain(kase, documents) : [],
    }
  },
})
