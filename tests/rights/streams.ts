// Listening to the website as an open page does: every byte of it is kept.
import { type IncomingMessage, request } from 'node:http'
import { paths } from '@/paths'
import type { Headers, Website } from './website'

export type Stream = {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  /** Everything that was sent until now. */
  readonly text: () => string
  /** The words that were told. */
  readonly told: () => readonly string[]
  /** When the server ended it. */
  readonly ended: Promise<void>
  readonly close: () => void
}

const SIGNS_OF_LIFE = /: \n\n|retry: \d{4}\n\n/g
const WORD = /data: (changed|missed|gone|ended|over)\n\n/g

/** What stands in a stream besides words and signs of life: that is nothing. */
export const besides = (text: string) => text.replace(WORD, '').replace(SIGNS_OF_LIFE, '')

/** Opens the stream of a page of this visitor; ready at its first byte, or at its end. */
export function listen(site: Website, cookie: string, page: string, more: Headers = {}): Promise<Stream> {
  const path = `${paths.live}?path=${page}`
  const headers = { accept: 'text/event-stream', cookie, ...more }
  return new Promise((ok, no) => {
    // A line of its own: those of the other questions are kept, and would be held up.
    const asked = request(new URL(path, site.base), { headers, agent: false }, (answer) => {
      let text = ''
      const ended = new Promise<void>((done) => {
        answer.once('close', done)
      })
      const stream = {
        status: answer.statusCode ?? 0,
        headers: answer.headers,
        text: () => text,
        told: () => [...text.matchAll(WORD)].map(([, word]) => word as string),
        ended,
        close: () => asked.destroy(),
      }
      answer.on('data', (chunk: Buffer) => {
        text += chunk.toString()
        ok(stream)
      })
      answer.on('error', () => {})
      ended.then(() => ok(stream))
    })
    asked.once('error', no)
    asked.end()
  })
}
