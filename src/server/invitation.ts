import 'server-only'
// One-time links: made from a nonce and the key of this installation, so that nobody who reads the database has them.
import { createHmac, randomBytes } from 'node:crypto'
import { env } from './env'
import { hashOf } from './hash'

/** The secret part of the link that was made from this nonce. */
export const tokenOf = (nonce: string) =>
  createHmac('sha256', env().NEXTAUTH_SECRET).update(`invitation ${nonce}`).digest('base64url')

/** What a new link is made from, and the hash by which it is recognised when someone uses it. */
export function freshLink() {
  const nonce = randomBytes(24).toString('hex')
  return { nonce, hash: hashOf(tokenOf(nonce)) }
}
