// What a client said to whom, read out of the rows that keep every word: the last word counts, until its last day.
import type { Reading } from '../kernel/grants'
import type { Entry } from '../kernel/subject'
import { type OrganisationKind, type Role, roleNames, roles } from './actor'
import type { CaseCompartment, CaseCompartments } from './compartments'
import { askedFor, type ConsentCategory } from './consent-table'
import { readers } from './readers'

/** One thing that the client said, about one category, to one organisation. */
export type ConsentWord = Entry<CaseCompartments['consents']>

export type ConsentState = 'notAsked' | 'given' | 'refused' | 'withdrawn' | 'expired'
export type LedgerLine = {
  readonly category: ConsentCategory
  readonly state: ConsentState
  /** The last word; null when nothing was asked yet. */
  readonly word: ConsentWord | null
}

/** Whether a word opens anything on this day: a yes, up to and including its last day. A yes without one opens nothing. */
const isLive = ({ given, until }: Pick<ConsentWord, 'given' | 'until'>, today: string): boolean =>
  given && until !== null && until >= today

type Said = Pick<ConsentWord, 'recipient' | 'category' | 'given' | 'until'>

/** The categories for which this organisation has a live consent. The same is answered by app.consented in SQL. */
export function liveConsents(words: readonly Said[], recipient: string, today: string): ConsentCategory[] {
  const last = new Map<ConsentCategory, Said>()
  for (const word of words) if (word.recipient === recipient) last.set(word.category, word)
  return [...last].filter(([, word]) => isLive(word, today)).map(([category]) => category)
}

/** Every consent that counts on this day: the last word to each organisation about each category. */
export const liveIn = (words: readonly ConsentWord[], today: string): ConsentWord[] => {
  const last = new Map(words.map((word) => [`${word.recipient} ${word.category}`, word]))
  return [...last.values()].filter((word) => isLive(word, today))
}

function stateOf(words: readonly ConsentWord[], today: string): ConsentState {
  const last = words.at(-1)
  if (!last) return 'notAsked'
  if (last.given) return isLive(last, today) ? 'given' : 'expired'
  return words.some((w) => w.given) ? 'withdrawn' : 'refused'
}

/** Where each category that is asked for this organisation stands on this day, in the order of the table. */
export const ledgerOf = (
  words: readonly ConsentWord[],
  recipient: string,
  kind: OrganisationKind,
  today: string,
): LedgerLine[] =>
  askedFor(kind).map((category) => {
    const said = words.filter((w) => w.recipient === recipient && w.category === category)
    return { category, state: stateOf(said, today), word: said.at(-1) ?? null }
  })

/** Who can no longer read what, by a withdrawal that was recorded on or after this day and is the last word. */
export function stoppedSince(words: readonly ConsentWord[], since: string): ConsentWord[] {
  const last = new Map(words.map((word) => [`${word.recipient} ${word.category}`, word]))
  const before = (word: ConsentWord) =>
    words.some((w) => w.given && w.recipient === word.recipient && w.category === word.category)
  return [...last.values()].filter((word) => !word.given && word.recordedOn >= since && before(word))
}

const needs = (name: CaseCompartment, role: Role, category: ConsentCategory) =>
  ([readers[name][role] ?? []].flat() as Reading[]).some((reading) => reading.needs === category)

const compartmentsWith = (category: ConsentCategory, asked: readonly Role[]) =>
  (Object.keys(readers) as CaseCompartment[]).filter((name) =>
    asked.some((role) => needs(name, role, category)),
  )

/** The groups of facts that this kind of organisation reads only by this consent: what stops without it. */
export const openedBy = (category: ConsentCategory, kind: OrganisationKind): readonly CaseCompartment[] =>
  compartmentsWith(
    category,
    roleNames.filter((role) => (roles[role] as readonly OrganisationKind[]).includes(kind)),
  )

/** Whether this role reads something by this consent now: so whoever may not see the consents knows of its own. */
export const isOpened = (shared: ReadonlySet<string>, category: ConsentCategory, role: Role): boolean =>
  compartmentsWith(category, [role]).some((name) => shared.has(name))
