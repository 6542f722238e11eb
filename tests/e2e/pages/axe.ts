// What axe finds wrong with a page as it stands. It runs in the page itself: no page of its own for every look.
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import { RULES } from '../../../src/features/statements/looked-at'

type Axe = {
  run: (
    where: { exclude: readonly string[] },
    options: { runOnly: readonly string[]; resultTypes: string[] },
  ) => Promise<{ violations: { id: string; nodes: { target: string[] }[] }[] }>
}

const ours = createRequire(import.meta.url)
const { source } = createRequire(ours.resolve('@axe-core/playwright'))('axe-core') as { source: string }

/** Long lists repeat themselves: after so many rows the next ones tell nothing new. */
const REPEATED = ['tbody tr:nth-child(n+9)', 'ol > li:nth-child(n+9)', 'ul > li:nth-child(n+25)']

/** The rules that a change of colours alone can break. */
const COLOURS = ['color-contrast', 'link-in-text-block']

/** The rules that this page breaks, each with where; `colours`: after a look at all rules in other colours. */
export async function axeFaults(page: Page, rules: 'all' | 'colours' = 'all'): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source)
  return page.evaluate(
    async ([runOnly, exclude]) => {
      const { axe } = window as unknown as { axe: Axe }
      const { violations } = await axe.run({ exclude }, { runOnly, resultTypes: ['violations'] })
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.target.join(' ')).join(', ')}`)
    },
    [rules === 'all' ? RULES : COLOURS, REPEATED] as const,
  )
}
