import 'server-only'
import { createHash } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import { type Prisma, PrismaClient } from './generated/client'

export { Prisma } from './generated/client'
export type Tx = Prisma.TransactionClient

const names = new Map<string, string>()

/**
 * The name of a statement that a connection plans once: its first comment, with a print of the rest, for a question can be
 * asked in a few forms. Worth it where planning takes as long as running; other statements have no name and are planned
 * anew, for the values at hand. A text holds no values: there are as many names as there are forms in the code.
 */
const statementNameGenerator = ({ sql }: { sql: string }): string => {
  const comment = /^\/\* (.+?) \*\//.exec(sql)?.[1]
  if (!comment) return ''
  const name = names.get(sql) ?? `${comment} ${createHash('sha1').update(sql).digest('base64url')}`
  names.set(sql, name)
  return name
}

/** A client that signs in as the application's role. */
export const connect = (url: string, max = 10) =>
  new PrismaClient({
    adapter: new PrismaPg(
      { connectionString: url, max, connectionTimeoutMillis: 5_000, idleTimeoutMillis: 30_000 },
      { statementNameGenerator },
    ),
    transactionOptions: { maxWait: 5_000, timeout: 15_000 },
  })

export type Client = ReturnType<typeof connect>

let client: Client | undefined

/** The one client of this process; `use` gives it (tests, the demo's loader), the application makes it at first use. */
export const database = {
  use: (given: Client) => {
    client = given
  },
  get: (url: () => string): Client => {
    client ??= connect(url())
    return client
  },
}

/** The SQLSTATE behind an error, whichever way it was wrapped. */
export function sqlState(error: unknown): string | undefined {
  const e = error as {
    code?: string
    meta?: { code?: string; driverAdapterError?: { cause?: { originalCode?: string } } }
    cause?: { originalCode?: string }
  }
  return e?.meta?.driverAdapterError?.cause?.originalCode ?? e?.cause?.originalCode ?? e?.meta?.code
}
