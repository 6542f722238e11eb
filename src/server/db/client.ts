import 'server-only'
import { PrismaPg } from '@prisma/adapter-pg'
import { type Prisma, PrismaClient } from './generated/client'

export { Prisma } from './generated/client'
export type Tx = Prisma.TransactionClient

/**
 * The name of a statement that a connection plans once: its first comment. Worth it where planning takes as long as
 * running; other statements have no name and are planned anew, for the values at hand.
 */
const statementNameGenerator = ({ sql }: { sql: string }) => /^\/\* (.+?) \*\//.exec(sql)?.[1] ?? ''

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
