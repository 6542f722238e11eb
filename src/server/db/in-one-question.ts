import 'server-only'
// Several questions of one page as one statement: one answer to wait for, and one plan that a connection keeps.
import { Prisma, type Tx } from './client'

type Questions = Readonly<Record<string, Prisma.Sql>>

/**
 * The rows of each question, in its order, as JSON has them: what it does not know (days, long numbers) is asked as text.
 * `name` says what is asked; each question is read under the rights of whoever asks, as it would be alone.
 */
export async function inOneQuestion<
  Rows extends Record<keyof Asked, unknown[]>,
  Asked extends Questions = Questions,
>(tx: Tx, name: string, asked: Asked): Promise<Rows> {
  const columns = Object.entries(asked).map(
    ([key, sql]) =>
      Prisma.sql`(SELECT coalesce(json_agg(x), '[]') FROM (${sql}) x) AS ${Prisma.raw(`"${key}"`)}`,
  )
  const [row] = await tx.$queryRaw<Rows[]>`/* ${Prisma.raw(name)} */ SELECT ${Prisma.join(columns)}`
  return row as Rows
}
