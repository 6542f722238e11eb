import 'server-only'
// Drafts: what somebody typed in the form of a step and has not sent. Only its author reads it, and the database sees it sealed.
import { z } from 'zod'
import type { Typed } from '@/domain/kernel/input'
import type { SubjectKind } from '@/domain/kernel/subject'
import { Prisma, type Tx } from './db/client'
import { open, sealText } from './db/seal'

/** Which form: of which step, on which subject (null: one that opens it). `about` is what the page settled of it. */
export type DraftOf = {
  readonly kind: SubjectKind
  readonly subjectId: string | null
  readonly step: string
  readonly about: string
}

/** One state of a draft: what another form goes on from, or sends. */
export type DraftState = { readonly id: string; readonly seq: number }

const content = z.object({
  /** The version of the subject that stood beside it; null for what is opened by the step. */
  version: z.number().nullable(),
  /** Of each field, the print of what stood there when the typing began. */
  stood: z.record(z.string(), z.string()),
  typed: z.record(z.string(), z.array(z.string())),
})

type Content = {
  readonly version: number | null
  readonly stood: Readonly<Record<string, string>>
  readonly typed: Typed
}

/** The day and the time of day on which it was last kept. */
type Moment = { readonly on: string; readonly at: string }

export type Draft = DraftState & Content & Moment & { readonly discarded: boolean }

/** A form to be kept. `id` is its key; without `seq` it is simply the newest. */
export type Keeping = Content & {
  readonly id: string
  readonly seq: number | null
  readonly from: readonly DraftState[]
}

/** What is kept now: whether it is this, its number, since when, and how many other drafts there are of the same form. */
export type Kept = Moment & { readonly seq: number; readonly taken: boolean; readonly beside: number }

const moment = (column: string) =>
  Prisma.raw(
    `to_char(${column} AT TIME ZONE 'Europe/Amsterdam', 'YYYY-MM-DD') AS "on", to_char(${column} AT TIME ZONE 'Europe/Amsterdam', 'HH24:MI') AS at`,
  )

/** Keeps the form; null when this person may not, sent it already, or keeps too many. */
export async function keepDraft(tx: Tx, of: DraftOf, keeping: Keeping): Promise<Kept | null> {
  const { id, seq, from, version, stood, typed } = keeping
  const asked = { ...of, id, seq, from, sealed: sealText(JSON.stringify({ version, stood, typed })) }
  const [kept] = await tx.$queryRaw<Kept[]>`
    SELECT seq, taken, beside, ${moment('changed_at')} FROM app.keep_draft(${JSON.stringify(asked)}::jsonb)`
  return kept ?? null
}

type Row = Omit<Draft, keyof Content> & { sealed: string }

/** The own drafts of this form, the newest first, with those that were thrown away in the last ten minutes. */
export async function draftsOf(tx: Tx, { kind, subjectId, step, about }: DraftOf): Promise<Draft[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT id::text, seq, sealed, ${moment('changed_at')}, discarded_at IS NOT NULL AS discarded FROM draft
    WHERE membership_id = app.membership() AND subject_kind = ${kind} AND subject_id IS NOT DISTINCT FROM ${subjectId}::uuid AND step = ${step} AND about = ${about}
      AND (discarded_at IS NULL OR discarded_at > clock_timestamp() - interval '10 minutes') ORDER BY changed_at DESC, id`
  return rows.map(({ sealed, ...row }) => ({ ...row, ...content.parse(JSON.parse(open(sealed))) }))
}

/** Throws away what is kept of this form; `back` brings it back. */
export const discardDrafts = (tx: Tx, of: DraftOf, back: boolean) =>
  tx.$executeRaw`SELECT app.discard_drafts(${JSON.stringify({ ...of, back })}::jsonb)`

/** The form was sent: it goes, and what it went on from, where nobody changed that since. */
export const dropDrafts = (tx: Tx, key: string, from: readonly DraftState[] = []) =>
  tx.$executeRaw`/* drop drafts */ SELECT app.drop_drafts(${JSON.stringify([{ id: key }, ...from])}::jsonb)`

export type OwnDraft = DraftOf & Moment & { readonly number: string | null }

/** SQL of where the person who asks left off, the newest first: one line a form, at most `limit`. Sweeps up what is no longer theirs. */
export const draftsAsked = (limit: number) => ({
  swept: Prisma.sql`SELECT app.sweep_drafts() IS NULL AS done`,
  drafts: Prisma.sql`
    SELECT d.subject_kind AS kind, d.subject_id::text AS "subjectId", d.step, d.about, max(s.number) AS number, ${moment('max(d.changed_at)')}
    FROM draft d LEFT JOIN spine s ON s.id = d.subject_id WHERE d.membership_id = app.membership() AND d.discarded_at IS NULL
    GROUP BY 1, 2, 3, 4 ORDER BY max(d.changed_at) DESC LIMIT ${limit}`,
})
