import 'server-only'
// The link by which a calendar program reads somebody's terms and tafels: made, made anew, or taken back.
import { redirect } from 'next/navigation'
import { paths } from '@/paths'
import { closeCalendar, openCalendar } from '@/server/calendar/feed'
import { today } from '@/server/clock'
import { asActor } from '@/server/db/as-actor'
import { recordCalendarLink } from '@/server/journal'
import { currentActor, requestId } from '@/server/session'

/** Makes a link, which ends the one before; or ends it without another. */
export async function link(form: FormData) {
  const actor = await currentActor()
  const visit = await requestId()
  await asActor(actor, async (tx) => {
    if (form.get('link') === 'none') return closeCalendar(tx)
    await openCalendar(tx)
    await recordCalendarLink(tx, today(), visit)
  })
  redirect(`${paths.mailChoices}#calendar`)
}
