import 'server-only'
// What another party says to a version that was proposed. The database asks each time who may.
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { paths } from '@/paths'
import { agreeToChange, endChange } from '@/server/covenant-change'
import { asActor } from '@/server/db/as-actor'
import type { Tx } from '@/server/db/client'
import { currentActor } from '@/server/session'

async function answer(form: FormData, work: (tx: Tx, id: string) => Promise<boolean>) {
  const actor = await currentActor()
  const id = z.uuid().safeParse(form.get('change')).data
  if (id) await asActor(actor, (tx) => work(tx, id))
  redirect(paths.covenantChange)
}

/** Agrees to it; what ended meanwhile is shown as it ended. */
export const agree = (form: FormData) => answer(form, agreeToChange)

/** Takes it back or refuses it. */
export const end = (form: FormData) => answer(form, endChange)
