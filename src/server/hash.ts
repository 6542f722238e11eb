import 'server-only'
import { createHash } from 'node:crypto'

/** The key of a session, or of a one-time link, as the database knows it. */
export const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex')
