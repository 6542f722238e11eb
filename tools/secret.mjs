// The secret of an installation on this machine; what is sealed in its database can be opened only with it.
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'

/** Kept, so that a sign-in survives a restart. */
export function keptSecret() {
  if (process.env.NEXTAUTH_SECRET) return process.env.NEXTAUTH_SECRET
  mkdirSync('.data', { recursive: true })
  if (!existsSync('.data/secret'))
    writeFileSync('.data/secret', randomBytes(32).toString('hex'), { mode: 0o600 })
  return readFileSync('.data/secret', 'utf8').trim()
}
