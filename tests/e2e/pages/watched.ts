// The test of every journey: an error in the console of a page, or something that its policy did not let in, makes it fail.
import { type BrowserContext, test as base, type ConsoleMessage, expect } from '@playwright/test'
import { getsUp } from './desk'

const heard: string[] = []

/** A page that is not there, a form that is too large, a draft of nobody and a line that is down are answers: the browser writes them down all the same. */
const isAnswer = (message: ConsoleMessage) =>
  (/status of (403|404|413)|ERR_INTERNET_DISCONNECTED/.test(message.text()) &&
    message.location().url === message.page()?.url()) ||
  (/status of 401|ERR_INTERNET_DISCONNECTED/.test(message.text()) &&
    /\/(drafts|live)(\?|$)/.test(message.location().url))

/** What was kept out by the Content-Security-Policy, said by the page itself: a browser may keep that to itself. */
const sayKeptOut = () =>
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile }) =>
    console.error(`kept out by ${effectiveDirective}: ${blockedURI} (${sourceFile})`),
  )

/** From here on the errors of these pages count. */
export async function listenTo(context: BrowserContext) {
  await context.addInitScript(sayKeptOut)
  context.on('console', (message) => {
    if (message.type() === 'error' && !isAnswer(message))
      heard.push(`${message.text()} (${message.location().url})`)
  })
  context.on('response', (response) => {
    if (response.status() >= 500) heard.push(`${response.status()} ${response.url()}`)
  })
  context.on('weberror', (error) => heard.push(`${error.error().message} (${error.page()?.url()})`))
}

/** What was heard until now; it counts no longer. For a test that makes a mistake on purpose. */
export const takeHeard = () => heard.splice(0)

export const test = base.extend<{ quiet: undefined }>({
  quiet: [
    async ({ browser }, use) => {
      heard.length = 0
      await use(undefined)
      await Promise.all(browser.contexts().map(getsUp))
      await Promise.all(browser.contexts().map((context) => context.close()))
      expect(heard, 'errors in the console').toEqual([])
    },
    { auto: true },
  ],
})
