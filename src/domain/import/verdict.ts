// A whole file: which rows can come in, which are wrong, and which are there already.
import type { Mapping } from './columns'
import { type Cells, type Ground, type Judged, judge, keyOfClient } from './judge'

export type Row = { readonly nr: number; readonly cells: Cells }
export type JudgedRow = { readonly nr: number; readonly judged: Judged }

/** What a row is found to be before anybody agrees; `twin` is the row with the same client that came first. */
export type Verdict = {
  readonly nr: number
  readonly state: 'good' | 'wrong' | 'double'
  readonly twin: number | null
}

export const judgeAll = (rows: readonly Row[], mapping: Mapping, ground: Ground): JudgedRow[] =>
  rows.map(({ nr, cells }) => ({ nr, judged: judge(cells, mapping, ground) }))

/** The days of birth in a file: by these the cases are found that may be the same clients. */
export const birthDaysOf = (rows: readonly JudgedRow[]): string[] => [
  ...new Set(
    rows.flatMap(({ judged }) => ('client' in judged ? [String(judged.client.opening.birthDate)] : [])),
  ),
]

/** `known` are the keys of clients who have a case already, as far as the importer may see them. */
export function verdictsOf(
  rows: readonly JudgedRow[],
  known: Pick<ReadonlyMap<string, unknown>, 'has'>,
): Verdict[] {
  const first = new Map<string, number>()
  return rows.map(({ nr, judged }): Verdict => {
    if ('wrong' in judged) return { nr, state: 'wrong', twin: null }
    const key = keyOfClient(judged.client)
    const twin = first.get(key) ?? null
    if (twin === null) first.set(key, nr)
    return { nr, state: twin !== null || known.has(key) ? 'double' : 'good', twin }
  })
}
