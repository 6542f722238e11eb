import 'server-only'
// What happens to an import by a press of a button. The database asks each time whose it is.
import { redirect } from 'next/navigation'
import { paths } from '@/paths'
import { asActor } from '@/server/db/as-actor'
import type { Tx } from '@/server/db/client'
import { agreeImport, cancelImport, endImport, importsOf } from '@/server/imports/keep'
import { currentActor } from '@/server/session'
import { idIn } from './asked'

async function changed(form: FormData, change: (tx: Tx, id: string) => Promise<boolean>) {
  const actor = await currentActor()
  const id = idIn(form)
  if (id === null) return { id, done: false, kind: 'case' as const }
  return asActor(actor, async (tx) => {
    const [its] = await importsOf(tx, id)
    return { id, kind: its?.kind ?? ('case' as const), done: await change(tx, id) }
  })
}

/** The good rows come in from now on. */
export async function agree(form: FormData) {
  const { id, done, kind } = await changed(form, agreeImport)
  redirect(id ? `${paths.import(id, kind)}${done ? '' : '?late=yes'}` : paths.imports(kind))
}

/** Nothing more comes in. */
export async function cancel(form: FormData) {
  const { id, kind } = await changed(form, cancelImport)
  redirect(id ? paths.import(id, kind) : paths.imports(kind))
}

/** All of it goes; what came in stays. */
export async function throwAway(form: FormData) {
  const { done, kind } = await changed(form, endImport)
  redirect(done ? paths.imports(kind) : paths.importFault('late', kind))
}
