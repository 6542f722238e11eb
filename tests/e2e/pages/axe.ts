// What axe finds wrong with a page as it stands. It runs in the page itself: no page of its own for every look.
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

type Axe = {
  run: (
    where: Document,
    options: { runOnly: string[]; resultTypes: string[] },
  ) => Promise<{ violations: { id: string; nodes: { target: string[] }[] }[] }>
}

const ours = createRequire(import.meta.url)
const { source } = createRequire(ours.resolve('@axe-core/playwright'))('axe-core') as { source: string }

/** The rules that this page breaks, each with where. */
export async function axeFaults(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source)
  return page.evaluate(async (tags) => {
    const { axe } = window as unknown as { axe: Axe }
    const { violations } = await axe.run(document, { runOnly: tags, resultTypes: ['violations'] })
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.target.join(' ')).join(', ')}`)
  }, TAGS)
}
