// A mail server on this machine: a real conversation, and every letter kept. It can be told to refuse or to hang up.
import { createServer, type Socket } from 'node:net'
import { createInterface } from 'node:readline'

export type Received = { readonly to: string[]; readonly raw: string }
/** The answer to a line of the client instead of the usual one; '' hangs up. */
type Refusal = (line: string) => string | undefined

const ANSWERS: readonly (readonly [RegExp, string])[] = [
  [/^EHLO/i, '250-mail.test\r\n250 8BITMIME'],
  [/^(MAIL|RCPT|RSET)/i, '250 2.0.0 good'],
  [/^DATA/i, '354 go on'],
  [/^QUIT/i, '221 2.0.0 goodbye'],
]

function converse(socket: Socket, keep: (mail: Received) => void, refused: Refusal) {
  const say = (line: string) => socket.write(`${line}\r\n`)
  let to: string[] = []
  let body: string[] | null = null
  const answer = (line: string) => {
    const no = refused(line)
    if (no === '') return socket.destroy()
    if (no) return say(no)
    const address = /^RCPT TO:<(.*?)>/i.exec(line)?.[1]
    if (address) to.push(address)
    if (/^DATA/i.test(line)) body = []
    say(ANSWERS.find(([pattern]) => pattern.test(line))?.[1] ?? '502 5.5.1 unknown')
    if (/^QUIT/i.test(line)) socket.end()
  }
  createInterface({ input: socket }).on('line', (line) => {
    if (!body) return answer(line)
    if (line !== '.') return body.push(line.startsWith('.') ? line.slice(1) : line)
    const mail = { to, raw: body.join('\r\n') }
    to = []
    body = null
    const no = refused('.')
    if (no === '') {
      // It took the letter, and is gone before it could say so.
      keep(mail)
      return socket.destroy()
    }
    if (no) return say(no)
    keep(mail)
    return say('250 2.0.0 kept')
  })
  socket.on('error', () => {})
  say('220 mail.test ESMTP')
}

/** Starts it on a free port; `refuse` changes what it answers from then on. */
export async function mailServer() {
  const received: Received[] = []
  const lines: string[] = []
  let refusal: Refusal = () => undefined
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    converse(
      socket,
      (mail) => received.push(mail),
      (line) => {
        lines.push(line)
        return refusal(line)
      },
    )
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as { port: number }
  return {
    received,
    lines,
    url: `smtp://127.0.0.1:${port}?ignoreTLS=true`,
    sealedUrl: `smtp://name:secret@127.0.0.1:${port}`,
    refuse: (next: Refusal) => {
      refusal = next
    },
    close: () => {
      for (const socket of sockets) socket.destroy()
      return new Promise((done) => server.close(done))
    },
  }
}

const unquoted = (text: string) =>
  Buffer.from(
    text
      .replace(/=\r?\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8')

type Part = { readonly head: string; readonly type: string; readonly text: string }

const headerIn = (head: string) => (name: string) =>
  new RegExp(`^${name}: (.*(?:\\r\\n[ \\t].*)*)`, 'im').exec(head)?.[1]?.replace(/\r\n\s*/g, ' ') ?? ''

/** The parts of a letter, each in plain letters; of a letter without parts, itself. */
function partsOf(raw: string): Part[] {
  const [head = '', ...rest] = raw.split('\r\n\r\n')
  const body = rest.join('\r\n\r\n')
  const header = headerIn(head)
  const type = header('Content-Type')
  const boundary = /boundary="?([^";]+)"?/.exec(type)?.[1]
  if (boundary)
    return body
      .split(`--${boundary}`)
      .slice(1, -1)
      .flatMap((part) => partsOf(part.replace(/^\r\n/, '')))
  const encoding = header('Content-Transfer-Encoding')
  const plain = {
    'quoted-printable': unquoted,
    base64: (b: string) => Buffer.from(b, 'base64').toString('utf8'),
  }
  return [{ head, type, text: (plain[encoding as keyof typeof plain] ?? String)(body) }]
}

/** What a reader sees of a letter: its headers, its text in plain letters, and the meeting that it brings, if any. */
export function read({ raw }: Received) {
  const [head = ''] = raw.split('\r\n\r\n')
  const parts = partsOf(raw)
  const text = parts.find(({ type }) => type.startsWith('text/plain'))?.text ?? ''
  const calendar = parts.find(({ type }) => type.startsWith('text/calendar'))?.text
  return { head, header: headerIn(head), text: text.replaceAll('\r\n', '\n'), calendar }
}
