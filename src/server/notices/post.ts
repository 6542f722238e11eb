import 'server-only'
// The way out for a letter: a mail server, or a folder where the letters of a demo can be read.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import nodemailer from 'nodemailer'
import type { Letter } from './letter'

/** `id` stays the same however often a mail is tried, so that a second copy can be known as one. */
export type Envelope = { readonly id: string; readonly address: string }
export type Post = {
  /** Where letters go, in words for whoever starts the worker. */
  readonly where: string
  /** The address that letters come from. */
  readonly sender: string
  readonly send: (to: Envelope, letter: Letter) => Promise<void>
}
type Settings = {
  readonly BASE_URL: string
  readonly SMTP_URL?: string | undefined
  readonly MAIL_FROM?: string | undefined
  readonly MAIL_FOLDER?: string | undefined
}

/** Of a mail server's address; no mail and no password without TLS, unless it says "?ignoreTLS=true" itself. */
function connectionOf(address: string) {
  const { protocol, hostname, port, username, password, searchParams } = new URL(address)
  const secure = protocol === 'smtps:'
  const ignoreTLS = !secure && searchParams.get('ignoreTLS') === 'true'
  return {
    host: hostname,
    port: Number(port) || (secure ? 465 : 587),
    secure,
    ignoreTLS,
    requireTLS: !secure && !ignoreTLS,
    ...(username && { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    connectionTimeout: 20_000,
    greetingTimeout: 20_000,
    socketTimeout: 60_000,
  }
}

const fromOf = ({ BASE_URL, MAIL_FROM }: Settings) =>
  MAIL_FROM ?? `Thuistafel <thuistafel@${new URL(BASE_URL).hostname}>`

/** The address alone, without the name before it. */
const senderOf = (settings: Settings) => /<([^>]+)>\s*$/.exec(fromOf(settings))?.[1] ?? fromOf(settings)

function message({ id, address }: Envelope, { subject, text, meeting }: Letter, settings: Settings) {
  const { hostname } = new URL(settings.BASE_URL)
  return {
    messageId: `<${id}@${hostname}>`,
    from: fromOf(settings),
    to: { name: '', address },
    subject,
    text,
    ...(meeting && { icalEvent: { ...meeting, filename: 'uitstroomtafel.ics' } }),
    // An absence message that answers this one would go on for ever.
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

function server(address: string, settings: Settings): Post {
  const transport = nodemailer.createTransport(connectionOf(address))
  return {
    where: `by ${new URL(address).host}`,
    sender: senderOf(settings),
    send: async (to, letter) => {
      await transport.sendMail(message(to, letter, settings))
    },
  }
}

function folder(path: string, settings: Settings): Post {
  const transport = nodemailer.createTransport({ streamTransport: true, buffer: true })
  return {
    where: `nowhere: they are kept in ${path}`,
    sender: senderOf(settings),
    send: async (to, letter) => {
      const { message: bytes } = await transport.sendMail(message(to, letter, settings))
      mkdirSync(path, { recursive: true })
      writeFileSync(join(path, `${to.id}.eml`), bytes as Buffer)
    },
  }
}

/** The way out that the settings name, or null when they name none. */
export function postOf(settings: Settings): Post | null {
  if (settings.SMTP_URL) return server(settings.SMTP_URL, settings)
  return settings.MAIL_FOLDER ? folder(settings.MAIL_FOLDER, settings) : null
}

/** Whether the receiving server says that there is no such mailbox: trying again is no use (RFC 3463, 5.1.x). */
export const isForGood = (error: unknown): boolean =>
  /\b5\.1\.\d/.test((error as { response?: string } | null)?.response ?? '')
