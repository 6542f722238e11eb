import 'server-only'
// The link by which a calendar program reads somebody's terms and tafels: made, made anew, or taken back.
import { redirect } from 'next/navigation'
import { paths } from '@/paths'
import { closeCalendar, openCalendar } from '@/server/calendar/feed'
import { asActor } from '@/server/db/as-actor'
import { currentActor } from '@/server/session'

/** Makes a link, which ends the one before; or ends it without another. */
export async function link(form: FormData) {
  const actor = await currentActor()
  await asActor(actor, form.get('link') === 'none' ? closeCalendar : openCalendar)
  redirect(`${paths.mailChoices}#calendar`)
}
