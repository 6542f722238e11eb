// All that one person can find of a subject, in whatever table it stands.
import type { Actor } from '@/domain/case/actor'
import { processes } from '@/domain/case/steps'
import type { Compartment, SubjectKind } from '@/domain/kernel/subject'
import { asActor } from '@/server/db/as-actor'
import { Prisma, sqlState } from '@/server/db/client'
import { load } from '@/server/db/load'
import { keyOf, tableOf } from '@/server/db/rows'

/** The subject as this person may see it; null when it is not there for them. */
export const see = (who: Actor, id: string, kind: SubjectKind = 'case') =>
  asActor(who, (tx) => load(tx, who.role, kind, id))

/** What the application's role gets for this question in this person's name, or the SQLSTATE of what is not allowed. */
export const asked = <T>(who: Actor, question: Prisma.Sql): Promise<T[] | string | undefined> =>
  asActor(who, (tx) => tx.$queryRaw<T[]>(question)).catch(sqlState)

export type Sight = Readonly<Record<string, number>>

const AROUND = {
  spine: 'id',
  relation: 'subject_id',
  party: 'subject_id',
  turn: 'subject_id',
  journal: 'subject_id',
  outbox: 'subject_id',
}

const count = (name: string, table: string, condition: Prisma.Sql) =>
  Prisma.sql`SELECT ${name} AS name, count(*)::int AS n FROM ${Prisma.raw(table)} WHERE ${condition}`

/** In how many rows of which tables this person sees the subject. `owner` is the person or household behind it. */
export async function sightOf(
  actor: Actor,
  kind: SubjectKind,
  id: string,
  owner: { readonly person: string | null; readonly household: string | null },
): Promise<Sight> {
  const compartments = Object.entries<Compartment>(processes[kind].compartments)
  const is = (column: string, value: string | null) => Prisma.sql`${Prisma.raw(column)} = ${value}::uuid`
  const keyed = { subject: id, person: owner.person, household: owner.household }
  const questions = [
    ...Object.entries(AROUND).map(([table, column]) => count(table, table, is(column, id))),
    ...compartments.map(([name, c]) => count(name, tableOf(kind, name), is(keyOf(c), keyed[c.of]))),
    count(
      'offers',
      'offer_terms',
      Prisma.sql`dwelling = ${id}::uuid OR subject_id IN (SELECT app.offers_of(${id}::uuid))`,
    ),
    count('agendas', 'tafel_items', Prisma.sql`"case" = ${id}::uuid`),
  ]
  const rows = await asActor(actor, async (tx) => {
    const loaded = await load(tx, actor.role, kind, id)
    const found = await tx.$queryRaw<{ name: string; n: number }[]>(Prisma.join(questions, ' UNION ALL '))
    return [...found, { name: 'loaded', n: loaded ? 1 : 0 }]
  })
  return Object.fromEntries(rows.filter(({ n }) => n > 0).map(({ name, n }) => [name, n]))
}
