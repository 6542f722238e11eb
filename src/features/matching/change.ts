import 'server-only'
// What happens to a run by a press of a button. The database asks each time who may.
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { paths } from '@/paths'
import { asActor } from '@/server/db/as-actor'
import { askRun, cancelRun } from '@/server/matching/run'
import { currentActor } from '@/server/session'

/** Asks for a run; one that is under way is shown instead. */
export async function ask() {
  await asActor(await currentActor(), askRun)
  redirect(paths.matching)
}

/** Stops the run that is under way. */
export async function cancel(form: FormData) {
  const actor = await currentActor()
  const id = z.uuid().safeParse(form.get('run')).data
  if (id) await asActor(actor, (tx) => cancelRun(tx, id))
  redirect(paths.matching)
}
