// The columns that a file can have, by what comes in from it; and where each stands in a file.
import { clientColumns } from './client-columns'
import type { ColumnOf } from './column'
import { dwellingColumns } from './dwelling-columns'
import { plain } from './plain'

/** What can come in from a file, each with its columns; no two of them share the name of one. */
const sheets = { case: clientColumns, dwelling: dwellingColumns } as const
export type SheetKind = keyof typeof sheets

export const columns = { ...clientColumns, ...dwellingColumns } as const
export type ColumnKey = keyof typeof columns
export const columnKeys = Object.keys(columns) as ColumnKey[]
export const columnOf = (key: ColumnKey): ColumnOf => columns[key]
/** The columns of a file of this kind, in the order of its template. */
export const keysOf = (kind: SheetKind) => Object.keys(sheets[kind]) as ColumnKey[]
/** The columns without which no row can come in. */
export const neededOf = (kind: SheetKind) => keysOf(kind).filter((key) => columnOf(key).needed)

/** What people write above burgerservicenummers: what stands there is not even kept. */
const neverKept = ['bsn', 'bsn nummer', 'burgerservicenummer', 'sofinummer', 'sofi']

/** The places of columns that hold burgerservicenummers, by their headings. */
export const placesOfBsn = (headings: readonly string[]): ReadonlySet<number> =>
  new Set(headings.flatMap((heading, at) => (neverKept.map(plain).includes(plain(heading)) ? [at] : [])))

/** Of each column the place in the file where it stands; left out where it does not. */
export type Mapping = Readonly<Partial<Record<ColumnKey, number>>>

/** The columns as their headings say, in whatever way they are written; of two that say the same the first. */
export function recognised(headings: readonly string[], kind: SheetKind): Mapping {
  const written = headings.map(plain)
  const placeOf = (key: ColumnKey) => {
    const names = columnOf(key).names.map(plain)
    return written.findIndex((heading) => names.includes(heading))
  }
  return Object.fromEntries(
    keysOf(kind)
      .map((key) => [key, placeOf(key)] as const)
      .filter(([, place]) => place >= 0),
  )
}

/** A, B … Z, AA: what a spreadsheet calls the column at this place, counted from nought. */
export const letterOf = (at: number): string =>
  (at >= 26 ? letterOf(Math.floor(at / 26) - 1) : '') + String.fromCharCode(65 + (at % 26))
