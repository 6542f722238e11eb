import 'server-only'
// What happens to an import by a press of a button. The database asks each time whose it is.
import { redirect } from 'next/navigation'
import { paths } from '@/paths'
import { asActor } from '@/server/db/as-actor'
import type { Tx } from '@/server/db/client'
import { agreeImport, cancelImport, endImport } from '@/server/imports/keep'
import { currentActor } from '@/server/session'
import { idIn } from './asked'

async function changed(form: FormData, change: (tx: Tx, id: string) => Promise<boolean>) {
  const actor = await currentActor()
  const id = idIn(form)
  const done = id !== null && (await asActor(actor, (tx) => change(tx, id)))
  return { id, done }
}

/** The good rows come in from now on. */
export async function agree(form: FormData) {
  const { id, done } = await changed(form, agreeImport)
  redirect(id ? `${paths.import(id)}${done ? '' : '?late=yes'}` : paths.imports)
}

/** Nothing more comes in. */
export async function cancel(form: FormData) {
  const { id } = await changed(form, cancelImport)
  redirect(id ? paths.import(id) : paths.imports)
}

/** All of it goes; what came in stays. */
export async function throwAway(form: FormData) {
  const { done } = await changed(form, endImport)
  redirect(done ? paths.imports : paths.importFault('late'))
}
