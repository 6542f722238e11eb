// The test of every journey: whatever a page of it reports as an error in its console makes it fail.
import { type BrowserContext, test as base, type ConsoleMessage, expect } from '@playwright/test'

const heard: string[] = []

/** A page that is not there, a form that is too large and a line that is down are answers: the browser writes them down all the same. */
const isAnswer = (message: ConsoleMessage) =>
  /status of (403|404|413)|ERR_INTERNET_DISCONNECTED/.test(message.text()) &&
  message.location().url === message.page()?.url()

/** From here on the errors of these pages count. */
export function listenTo(context: BrowserContext) {
  context.on('console', (message) => {
    if (message.type() === 'error' && !isAnswer(message))
      heard.push(`${message.text()} (${message.location().url})`)
  })
  context.on('response', (response) => {
    if (response.status() >= 500) heard.push(`${response.status()} ${response.url()}`)
  })
  context.on('weberror', (error) => heard.push(`${error.error().message} (${error.page()?.url()})`))
}

export const test = base.extend<{ quiet: undefined }>({
  quiet: [
    async ({ browser }, use) => {
      heard.length = 0
      await use(undefined)
      await Promise.all(browser.contexts().map((context) => context.close()))
      expect(heard, 'errors in the console').toEqual([])
    },
    { auto: true },
  ],
})
