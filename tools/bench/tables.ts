// What was measured, as the tables of docs/bench.md.
import { type Figures, ms, table, times } from './figures'
import type { Measured, Steps } from './measure'
import { EMPTY } from './pages'

const nowhere: Figures = { p50: Number.NaN, p95: Number.NaN }

/**
 * A line for each page: per world its p50 and p95, against the empty page of that world; then how it grows. `what` of the
 * figures: how long an answer took, or what it took of a processor.
 */
export function pageTable(measured: Measured, sizes: readonly number[], what: 'took' | 'ran'): string {
  const of = (page: string, cases: number) => measured.get(page)?.get(cases)?.[what] ?? nowhere
  const named = sizes.map((n) => n.toLocaleString('en'))
  const head = ['ms', ...named.flatMap((n) => [`${n}: p50`, 'p95', '÷ empty p50', 'p95'])]
  const growth = sizes.slice(1).map((n, at) => `${named[at]} → ${n.toLocaleString('en')}`)
  const rows = [...measured.keys()].map((page) => [
    page,
    ...sizes.flatMap((cases) => {
      const [mine, empty] = [of(page, cases), of(EMPTY, cases)]
      return [ms(mine.p50), ms(mine.p95), times(mine.p50 / empty.p50), times(mine.p95 / empty.p95)]
    }),
    ...sizes.slice(1).map((cases, at) => times(of(page, cases).p50 / of(page, sizes[at] as number).p50)),
  ])
  return table([...head, ...growth], rows)
}

/** A line for each page: what of the processor the website took, what the database, and how long the page is. */
export function shareTable(measured: Measured, sizes: readonly number[]): string {
  const head = [
    'ms of a processor, p50',
    ...sizes.flatMap((n) => [`${n.toLocaleString('en')}: website`, 'database', 'kB']),
  ]
  const rows = [...measured].map(([page, worlds]) => [
    page,
    ...sizes.flatMap((cases) => {
      const found = worlds.get(cases)
      const { website, database, size } = found ?? { website: nowhere, database: nowhere, size: nowhere }
      return [ms(website.p50), ms(database.p50), (size.p50 / 1024).toFixed(0)]
    }),
  ])
  return table(head, rows)
}

/** A line for each world: the step on the website against its SQL by hand. */
export function stepTable(steps: ReadonlyMap<number, Steps>): string {
  const head = [
    'cases',
    'web p50 ms',
    'p95',
    'by hand p50 ms',
    'p95',
    'throughput, one by one',
    'web /s, four at once',
    'by hand /s',
    'throughput',
  ]
  const rows = [...steps].map(([cases, { web, hand, webRate, handRate }]) => [
    cases.toLocaleString('en'),
    ms(web.p50),
    ms(web.p95),
    ms(hand.p50),
    ms(hand.p95),
    times(hand.p50 / web.p50),
    webRate.toFixed(0),
    handRate.toFixed(0),
    times(webRate / handRate),
  ])
  return table(head, rows)
}
