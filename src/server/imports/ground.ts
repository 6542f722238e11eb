import 'server-only'
// What a row is judged by: the agreements of today, the words of both languages, and what the importer may see of what is there.
import type { Actor } from '@/domain/case/actor'
import { steps } from '@/domain/case/steps'
import { columnKeys, columnOf, type SheetKind } from '@/domain/import/columns'
import { type Ground, keyOf } from '@/domain/import/judge'
import { plain } from '@/domain/import/plain'
import { birthDaysOf, identitiesOf, type JudgedRow } from '@/domain/import/verdict'
import { catalogues } from '@/i18n/catalogues'
import type { Tx } from '../db/client'
import { organisationsOf } from '../directory'
import { contextFor, unopened } from '../run-step'

type Words = Readonly<Record<string, string>>

/** What the codes of a list are called, in each language, back to the code. */
const labelsOf = (list: string): Words =>
  Object.fromEntries(
    Object.values(catalogues).flatMap(({ codes }) =>
      Object.entries((codes as Readonly<Record<string, Words>>)[list] ?? {}).map(([code, label]) => [
        plain(label),
        code,
      ]),
    ),
  )

const labels = Object.fromEntries(
  columnKeys.flatMap((key) => {
    const { field } = columnOf(key)
    return field.kind === 'code' ? [[field.list, labelsOf(field.list)]] : []
  }),
)

/** A gemeente by its name, with the word before it or without. */
const named = (name: string) => [plain(name), plain(name.replace(/^gemeente\s+/i, ''))]

const opening = { case: steps.openCase, dwelling: steps.enterDwelling } as const

export async function groundFor(
  tx: Tx,
  actor: Actor,
  today: string,
  kind: SheetKind = 'case',
): Promise<Ground> {
  const step = opening[kind]
  const subject = await unopened(tx, actor, step, today)
  const context = await contextFor(tx, actor, null, subject, today)
  const gemeenten = [...(await organisationsOf(tx)).values()].filter(({ kind }) => kind === 'gemeente')
  return {
    today,
    rules: context.rules,
    labels,
    gemeenten: Object.fromEntries(gemeenten.flatMap(({ id, name }) => named(name).map((word) => [word, id]))),
    refuses: (asked) => step.check(subject, { ...asked }, context),
  }
}

/** The running cases of clients born on these days, by what makes two clients one: those that the actor may see, and no others. */
export async function knownOf(tx: Tx, days: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.$queryRaw<{ given: string; family: string; born: string; number: string }[]>`
    SELECT i.given_name AS given, i.family_name AS family, i.birth_date::text AS born, s.number
    FROM case_identity i JOIN spine s ON s.person_id = i.person_id AND s.kind = 'case' AND s.stage <> 'closed'
    WHERE i.birth_date = ANY (${days}::date[])`
  return new Map(rows.map(({ given, family, born, number }) => [keyOf(given, family, born), number]))
}

/** The own dwellings that are let through here, by what makes two rows one dwelling. */
async function knownDwellings(tx: Tx, rows: readonly JudgedRow[]): Promise<ReadonlyMap<string, string>> {
  const asked = rows.flatMap(({ judged }) => identitiesOf(judged))
  const after = (word: string) =>
    asked.filter((key) => key.startsWith(word)).map((key) => key.slice(word.length))
  const found = await tx.$queryRaw<{ key: string; number: string }[]>`
    SELECT key, number FROM app.own_dwellings(${after('address ')}::text[], ${after('unit ')}::text[])`
  return new Map(found.map(({ key, number }) => [key, number]))
}

/** What is there already of these rows, by what makes two of them one; its number. */
export const knownFor = (tx: Tx, kind: SheetKind, rows: readonly JudgedRow[]) =>
  kind === 'case' ? knownOf(tx, birthDaysOf(rows)) : knownDwellings(tx, rows)
