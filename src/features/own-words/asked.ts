// The fields in which own words are typed: the same names in the form, in what is read of it, and in what differs.
import type { Agreement } from '@/domain/case/signing'
import { MOST, MOST_CLAUSES, type OwnWords } from '@/domain/tenancy/own-words'

export type WordsField = {
  readonly name: string
  readonly value: string
  readonly max: number
  /** Null: the letterhead. */
  readonly clause: {
    readonly agreement: Agreement
    readonly n: number
    readonly part: 'text' | 'plain'
  } | null
}

/** Every field for these agreements with what it holds; the letterhead first. */
export const wordsFields = (words: OwnWords, agreements: readonly Agreement[]): WordsField[] => [
  { name: 'letterhead', value: words.letterhead, max: MOST.letterhead, clause: null },
  ...agreements.flatMap((agreement) =>
    Array.from({ length: MOST_CLAUSES }, (_, at) => at).flatMap((at) =>
      (['text', 'plain'] as const).map((part) => ({
        name: `${agreement}-${at}-${part}`,
        value: words.clauses[agreement][at]?.[part] ?? '',
        max: MOST[part],
        clause: { agreement, n: at + 1, part },
      })),
    ),
  ),
]
