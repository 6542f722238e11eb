// Sessions that tests leave behind: whoever is asked again goes on in one, as people do who come back to their desk.
import type { BrowserContext, Cookie, Page } from '@playwright/test'

/** The cookie of a session; what else a test chose in its browser goes with it. */
const isSession = ({ name }: Cookie) => name.endsWith('thuistafel')

const left = new Map<string, Cookie[]>()
const sitting = new WeakMap<BrowserContext, string>()

/** From here on this browser is theirs; only of people with one role, who cannot have left it in another. */
export const sitsDown = (page: Page, who: string) => sitting.set(page.context(), who)

/** Opens the start in a session of theirs that nobody uses. False when there is none, or it has ended since. */
export async function comesBack(page: Page, who: string): Promise<boolean> {
  const session = left.get(who)?.pop()
  if (!session) return false
  await page.context().addCookies([session])
  await page.goto('/')
  if (new URL(page.url()).pathname !== '/login') return true
  await page.context().clearCookies()
  return false
}

/** The test is over: a session that is still there waits for the next one. */
export async function getsUp(context: BrowserContext) {
  const who = sitting.get(context)
  sitting.delete(context)
  const session = who && (await context.cookies()).find(isSession)
  if (session) left.set(who, [...(left.get(who) ?? []), session])
}
