// Of many times the two that count: what half of them stay within, and what all but one in twenty do.
import { loadavg } from 'node:os'

export type Figures = { readonly p50: number; readonly p95: number }

const at = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN

/** What this share of all times stays within. */
export const shareOf = (times: readonly number[], share: number) =>
  at(
    [...times].sort((a, b) => a - b),
    share,
  )

export function figuresOf(times: readonly number[]): Figures {
  const sorted = [...times].sort((a, b) => a - b)
  return { p50: at(sorted, 0.5), p95: at(sorted, 0.95) }
}

export const ms = (n: number) => n.toFixed(n < 10 ? 2 : 1)
export const times = (n: number) => `${n.toFixed(2)}×`

/** A table in Markdown; the first column is text, the others are figures. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const rule = head.map((_, at) => (at ? '---:' : '---'))
  return [line(head), line(rule), ...rows.map(line)].join('\n')
}

/** How busy the machine is: over one, five and fifteen minutes. */
export const load = () =>
  loadavg()
    .map((n) => n.toFixed(1))
    .join(' ')
