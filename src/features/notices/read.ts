import 'server-only'
// Somebody read a notice, or all of them up to the newest that stood on their page: what came since stays unread.
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { paths } from '@/paths'
import { asActor } from '@/server/db/as-actor'
import { readNotices } from '@/server/notices/inbox'
import { currentActor } from '@/server/session'

/** Marks the notice of the form as read, and with `earlier` those before it; what is not theirs changes nothing. */
export async function markRead(form: FormData) {
  const actor = await currentActor()
  const id = z.uuid().safeParse(form.get('notice'))
  if (id.success) await asActor(actor, (tx) => readNotices(tx, id.data, form.get('earlier') === 'yes'))
  redirect(paths.notices)
}
