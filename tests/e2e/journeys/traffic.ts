// Every byte that a browser was answered, also over the line of an open page: what its person was told, whatever the page shows.
import { type CDPSession, expect, type Page } from '@playwright/test'

type Answer = {
  readonly requestId: string
  readonly request: { readonly url: string }
  readonly responseStatusCode?: number
  readonly responseHeaders?: readonly unknown[]
}

export class Traffic {
  readonly answers: string[] = []

  private constructor(private readonly browser: CDPSession) {}

  /** From here on all is kept that this page is told. */
  static async of(page: Page) {
    const traffic = new Traffic(await page.context().newCDPSession(page))
    const { browser, answers } = traffic
    browser.on('Network.eventSourceMessageReceived', ({ data }) => answers.push(`line ${data}`))
    browser.on('Fetch.requestPaused', ({ requestId, responseErrorReason: errorReason, ...answer }) => {
      const goesOn = errorReason
        ? browser.send('Fetch.failRequest', { requestId, errorReason })
        : traffic.keep({ requestId, ...answer })
      // A page that was left meanwhile gets no answer any more.
      goesOn.catch((error) => {
        if (!/InterceptionId|closed/.test(`${error}`)) throw error
      })
    })
    await browser.send('Network.enable')
    await browser.send('Fetch.enable', { patterns: [{ urlPattern: '*', requestStage: 'Response' }] })
    return traffic
  }

  /** What comes bit by bit is heard by its line; all else is read before the page has it. */
  private async keep({ requestId, request, responseStatusCode = 0, responseHeaders }: Answer) {
    const { pathname } = new URL(request.url)
    const head = `${request.url} ${responseStatusCode} ${JSON.stringify(responseHeaders)}`
    const whole = pathname !== '/live' && (responseStatusCode < 300 || responseStatusCode >= 400)
    const { body, base64Encoded } = whole
      ? await this.browser.send('Fetch.getResponseBody', { requestId })
      : { body: '', base64Encoded: false }
    this.answers.push(`${head} ${base64Encoded ? Buffer.from(body, 'base64').toString() : body}`)
    await this.browser.send('Fetch.continueResponse', { requestId })
  }

  /** None of these words was ever in an answer; `known` was, so a search that finds nothing is known to search. */
  without(words: readonly string[], known: string) {
    expect(this.answers.some((answer) => answer.startsWith('line '))).toBe(true)
    expect(this.answers.some((answer) => answer.includes(known))).toBe(true)
    const found = words.flatMap((word) =>
      this.answers
        .filter((answer) => answer.includes(word))
        .map((answer) => `${word} in ${answer.slice(0, 90)}`),
    )
    expect(found).toEqual([])
  }
}
