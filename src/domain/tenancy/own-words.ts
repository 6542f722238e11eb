// What an organisation adds to the agreements that it signs: its letterhead, and clauses of its own with what each means.
import { z } from 'zod'
import type { OrganisationKind, Role } from '../case/actor'
import type { Agreement } from '../case/signing'

/** Who proposes own words for their organisation. */
export const worders: readonly Role[] = ['organisationAdmin', 'corporatieLead', 'zorgLead']
/** Who reads what is proposed, and agrees to what a colleague proposed. */
export const wordAgreers: readonly Role[] = [...worders, 'boardMember']

/** The agreements on which each kind of organisation has words of its own: those it signs. */
const papers: Partial<Record<OrganisationKind, readonly Agreement[]>> = {
  corporatie: ['lease', 'tripartite'],
  zorgaanbieder: ['guidance', 'tripartite'],
}
export const papersWordedBy = (kind: OrganisationKind): readonly Agreement[] => papers[kind] ?? []

/** The most clauses of its own that an organisation has on one agreement, and the most characters of each part. */
export const MOST_CLAUSES = 4
export const MOST = { letterhead: 300, text: 600, plain: 400 } as const

const clause = z.strictObject({
  text: z.string().trim().min(1).max(MOST.text),
  /** What it means, in plain words for the client. */
  plain: z.string().trim().min(1).max(MOST.plain),
})
const clauses = z.array(clause).max(MOST_CLAUSES)

export const ownWords = z.strictObject({
  /** Address and how to reach them, in lines; may be empty. */
  letterhead: z.string().trim().max(MOST.letterhead),
  clauses: z.strictObject({ lease: clauses, guidance: clauses, tripartite: clauses }),
})
export type OwnWords = z.infer<typeof ownWords>
type OwnClause = z.infer<typeof clause>

/** Where an organisation has none yet. */
export const noWords: OwnWords = { letterhead: '', clauses: { lease: [], guidance: [], tripartite: [] } }

/** A version that two people of an organisation agreed on. `agreedOn`: 'yyyy-mm-dd'; it holds from the day after. */
export type AgreedWords = {
  readonly name: string
  readonly kind: OrganisationKind
  readonly number: number
  readonly agreedOn: string
  readonly words: OwnWords
}

/** What stands on one agreement of one organisation. */
export type WordsOnPaper = {
  readonly name: string
  readonly number: number
  readonly letterhead: string
  readonly clauses: readonly OwnClause[]
}

/**
 * The own words on this agreement for a tenancy that was agreed on `day`: of each organisation the newest version of before that
 * day. So a version that comes later changes no paper that somebody has signed. None where the day is not known.
 */
export function wordsOnPaper(
  agreement: Agreement,
  day: string | null,
  versions: readonly AgreedWords[],
): WordsOnPaper[] {
  if (!day) return []
  const held = versions
    .filter(({ agreedOn, kind }) => agreedOn < day && papersWordedBy(kind).includes(agreement))
    .sort((one, other) => one.number - other.number)
  // Of two under one name the last stays.
  return [...new Map(held.map((version) => [version.name, version])).values()]
    .map(({ name, number, words }) => ({
      name,
      number,
      letterhead: words.letterhead,
      clauses: words.clauses[agreement],
    }))
    .filter(({ letterhead, clauses: own }) => letterhead || own.length)
    .sort((one, other) => one.name.localeCompare(other.name, 'nl'))
}
