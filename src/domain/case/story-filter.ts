// Which records of a timeline somebody wants to see. It stands in addresses, so it holds codes only.
import type { Row } from '../kernel/step'
import type { Role } from './actor'
import { keepsUpToDate } from './course'
import { paperGroups } from './papers'
import { process } from './process'
import { type ReaderGroup, readerGroups } from './sight'

/** What a step is about: the way to a home, the facts about the client, what they consent to, papers, or notes. */
export const storyKinds = ['course', 'facts', 'consents', 'papers', 'notes'] as const
export type StoryKind = (typeof storyKinds)[number]

export type StoryFilter = { readonly party: ReaderGroup | null; readonly kind: StoryKind | null }

/** What a record must say of itself to be chosen or not. */
type Recorded = { readonly step: string; readonly role: string }

const groups = Object.entries(readerGroups) as [ReaderGroup, readonly Role[]][]
export const parties = groups.map(([group]) => group)

/** For which party somebody in this role works. */
export const partyOf = (role: string): ReaderGroup | null =>
  groups.find(([, roles]) => (roles as readonly string[]).includes(role))?.[0] ?? null

/** What a step of a case is about. */
export function kindOf(step: string): StoryKind {
  const row: Row | undefined = (process as Readonly<Record<string, Row>>)[step]
  const writes = row?.writes ?? []
  if (!row || row.to) return 'course'
  if (writes.includes('notes')) return 'notes'
  if (writes.includes('consents')) return 'consents'
  if (writes.some((name) => (paperGroups as readonly string[]).includes(name))) return 'papers'
  return keepsUpToDate(row) ? 'facts' : 'course'
}

/** The filter of an address; whatever is no code is not asked. */
export const storyFilter = (asked: Readonly<Record<string, unknown>>): StoryFilter => ({
  party: parties.find((party) => party === asked.party) ?? null,
  kind: storyKinds.find((kind) => kind === asked.kind) ?? null,
})

/** The records that fit, in their order. */
export const fitting = <T extends Recorded>(story: readonly T[], { party, kind }: StoryFilter): T[] =>
  story.filter(({ step, role }) => (!party || partyOf(role) === party) && (!kind || kindOf(step) === kind))

/** What there is to choose from in a timeline, and what was chosen whether it is there or not. */
export function choicesIn(story: readonly Recorded[], filter: StoryFilter) {
  const found = new Set<string | null>([
    filter.party,
    filter.kind,
    ...story.flatMap(({ step, role }) => [partyOf(role), kindOf(step)]),
  ])
  return {
    parties: parties.filter((party) => found.has(party)),
    kinds: storyKinds.filter((kind) => found.has(kind)),
  }
}
