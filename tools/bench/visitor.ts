// A visitor over one kept connection: asks pages, fills in forms as a browser without JavaScript would.
import { Agent, request } from 'node:http'

export type Answer = {
  readonly status: number
  readonly body: string
  readonly location: string | undefined
  /** From the request until the last byte of the answer, in milliseconds. */
  readonly took: number
}

type Hidden = readonly (readonly [string, string])[]

const decoded = (text: string) =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')

const attribute = (tag: string, name: string) =>
  decoded(new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '')

/** The hidden fields of the first form of a page that has this text in it. */
export function hiddenIn(body: string, marker: string): Hidden {
  const form = body.split('<form').find((part) => part.split('</form>')[0]?.includes(marker))
  if (!form) throw new Error(`No form with ${marker}`)
  const inputs = form.split('</form>')[0]?.match(/<input[^>]*type="hidden"[^>]*>/g) ?? []
  return inputs.map((tag) => [attribute(tag, 'name'), attribute(tag, 'value')] as const)
}

export class Visitor {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 1 })
  private readonly cookies = new Map<string, string>()

  constructor(private readonly base: string) {}

  get(path: string): Promise<Answer> {
    return this.ask('GET', path)
  }

  post(path: string, fields: readonly (readonly [string, string])[]): Promise<Answer> {
    return this.sent(
      path,
      fields.map(([name, value]) => [`name="${name}"`, value] as const),
    )
  }

  /** Sends a text as the file of a form. */
  send(path: string, field: string, text: string): Promise<Answer> {
    return this.sent(path, [[`name="${field}"; filename="a.csv"\r\nContent-Type: text/csv`, text]])
  }

  private sent(path: string, parts: readonly (readonly [string, string])[]): Promise<Answer> {
    const mark = '----thuistafel-bench'
    const part = ([head, value]: readonly [string, string]) =>
      `--${mark}\r\nContent-Disposition: form-data; ${head}\r\n\r\n${value}\r\n`
    const body = `${parts.map(part).join('')}--${mark}--\r\n`
    return this.ask('POST', path, body, { 'content-type': `multipart/form-data; boundary=${mark}` })
  }

  /** Signs in as a person of the demo and chooses for whom they work, as the pages for that do. */
  async signIn(accountId: string, membershipId: string) {
    await this.press('/login', 'account', accountId)
    await this.press('/login/membership', 'membership', membershipId)
  }

  /** What a browser of this visitor would hold. */
  get held(): readonly { readonly name: string; readonly value: string }[] {
    return [...this.cookies].map(([name, value]) => ({ name, value }))
  }

  close() {
    this.agent.destroy()
  }

  /** Presses the button with this value. */
  private async press(path: string, name: string, value: string) {
    const { body } = await this.get(path)
    const { status } = await this.post(path, [...hiddenIn(body, value), [name, value]])
    if (status !== 303) throw new Error(`${path} answered ${status}`)
  }

  private keep(cookies: readonly string[]) {
    for (const cookie of cookies) {
      const [pair = ''] = cookie.split(';')
      this.cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
    }
  }

  /** Opens the stream of an open page, on this website or one beside it; returns what ends it. */
  listen(page: string, told: () => void, base = this.base): Promise<() => void> {
    const headers = { cookie: this.cookie(), accept: 'text/event-stream' }
    return new Promise((ok, no) => {
      const asked = request(new URL(`/live?path=${page}`, base), { agent: false, headers }, (answer) => {
        answer.on('data', (chunk: Buffer) => {
          if (chunk.includes('changed')) told()
          ok(() => asked.destroy())
        })
        answer.once('error', () => {})
      })
      asked.once('error', no)
      asked.end()
    })
  }

  private cookie() {
    return [...this.cookies].map((pair) => pair.join('=')).join('; ')
  }

  private ask(
    method: string,
    path: string,
    body?: string,
    more: Record<string, string> = {},
  ): Promise<Answer> {
    const headers = {
      cookie: this.cookie(),
      origin: this.base,
      ...more,
      ...(body && { 'content-length': Buffer.byteLength(body) }),
    }
    return new Promise((ok, no) => {
      const began = performance.now()
      const asked = request(new URL(path, this.base), { method, agent: this.agent, headers }, (answer) => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.once('error', no)
        answer.once('end', () => {
          const took = performance.now() - began
          this.keep(answer.headers['set-cookie'] ?? [])
          const { location } = answer.headers
          ok({ status: answer.statusCode ?? 0, body: Buffer.concat(chunks).toString(), location, took })
        })
      })
      asked.once('error', no)
      asked.end(body)
    })
  }
}
