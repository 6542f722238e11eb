import 'server-only'
// What happened for whoever asks, and how much of it is unread.
import type { MailChoice } from '@/domain/notices/choice'
import { asActor } from '@/server/db/as-actor'
import { mailChoiceOf } from '@/server/notices/choices'
import { MOST, type Notice, noticesOf, unreadNotices } from '@/server/notices/inbox'
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
  const n = await asActor(await currentActor(), unreadNotices)
  return n === 0 ? null : n < MOST ? String(n) : `${MOST - 1}+`
}

export type ChoicesScreen = { readonly choice: MailChoice; readonly events: readonly string[] }

/** When this person hears by mail, and of what they can choose it. */
export async function getChoicesScreen(): Promise<ChoicesScreen> {
  const choice = await asActor(await currentActor(), mailChoiceOf)
  return { choice, events: await ownEvents() }
}
