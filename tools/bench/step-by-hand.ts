// The SQL of one step as the server sends it, caught once and then sent by hand: without Next, React or Prisma.
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import type { Actor } from '@/domain/case/actor'
import { stepOf } from '@/domain/case/steps'
import type { Step } from '@/domain/kernel/step'
import { type Client, database, Prisma } from '@/server/db/client'
import { takeStep } from '@/server/take-step'
import type { Statement } from './caught'
import { forHome, type Home } from './home'

type Tag = TemplateStringsArray | Prisma.Sql
const sqlOf = (first: Tag, values: unknown[]): Prisma.Sql =>
  'raw' in first ? Prisma.sql(first, ...values) : (first as Prisma.Sql)

/** A client that writes down what it is asked, and asks it. */
function catching(connection: pg.Client, caught: Statement[]): Client {
  const ask = async (first: Tag, values: unknown[]) => {
    const { text, values: all } = sqlOf(first, values)
    caught.push({ text, values: all })
    return connection.query(text, all as unknown[])
  }
  const tx = {
    $queryRaw: async (first: Tag, ...values: unknown[]) => (await ask(first, values)).rows,
    $executeRaw: async (first: Tag, ...values: unknown[]) => (await ask(first, values)).rowCount,
  }
  const $transaction = async (work: (given: typeof tx) => Promise<unknown>) => {
    await ask(Prisma.sql`BEGIN`, [])
    const result = await work(tx)
    await ask(Prisma.sql`COMMIT`, [])
    return result
  }
  return { $transaction } as unknown as Client
}

const visit = (today: string) => ({
  visitedOn: today,
  form: 'thuis',
  level: 'groen',
  note: 'Koffie en de post',
})

/** Takes one visit really, and returns the statements that it took. */
async function caughtFrom(
  connection: pg.Client,
  actor: Actor,
  home: Home,
  today: string,
): Promise<Statement[]> {
  const caught: Statement[] = []
  database.use(catching(connection, caught))
  const outcome = await takeStep({
    actor,
    step: stepOf('recordVisit') as Step,
    subjectId: home.id,
    input: visit(today),
    version: home.version,
    today,
    actionKey: randomUUID(),
    requestId: randomUUID(),
  })
  if ('refusal' in outcome) throw new Error(`recordVisit: ${JSON.stringify(outcome.refusal)}`)
  return caught
}

/** One connection that takes the step by hand, with the look at the session that every request begins with. */
export class Hand {
  private constructor(
    private readonly connection: pg.Client,
    private readonly session: string,
    private readonly first: Home,
    private readonly statements: readonly Statement[],
  ) {}

  /** As many hands as are asked for; the first home is where the statements are caught. */
  static async open(
    appUrl: string,
    actor: Actor,
    first: Home,
    today: string,
    count: number,
  ): Promise<Hand[]> {
    const connections = Array.from({ length: count }, () => new pg.Client({ connectionString: appUrl }))
    for (const connection of connections) await connection.connect()
    const statements = await caughtFrom(connections[0] as pg.Client, actor, first, today)
    const session = randomUUID()
    await connections[0]?.query('SELECT app.open_session($1, $2::uuid)', [session, actor.accountId])
    return connections.map((connection) => new Hand(connection, session, first, statements))
  }

  /** Returns how long it took in milliseconds. */
  async take(home: Home): Promise<number> {
    const mine = this.statements.map((statement) => forHome(statement, this.first, home))
    const began = performance.now()
    await this.connection.query('SELECT * FROM app.session_of($1)', [this.session])
    for (const { text, values } of mine) await this.connection.query(text, [...values])
    return performance.now() - began
  }

  close = () => this.connection.end()
}
