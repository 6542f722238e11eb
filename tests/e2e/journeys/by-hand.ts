// A form as it goes over the line: taken from the page as the server wrote it, and sent without a browser in between.
import type { APIResponse, Page } from '@playwright/test'

export type Form = Readonly<Record<string, string>>

/** Everything that the form of a step sends, still empty. */
export async function formOf(page: Page, path: string): Promise<Form> {
  const html = await (await page.request.get(path)).text()
  return page.evaluate((text) => {
    const document = new DOMParser().parseFromString(text, 'text/html')
    const form = document.querySelector('input[name="key"]')?.closest('form')
    if (!form) throw new Error('There is no form of a step on this page')
    return Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]))
  }, html)
}

const originOf = (page: Page) => new URL(page.url()).origin

/** Sends the form in the session of this page. Without other headers it says that it comes from our own site. */
export const post = (
  page: Page,
  path: string,
  form: Form,
  headers: Record<string, string> = { origin: originOf(page) },
): Promise<APIResponse> => page.request.post(path, { multipart: form, headers, maxRedirects: 0 })
