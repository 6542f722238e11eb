import 'server-only'
// Saved views of the list of cases: whose they are, and with which one the list opens.
import type { Asking, Reach } from '@/domain/worklist/saved-view'
import type { Tx } from './db/client'

export type SavedView = {
  id: string
  name: string
  reach: Reach
  asked: Asking
  /** Who saved it. */
  by: string
  own: boolean
  /** The list opens with it, for who asks. */
  first: boolean
}

/** The views that this person can open: their own on top, then those that others share. */
export const viewsFor = (tx: Tx) => tx.$queryRaw<SavedView[]>`
  SELECT v.id::text, v.name, v.reach, v.asked, a.name AS by, v.membership_id = app.membership() AS own, f.view_id IS NOT NULL AS first
  FROM work_view v JOIN membership m ON m.id = v.membership_id JOIN account a ON a.id = m.account_id LEFT JOIN first_view f ON f.view_id = v.id
  ORDER BY v.membership_id <> app.membership(), lower(v.name), v.id`

export type Keeping = { id?: string; name: string; reach: Reach; asked?: Asking }

/** Keeps a view; null when it is not theirs, when they have too many, or when it is no selection. */
export async function keepView(tx: Tx, keeping: Keeping): Promise<string | null> {
  const [row] = await tx.$queryRaw<
    { id: string | null }[]
  >`SELECT app.keep_view(${JSON.stringify(keeping)}::jsonb)::text AS id`
  return row?.id ?? null
}

/** Removes a view of one's own, or a shared one as a team leader; false when it is neither. */
export async function removeView(tx: Tx, id: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ done: boolean }[]>`SELECT app.remove_view(${id}::uuid) AS done`
  return row?.done ?? false
}

/** The list opens with this view from now on; with null as it always was. */
export async function openWith(tx: Tx, id: string | null): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ done: boolean }[]>`SELECT app.open_with(${id}::uuid) AS done`
  return row?.done ?? false
}
