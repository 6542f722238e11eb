// Of a list, the rows that were not taken back: in memory as `row_taken_back` says it in the database.
type Row = Readonly<Record<string, unknown>>
type Held = Row | readonly Row[] | null | undefined

/** What counts of a compartment, given what the case says was taken back. */
export function counting(of: Readonly<Record<string, Held>>, name: string): Held {
  const struck = new Set(((of.takenBack ?? []) as readonly Row[]).map(({ row }) => row))
  const rows = of[name]
  return Array.isArray(rows) ? rows.filter(({ id }: Row) => !struck.has(id)) : rows
}
