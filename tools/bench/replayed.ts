// What a website sent, sent again by hand; each transaction is given up at its end, so that every round finds the same world.
import type pg from 'pg'
import type { Statement } from './caught'

/** Asked in a transaction of their own, beside that of the page. */
const BESIDE = /app\.(session_of|memberships_of)\(/
/** What comes back differs each time: ids and moments of records. */
const RECORDS = /app\.record_(look|step)\(/
/** Where a transaction begins and ends is ours to say; whether the website is well is asked now and then, for no page. */
const LEFT_OUT = /^(BEGIN|COMMIT)$|FROM policy_grant LIMIT 1\)/
const ENTERS = /set_config\('app\.membership'/

export type Piece = {
  readonly name: string
  readonly role: string
  readonly beside: readonly Statement[]
  readonly inside: readonly Statement[]
}

/** A page or step as it is sent again. */
export const pieceOf = (name: string, role: string, statements: readonly Statement[]): Piece => ({
  name,
  role,
  beside: statements.filter(({ text }) => BESIDE.test(text)),
  inside: statements.filter(({ text }) => !BESIDE.test(text) && !LEFT_OUT.test(text)),
})

/** One statement of a piece alone, in the name of who asks. */
export const oneOf = ({ role, inside }: Piece, name: string, what: RegExp): Piece => ({
  name,
  role,
  beside: [],
  inside: inside.filter(({ text }) => ENTERS.test(text) || what.test(text)),
})

export type Replayed = { readonly took: number; readonly answers: readonly string[] }

/** How long it took in milliseconds, and what came back for each statement. */
export async function replay(connection: pg.Client, { beside, inside }: Piece): Promise<Replayed> {
  const found: pg.QueryResult[] = []
  const began = performance.now()
  for (const { text, values } of beside) await connection.query(text, [...values])
  await connection.query('BEGIN')
  for (const { text, values } of inside) found.push(await connection.query(text, [...values]))
  await connection.query('ROLLBACK')
  const took = performance.now() - began
  const answers = found.map(({ rows, rowCount }, at) =>
    RECORDS.test(inside[at]?.text ?? '')
      ? String(rowCount)
      : // What asks for no order may come in any.
        rows
          .map((row) => JSON.stringify(row))
          .sort()
          .join('\n'),
  )
  return { took, answers }
}
