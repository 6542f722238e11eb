import 'server-only'
// A privacy officer has seen an alert: from then on it no longer stands on the page of any of them.
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { readsJournal } from '@/domain/privacy/journal'
import { paths } from '@/paths'
import { seeAlert } from '@/server/alerts'
import { today } from '@/server/clock'
import { asActor } from '@/server/db/as-actor'
import { currentActor, requestId } from '@/server/session'

/** Marks the alert of the form as seen, which is recorded; what is no alert of theirs changes nothing. */
export async function markSeen(form: FormData) {
  const actor = await currentActor()
  if (!readsJournal(actor.role)) redirect(paths.work)
  const id = z.uuid().safeParse(form.get('alert'))
  const number = await requestId()
  if (id.success) await asActor(actor, (tx) => seeAlert(tx, id.data, today(), number))
  redirect(paths.journal)
}
