// The worker's office in a test: the real database as the worker's role, the real mail server.
import { connect } from '@/server/db/client'
import { deliver } from '@/server/notices/deliver'
import { type Post, postOf } from '@/server/notices/post'
import { mailServer, read } from './mail-server'
import type { Region } from './region'

export const BASE = 'https://thuistafel.example.nl'
export const FROM = 'Thuistafel <niet-antwoorden@thuistafel.example.nl>'

export async function openOffice(r: Region) {
  const mail = await mailServer()
  const client = connect(r.workerUrl, 2)
  const post = postOf({ BASE_URL: BASE, SMTP_URL: mail.url, MAIL_FROM: FROM }) as Post

  /** One round, with what waits for more news sent at once unless said. */
  const round = (wait = 0) => deliver({ client, post, base: BASE, wait })
  /** Everything is read and forgotten: the next round starts from nothing. */
  const clear = async () => {
    await r.kernel('UPDATE outbox SET delivered_at = now() WHERE delivered_at IS NULL')
    await r.kernel('DELETE FROM mail')
    mail.refuse(() => undefined)
    mail.received.length = 0
    mail.lines.length = 0
  }
  /** The letters that came in, by the name of who got them. */
  const letters = () => mail.received.map((one) => ({ to: one.to.join(), ...read(one) }))
  /** Lets this much time pass for everything that waits. */
  const pass = async (interval: string) => {
    await r.kernel('UPDATE outbox SET created_at = created_at - $1::interval', [interval])
    await r.kernel(
      'UPDATE mail SET created_at = created_at - $1::interval, next_at = next_at - $1::interval',
      [interval],
    )
  }
  const close = async () => {
    await client.$disconnect()
    await mail.close()
  }
  return { mail, client, post, round, clear, letters, pass, close }
}

export type TestOffice = Awaited<ReturnType<typeof openOffice>>

/** The address of a person of the region. */
export const addressOf = ({ name }: { name: string }) => `${name.replaceAll(' ', '.')}@voorbeeld.example`
