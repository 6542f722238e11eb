import 'server-only'
// Writes what a step decided: its compartments first, under the stage it was taken from; then its record, which moves the spine.
import { processes } from '@/domain/case/steps'
import type { Taken } from '@/domain/kernel/step'
import type { Compartment, Compartments, Loaded } from '@/domain/kernel/subject'
import { Prisma, type Tx } from './client'
import { type Meta, recordOf } from './record'
import { keyOf, tableOf, toRow } from './rows'

type Values = Readonly<Record<string, unknown>>

const ownerOf = (c: Compartment, { spine }: Loaded<Compartments>) =>
  c.of === 'subject' ? spine.id : c.of === 'person' ? spine.personId : spine.householdId
const names = (row: object) =>
  Prisma.raw(
    Object.keys(row)
      .map((n) => `"${n}"`)
      .join(', '),
  )

/** What was loaded may not be written any more: it is at another stage by now, or it never might. */
export class NotWritten extends Error {}

async function insert(tx: Tx, table: string, row: Values) {
  await tx.$executeRaw`INSERT INTO ${Prisma.raw(table)} (${names(row)}) SELECT ${names(row)} FROM jsonb_populate_record(null::${Prisma.raw(table)}, ${JSON.stringify(row)}::jsonb)`
}

async function writeOne(tx: Tx, subject: Loaded<Compartments>, name: string, c: Compartment, values: Values) {
  const table = tableOf(subject.spine.kind, name)
  const key = keyOf(c)
  const row = toRow(c, values)
  if (subject.of[name] === null) {
    const head = c.of === 'subject' ? { covenant_id: subject.spine.covenantId } : {}
    return insert(tx, table, { [key]: ownerOf(c, subject), ...head, ...row })
  }
  const sets = Prisma.raw(
    Object.keys(row)
      .map((n) => `"${n}" = n."${n}"`)
      .join(', '),
  )
  const changed =
    await tx.$executeRaw`UPDATE ${Prisma.raw(table)} t SET ${sets} FROM jsonb_populate_record(null::${Prisma.raw(table)}, ${JSON.stringify(row)}::jsonb) n WHERE t.${Prisma.raw(key)} = ${ownerOf(c, subject)}::uuid`
  // Row-level security refuses an update by touching no rows: silence must not pass for success.
  if (changed !== 1) throw new NotWritten(`${table}: ${changed} rows written`)
}

async function appendAll(
  tx: Tx,
  subject: Loaded<Compartments>,
  name: string,
  c: Compartment,
  entries: readonly Values[],
  meta: Meta,
) {
  for (const values of entries) {
    const head = c.of === 'subject' ? { covenant_id: subject.spine.covenantId } : {}
    await insert(tx, tableOf(subject.spine.kind, name), {
      [keyOf(c)]: ownerOf(c, subject),
      ...head,
      organisation_id: meta.organisationId,
      recorded_on: meta.today,
      ...toRow(c, values),
    })
  }
}

/** Saves a taken step; returns the id of its record. Throws on a subject that changed meanwhile (SQLSTATE TT001). */
export async function save(tx: Tx, subject: Loaded<Compartments>, taken: Taken, meta: Meta): Promise<string> {
  const { effect, step } = taken
  const compartments: Compartments = processes[step.kind].compartments
  for (const [name, values] of Object.entries(effect.write ?? {}))
    await writeOne(tx, subject, name, compartments[name] as Compartment, values)
  for (const [name, entries] of Object.entries(effect.append ?? {}))
    await appendAll(tx, subject, name, compartments[name] as Compartment, entries, meta)
  const record = recordOf(subject, taken, meta)
  const [row] = await tx.$queryRaw<
    { id: string }[]
  >`/* record of a step */ SELECT app.record_step(${JSON.stringify(record)}::jsonb) AS id`
  return (row as { id: string }).id
}
