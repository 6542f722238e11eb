import { type Case, caseStep } from '../case/case'
import { allCategories } from '../case/compartments'
import { isOpened, liveConsents } from '../case/consent-ledger'
import {
  type Asking,
  askingOf,
  CONSENT_MONTHS,
  type ConsentCategory,
  consentCategories,
  textLanguages,
  waysToConsent,
} from '../case/consent-table'
import type { Context } from '../kernel/context'
import { addMonths } from '../kernel/days'
import { code, count, day, flag, optional, ref } from '../kernel/field'
import type { Refusal } from '../kernel/step'
import { wasThere } from './consent-text'

const how = code('wayToConsent', waysToConsent)

type Said = { readonly recipient: string; readonly categories: readonly ConsentCategory[] }

const askings = ({ recipient, categories }: Said, { kinds }: Context): readonly Asking[] => {
  const kind = kinds?.[recipient]
  return kind ? categories.map((category) => askingOf(category, kind)) : []
}

/** A statutory task is never asked as consent, nor what an agreement settles: that would be no free choice. */
function notAsked(said: Said, context: Context): Refusal | null {
  const found = askings(said, context)
  if (!found.length) return { reason: 'notAParty', field: 'recipient' }
  const never = found.find((asking) => 'reason' in asking)
  return never ? { ...never, field: 'categories' } : null
}

type Spoken = { given: boolean; on: string | null; until: string | null; textVersion: number }

function outOfTime({ given, on, until, textVersion }: Spoken, today: string): Refusal | null {
  const spokenOn = on ?? today
  const latest = addMonths(spokenOn, CONSENT_MONTHS)
  if (!wasThere(textVersion, spokenOn)) return { reason: 'noSuchText' }
  if (given && latest < today) return { reason: 'consentTooOld', field: 'on' }
  return until && until > latest ? { reason: 'consentTooLong', field: 'until', values: { latest } } : null
}

/** The categories of these that are open to the recipient on this day. */
const liveOf = (kase: Case, { recipient, categories }: Said, today: string) =>
  liveConsents(kase.of.consents ?? [], recipient, today).filter((live) => categories.includes(live))

/** Consent per recipient and per category, with the text that was read (AVG art. 4(11) and 7). A no is kept as well. */
export const recordConsent = caseStep('recordConsent', {
  input: {
    recipient: ref('organisation'),
    categories: allCategories,
    given: flag(),
    how,
    textLanguage: code('textLanguage', textLanguages),
    textVersion: count(1, 999),
    on: optional(day('past')),
    until: optional(day('future')),
  },
  check: (kase, input, context) => {
    const refusal = notAsked(input, context) ?? outOfTime(input, context.today)
    if (refusal) return refusal
    return !input.given && liveOf(kase, input, context.today).length
      ? { reason: 'withdrawInstead', field: 'given' }
      : null
  },
  apply: (_kase, { categories, recipient, on, until, ...said }, context) => {
    const spokenOn = on ?? context.today
    const words = askings({ recipient, categories }, context).map((asking, nth) => ({
      ...said,
      recipient,
      category: categories[nth] as ConsentCategory,
      on: spokenOn,
      until: said.given ? (until ?? addMonths(spokenOn, CONSENT_MONTHS)) : null,
      purpose: 'purpose' in asking ? asking.purpose : null,
      basis: 'purpose' in asking ? asking.basis : null,
    }))
    return { append: { consents: words } }
  },
})

const nothing: Refusal = { reason: 'nothingToWithdraw', field: 'categories' }
const when = optional(day('past'))

type Heard = {
  categories: readonly ConsentCategory[]
  how: (typeof waysToConsent)[number]
  on: string | null
}

/** The rows that say no from now on; what was said before stays beside them. */
const noLonger = (recipient: string, { categories, how, on }: Heard, today: string) =>
  categories.map((category) => ({
    recipient,
    category,
    given: false,
    on: on ?? today,
    until: null,
    purpose: null,
    basis: null,
    how,
    textVersion: null,
    textLanguage: null,
  }))

/** Whether anybody has a consent that counts today. */
const anyLive = (kase: Case, today: string) => {
  const words = kase.of.consents ?? []
  return words.some(({ recipient }) => liveConsents(words, recipient, today).length > 0)
}

/** Withdrawing is as easy as giving (AVG art. 7(3)): whoever hears it records it. */
export const withdrawConsent = caseStep('withdrawConsent', {
  input: { recipient: ref('organisation'), categories: allCategories, how, on: when },
  blockedBy: [(kase, { today }) => (anyLive(kase, today) ? null : { reason: 'nothingToWithdraw' })],
  check: (kase, input, { today }) =>
    liveOf(kase, input, today).length === input.categories.length ? null : nothing,
  apply: (_kase, { recipient, ...heard }, { today }) => ({
    append: { consents: noLonger(recipient, heard, today) },
  }),
})

/** The landlord hears it as well, and records it for itself only. It reads no consents: what it reads by them, it knows. */
export const passOnWithdrawal = caseStep('passOnWithdrawal', {
  input: { categories: allCategories, how, on: when },
  blockedBy: [
    ({ shared }, { actor: { role } }) =>
      consentCategories.some((category) => isOpened(shared, category, role))
        ? null
        : { reason: 'nothingToWithdraw' },
  ],
  check: (kase, { categories }, { actor }) =>
    categories.every((category) => isOpened(kase.shared, category, actor.role)) ? null : nothing,
  apply: (_kase, heard, { actor, today }) => ({
    append: { consents: noLonger(actor.organisationId, heard, today) },
  }),
})
