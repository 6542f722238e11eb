import 'server-only'
// What somebody types of a visit may be kept on their device, sealed, until it arrives: where their organisation allows it.
// The key is made anew from the session each time it is asked, and of it the device keeps nothing.
import { hkdfSync } from 'node:crypto'
import type { Actor } from '@/domain/case/actor'
import type { Tx } from './db/client'
import { env } from './env'

/** One choice of an organisation. `name` is null where who chose works in another covenant. */
export type DeviceChoice = {
  readonly number: number
  readonly allowed: boolean
  readonly name: string | null
  /** The day ('yyyy-mm-dd') and the time of day. */
  readonly on: string
  readonly at: string
}

/** What the organisation of the actor chose, the newest first. */
export const deviceChoices = (tx: Tx, organisationId: string) =>
  tx.$queryRaw<DeviceChoice[]>`
    SELECT c.number, c.allowed, a.name, to_char(c.chosen_at AT TIME ZONE 'Europe/Amsterdam', 'YYYY-MM-DD') AS "on", to_char(c.chosen_at AT TIME ZONE 'Europe/Amsterdam', 'HH24:MI') AS at
    FROM device_choice c LEFT JOIN membership m ON m.id = c.chosen_by LEFT JOIN account a ON a.id = m.account_id
    WHERE c.organisation_id = ${organisationId}::uuid ORDER BY c.number DESC LIMIT 50`

/** Whether it is allowed now to people of this organisation; what was never chosen is not. */
export async function deviceAllowed(tx: Tx, organisationId: string): Promise<boolean> {
  const [last] = await tx.$queryRaw<{ allowed: boolean }[]>`
    SELECT allowed FROM device_choice WHERE organisation_id = ${organisationId}::uuid ORDER BY number DESC LIMIT 1`
  return last?.allowed ?? false
}

/** Allows or forbids it after choice `base` (0: none). False: not theirs to choose, a colleague was first, or it is so already. */
export async function chooseDevice(tx: Tx, base: number, allowed: boolean): Promise<boolean> {
  const [done] = await tx.$queryRaw<
    { done: boolean }[]
  >`SELECT app.choose_device(${base}, ${allowed}) AS done`
  return done?.done ?? false
}

/**
 * The key of what this person keeps on a device in this session: 32 bytes in base64. Of the secret of this installation, of what
 * only the cookie of the session holds (`sid`), and of the membership: another session, person or role has another one, and
 * neither the database nor a backup of it leads to it.
 */
export const deviceKey = (sid: string, { membershipId }: Pick<Actor, 'membershipId'>): string =>
  Buffer.from(
    hkdfSync('sha256', env().NEXTAUTH_SECRET, sid, `thuistafel kept on a device ${membershipId}`, 32),
  ).toString('base64')

/** The header by which a browser throws away whatever it keeps for this site, beside cookies. */
export const WIPES = { 'Clear-Site-Data': '"storage"' } as const
