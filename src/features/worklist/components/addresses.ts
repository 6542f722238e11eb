// Where a list stands with what was asked of it.

export type Asking = Readonly<Record<string, string>>

export const at = (path: string, asked: Asking): string =>
  Object.keys(asked).length ? `${path}?${new URLSearchParams(asked)}` : path

export const without = (asked: Asking, ...names: string[]): Asking =>
  Object.fromEntries(Object.entries(asked).filter(([name]) => !names.includes(name)))

/** What stands in an address again: only what is asked. */
export const asking = (values: Readonly<Record<string, string | null>>): Asking =>
  Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (value ? [[name, value]] : [])))
