import 'server-only'
// What happened for whoever asks, and how much of it is unread.
import type { MailChoice } from '@/domain/notices/choice'
import { paths } from '@/paths'
import { calendarToken } from '@/server/calendar/feed'
import { asActor, asNobody } from '@/server/db/as-actor'
import type { Tx } from '@/server/db/client'
import { env } from '@/server/env'
import { mailChoiceOf } from '@/server/notices/choices'
import { COUNTED, MOST, type Notice, noticesOf, unreadNotices } from '@/server/notices/inbox'
import { currentActor } from '@/server/session'
import { ownEvents } from './choose'

/** So many unread are shown at first: the rest is one link further. */
const FIRST = 30
/** Of what was read only the last lines are shown; the rest stands on the timelines. */
const READ = 20

export type NoticesScreen = {
  readonly unread: readonly Notice[]
  readonly read: readonly Notice[]
  /** There are more unread than are shown; `all` when as many are shown as ever are. */
  readonly more: boolean
  readonly all: boolean
}

/** The newest unread news of this person, or with `all` as much of it as is ever listed, and the last that they read. */
export async function noticesFor(tx: Tx, all: boolean): Promise<NoticesScreen> {
  const most = all ? MOST : FIRST
  const unread = await noticesOf(tx, true, most + 1)
  const read = await noticesOf(tx, false, READ)
  return { unread: unread.slice(0, most), read, more: unread.length > most, all }
}

/** The news of whoever asks. */
export async function getNoticesScreen(all: boolean): Promise<NoticesScreen> {
  return asActor(await currentActor(), (tx) => noticesFor(tx, all))
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
