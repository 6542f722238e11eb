import 'server-only'
// Which column stands where: what a person points out, and all rows judged by it.
import { setImmediate } from 'node:timers/promises'
import { redirect } from 'next/navigation'
import type { Actor } from '@/domain/case/actor'
import { columnKeys, type Mapping, neededOf, type SheetKind } from '@/domain/import/columns'
import type { Ground } from '@/domain/import/judge'
import { type JudgedRow, judgeAll, type Row, verdictsOf } from '@/domain/import/verdict'
import { paths } from '@/paths'
import { today } from '@/server/clock'
import { asActor } from '@/server/db/as-actor'
import { groundFor, knownFor } from '@/server/imports/ground'
import { importsOf, keepVerdicts, mappingOf, rowStates, rowsOf } from '@/server/imports/keep'
import { currentActor } from '@/server/session'
import { idIn, writtenOf } from './asked'

const typed = (form: FormData): Mapping | null => {
  const sent = columnKeys.flatMap((key) => {
    const place = form.get(`column-${key}`)
    return typeof place === 'string' && place !== '' ? [[key, Number(place)]] : []
  })
  return mappingOf.safeParse(Object.fromEntries(sent)).data ?? null
}

/** So many rows are judged before the other visitors of the website get their turn. */
const IN_ONE_GO = 250

type By = { readonly kind: SheetKind; readonly mapping: Mapping; readonly ground: Ground }

async function judgedInTurns(rows: readonly Row[], { kind, mapping, ground }: By): Promise<JudgedRow[]> {
  const judged: JudgedRow[] = []
  for (let from = 0; from < rows.length; from += IN_ONE_GO) {
    judged.push(...judgeAll(rows.slice(from, from + IN_ONE_GO), mapping, ground, kind))
    await setImmediate()
  }
  return judged
}

/** Judged between two transactions: ten thousand rows take longer than one should be open. */
async function judged(actor: Actor, id: string, kind: SheetKind, mapping: Mapping): Promise<boolean> {
  const { rows, ground } = await asActor(actor, async (tx) => ({
    ground: await groundFor(tx, actor, today(), kind),
    rows: await rowsOf(tx, id, { states: rowStates }),
  }))
  const found = await judgedInTurns(rows, { kind, mapping, ground })
  return asActor(actor, async (tx) => {
    const known = await knownFor(tx, kind, found)
    return keepVerdicts(tx, id, mapping, verdictsOf(found, known))
  })
}

/** Judges the rows by the columns of the form, and shows what came of it. */
export async function pointOut(form: FormData) {
  const actor = await currentActor()
  const [id, mapping] = [idIn(form), typed(form)]
  const [its] = id ? await asActor(actor, (tx) => importsOf(tx, id)) : []
  if (!its || !mapping) redirect(paths.importFault('late'))
  const { kind } = its
  if (neededOf(kind).some((key) => mapping[key] === undefined))
    redirect(`${paths.import(its.id, kind)}?again=yes&at=${writtenOf(mapping)}`)
  const done = await judged(actor, its.id, kind, mapping)
  redirect(done ? paths.import(its.id, kind) : paths.importFault('late', kind))
}
