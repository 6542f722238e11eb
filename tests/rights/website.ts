// The production build, started on a database of the test's own; asked byte for byte, as any client could.
import { Agent, request } from 'node:http'
import { createServer } from 'node:net'
import { start, stopChild } from '../../tools/children.mjs'
import { readPdf, wordsOf } from '../support/read-pdf'

const NEXT = 'node_modules/next/dist/bin/next'
export const SECRET = 'a secret of the tests, long enough to be one'

export type Headers = Readonly<Record<string, string>>
export type Asked = {
  readonly path: string
  readonly method?: string
  readonly headers?: Headers
  readonly body?: string | Buffer | undefined
}
export type Answer = {
  readonly status: number
  /** Of a document that was made here, also its words: they are packed in the bytes. */
  readonly body: string
  readonly headers: NodeJS.Dict<string | string[]>
}
export type Website = {
  readonly base: string
  readonly ask: (asked: Asked) => Promise<Answer>
  readonly close: () => Promise<void>
}

/** A document that is made here is tagged; the papers of these tests are words and nothing more. */
const PACKED = /\/StructTreeRoot \d/

/** Every byte as text; behind those of a document of ours what somebody reads in it. What came from outside stays as it is. */
async function textOf(bytes: Buffer, headers: Answer['headers']): Promise<string> {
  const text = bytes.toString()
  const made = headers['content-type'] === 'application/pdf' && PACKED.test(text)
  return made ? `${text}\n${wordsOf(await readPdf(bytes))}` : text
}

const freePort = () =>
  new Promise<number>((ok) => {
    const probe = createServer()
    probe.listen(0, 'localhost', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => ok(port))
    })
  })

const asker = (port: number, agent: Agent) => {
  const ask = ({ path, method = 'GET', headers = {}, body }: Asked) =>
    new Promise<Answer>((ok, no) => {
      const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }
      // The path goes as it is: a URL would tidy up the very things that are tried here.
      const sent = request(
        { host: 'localhost', port, path, method, agent, headers: { ...headers, ...length } },
        (answer) => {
          const chunks: Buffer[] = []
          answer.on('data', (chunk: Buffer) => chunks.push(chunk))
          answer.once('error', no)
          answer.once('end', () => {
            const { statusCode: status = 0, headers } = answer
            textOf(Buffer.concat(chunks), headers).then((body) => ok({ status, body, headers }), no)
          })
        },
      )
      sent.setTimeout(60_000, () => sent.destroy(new Error(`No answer to ${method} ${path}`)))
      sent.once('error', (error: NodeJS.ErrnoException) => {
        // A kept connection that the server had just closed: nothing of it was read, so it is asked again.
        if (sent.reusedSocket && ['ECONNRESET', 'EPIPE'].includes(error.code ?? ''))
          ask({ path, method, headers, body }).then(ok, no)
        else no(new Error(`${method} ${path}: ${error.message}`))
      })
      sent.end(body)
    })
  return ask
}

/** Starts what was built last, or what is in this folder; `ask` keeps its connections. `more` are settings of this one. */
export async function website(appUrl: string, more: Headers = {}, folder = '.'): Promise<Website> {
  const port = await freePort()
  const base = `http://localhost:${port}`
  const env = {
    ...process.env,
    DATABASE_URL: appUrl,
    DATABASE_OWNER_URL: '',
    BASE_URL: base,
    NEXTAUTH_URL: base,
    NEXTAUTH_SECRET: SECRET,
    FIELD_KEY: '',
    NODE_ENV: 'production' as const,
    LOG_LEVEL: 'error',
    NEXT_TELEMETRY_DISABLED: '1',
    ...more,
  }
  const web = start([NEXT, 'start', folder, '-p', String(port)], {
    env,
    stdio: ['ignore', 'ignore', 'ignore'],
  })
  const agent = new Agent({ keepAlive: true, maxSockets: 8 })
  const ask = asker(port, agent)
  for (let i = 0; ; i++) {
    const answer = await ask({ path: '/api/health/ready' }).catch(() => null)
    if (answer?.status === 200) break
    if (i === 600) throw new Error('The website does not start: run npm run build first')
    await new Promise((done) => setTimeout(done, 100))
  }
  const close = async () => {
    agent.destroy()
    await stopChild(web)
  }
  return { base, ask, close }
}
