// A whole file: which rows can come in, which are wrong, and which are there already.
import type { Mapping, SheetKind } from './columns'
import { type Cells, type Ground, type Judged, judge, keyOfClient } from './judge'
import { type JudgedHome, judgeDwelling, keysOfHome } from './judge-dwelling'

export type Row = { readonly nr: number; readonly cells: Cells }
export type JudgedAny = Judged | JudgedHome
export type JudgedRow = { readonly nr: number; readonly judged: JudgedAny }

/** What a row is found to be before anybody agrees; `twin` is the row with the same client or dwelling that came first. */
export type Verdict = {
  readonly nr: number
  readonly state: 'good' | 'wrong' | 'double'
  readonly twin: number | null
}

/** A row, judged as what it is to become. */
export const judgeRow = (kind: SheetKind, cells: Cells, mapping: Mapping, ground: Ground): JudgedAny =>
  kind === 'case' ? judge(cells, mapping, ground) : judgeDwelling(cells, mapping, ground)

export const judgeAll = (
  rows: readonly Row[],
  mapping: Mapping,
  ground: Ground,
  kind: SheetKind = 'case',
): JudgedRow[] => rows.map(({ nr, cells }) => ({ nr, judged: judgeRow(kind, cells, mapping, ground) }))

/** The days of birth in a file: by these the cases are found that may be the same clients. */
export const birthDaysOf = (rows: readonly JudgedRow[]): string[] => [
  ...new Set(
    rows.flatMap(({ judged }) => ('client' in judged ? [String(judged.client.opening.birthDate)] : [])),
  ),
]

/** By what a row is known: of one that is wrong by nothing. */
export function identitiesOf(judged: JudgedAny): readonly string[] {
  if ('client' in judged) return [keyOfClient(judged.client)]
  return 'home' in judged ? keysOfHome(judged.home) : []
}

/** `known` are the keys of what is there already, as far as the importer may see it. */
export function verdictsOf(
  rows: readonly JudgedRow[],
  known: Pick<ReadonlyMap<string, unknown>, 'has'>,
): Verdict[] {
  const first = new Map<string, number>()
  return rows.map(({ nr, judged }): Verdict => {
    if ('wrong' in judged) return { nr, state: 'wrong', twin: null }
    const keys = identitiesOf(judged)
    const twin = keys.map((key) => first.get(key)).find((row) => row !== undefined) ?? null
    for (const key of keys) if (!first.has(key)) first.set(key, nr)
    return { nr, state: twin !== null || keys.some((key) => known.has(key)) ? 'double' : 'good', twin }
  })
}
