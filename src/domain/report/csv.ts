// A table as a file that Dutch spreadsheets open: semicolons, a mark that says UTF-8, and no cell that can act as a formula.

const MARK = '\uFEFF'

/** A cell that a spreadsheet would compute is text by the apostrophe before it (OWASP, CSV injection). */
export const harmless = (cell: string) => (/^[=+\-@\t\r\n]/.test(cell) ? `'${cell}` : cell)

/** A cell as it was before `harmless`: a file that was given out comes back corrected. */
export const unguarded = (cell: string) => cell.replace(/^'(?=[=+\-@\t\r\n])/, '')

const quoted = (cell: string) => (/[";\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** The text of a file with these rows; the first one holds the names of the columns. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  MARK + rows.map((row) => `${row.map((cell) => quoted(harmless(cell))).join(';')}\r\n`).join('')
