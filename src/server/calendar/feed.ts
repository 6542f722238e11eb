import 'server-only'
// The calendar that a program asks for by a link. Who has the link has no session: they read what that member may see now, and no more.
import { createHmac, randomBytes } from 'node:crypto'
import { languageOf } from '@/i18n/catalogues'
import { today } from '../clock'
import { asActor, asNobody } from '../db/as-actor'
import type { Tx } from '../db/client'
import { env } from '../env'
import { hashOf } from '../hash'
import { calendarText, type Entry } from './write'

/** The secret part of a link: made from a nonce and the key of this installation, so that the database does not hold it. */
const tokenOf = (nonce: string) =>
  createHmac('sha256', env().NEXTAUTH_SECRET).update(`calendar ${nonce}`).digest('base64url')

/** The token of this person's link; null when they have none. */
export async function calendarToken(tx: Tx): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ nonce: string }[]>`SELECT nonce FROM calendar_feed`
  return row ? tokenOf(row.nonce) : null
}

/** Makes a new link for this person; the one they had is dead. */
export async function openCalendar(tx: Tx) {
  const nonce = randomBytes(24).toString('hex')
  await tx.$executeRaw`SELECT app.open_calendar(${nonce}, ${hashOf(tokenOf(nonce))})`
}

/** Takes the link of this person back. */
export async function closeCalendar(tx: Tx) {
  await tx.$executeRaw`SELECT app.close_calendar()`
}

type Standing = { subject: string; kind: string; task: string; starts: string }

/** What a role waits for, and tafels from a month ago on: of what this person may see now. */
const standing = (tx: Tx, day: string) => tx.$queryRaw<Standing[]>`
  SELECT t.subject_id::text AS subject, t.subject_kind AS kind, t.task, t.due_on::text AS starts FROM turn t
   WHERE t.holder_id = (SELECT app.organisation()) AND t.role = (SELECT app.role()) AND t.covenant_id = (SELECT app.covenant()) AND t.paused_on IS NULL
     AND EXISTS (SELECT 1 FROM spine s WHERE s.id = t.subject_id)
  UNION ALL SELECT m.subject_id::text, 'tafel', '', m."on"::text || 'T' || m.at FROM tafel_session m JOIN spine s ON s.id = m.subject_id
   WHERE s.stage <> 'cancelled' AND m."on" >= ${day}::date - 30
  ORDER BY starts, subject, task LIMIT 1000`

/** The calendar behind a token, as a text; null when it is nobody's, or of somebody whose access ended. */
export async function calendarOf(token: string, day: string = today()): Promise<string | null> {
  if (!/^[\w-]{43}$/.test(token)) return null
  const [found] = await asNobody(
    (tx) => tx.$queryRaw<{ membership_id: string; language: string | null }[]>`
      SELECT membership_id::text, language FROM app.calendar_of(${hashOf(token)})`,
  )
  if (!found) return null
  const entries = await asActor({ membershipId: found.membership_id }, async (tx) => {
    const shown = JSON.stringify(await standing(tx, day))
    return tx.$queryRaw<Entry[]>`
      SELECT subject_id::text, subject_kind, task, starts, sequence, changed_at, cancelled FROM app.show_calendar(${shown}::jsonb, ${day}::date)`
  })
  return calendarText(entries, languageOf(found.language), env().BASE_URL)
}
