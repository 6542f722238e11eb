import 'server-only'
// What happened for whoever asks, and how much of it is unread.
import type { MailChoice } from '@/domain/notices/choice'
import { paths } from '@/paths'
import { calendarToken } from '@/server/calendar/feed'
import { asActor, asNobody } from '@/server/db/as-actor'
import { env } from '@/server/env'
import { mailChoiceOf } from '@/server/notices/choices'
import { COUNTED, MOST, type Notice, noticesOf, unreadNotices } from '@/server/notices/inbox'
import { currentActor } from '@/server/session'
import { ownEvents } from './choose'

/** Of what was read only the last lines are shown; the rest stands on the timelines. */
const READ = 30

export type NoticesScreen = {
  readonly unread: readonly Notice[]
  readonly read: readonly Notice[]
  /** There may be more unread than are shown. */
  readonly more: boolean
}

/** All unread news of this person, and the last that they read. */
export async function getNoticesScreen(): Promise<NoticesScreen> {
  return asActor(await currentActor(), async (tx) => {
    const unread = await noticesOf(tx, true)
    return { unread, read: await noticesOf(tx, false, READ), more: unread.length === MOST }
  })
}

/** How much is unread, in words that fit beside a bell; null when nothing is. */
export async function getUnread(): Promise<string | null> {
  const actor = await currentActor()
  const n = await asNobody((one) => unreadNotices(one, actor))
  return n === 0 ? null : n > COUNTED ? `${COUNTED}+` : String(n)
}

export type ChoicesScreen = {
  readonly choice: MailChoice
  readonly events: readonly string[]
  /** The address for a calendar program; null when this person has none. */
  readonly calendar: string | null
}

/** When this person hears by mail, and of what they can choose it. */
export async function getChoicesScreen(): Promise<ChoicesScreen> {
  const { choice, token } = await asActor(await currentActor(), async (tx) => ({
    choice: await mailChoiceOf(tx),
    token: await calendarToken(tx),
  }))
  const calendar = token && new URL(paths.calendar(token), env().BASE_URL).toString()
  return { choice, events: await ownEvents(), calendar }
}
