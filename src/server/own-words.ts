import 'server-only'
// What organisations add to the agreements that they sign. The database asks each time who may propose and agree.
import { type AgreedWords, type OwnWords, ownWords } from '@/domain/tenancy/own-words'
import type { Tx } from './db/client'

/** Somebody who acted, and the day ('yyyy-mm-dd'). */
type By = { readonly name: string; readonly on: string }

export type Wording = {
  readonly id: string
  readonly number: number
  readonly words: OwnWords
  readonly proposed: By & { readonly accountId: string }
  /** Null while it waits for a colleague. */
  readonly ended: (By & { readonly outcome: 'agreed' | 'refused' | 'withdrawn' }) | null
}

/** What was proposed in the organisation of the actor, the newest first; nothing for whom it is not for. */
export async function wordingsOf(tx: Tx, organisationId: string): Promise<Wording[]> {
  const rows = await tx.$queryRaw<(Omit<Wording, 'words'> & { words: unknown })[]>`
    SELECT w.id::text, w.number, w.words,
      jsonb_build_object('name', pa.name, 'accountId', pa.id, 'on', to_char(w.proposed_at AT TIME ZONE 'Europe/Amsterdam', 'YYYY-MM-DD')) AS proposed,
      CASE WHEN w.ended_at IS NOT NULL THEN jsonb_build_object('name', ea.name, 'outcome', w.outcome,
        'on', to_char(w.ended_at AT TIME ZONE 'Europe/Amsterdam', 'YYYY-MM-DD')) END AS ended
    FROM own_words w JOIN membership p ON p.id = w.proposed_by JOIN account pa ON pa.id = p.account_id
      LEFT JOIN membership e ON e.id = w.ended_by LEFT JOIN account ea ON ea.id = e.account_id
    WHERE w.organisation_id = ${organisationId}::uuid ORDER BY w.number DESC LIMIT 50`
  return rows.map((row) => ({ ...row, words: ownWords.parse(row.words) }))
}

/** The words that were agreed in the organisations that take part in this case, of every version. */
export async function agreedWordsIn(tx: Tx, caseId: string): Promise<AgreedWords[]> {
  const rows = await tx.$queryRaw<(Omit<AgreedWords, 'words'> & { words: unknown })[]>`
    SELECT DISTINCT o.name, o.kind, w.number, to_char(w.ended_at AT TIME ZONE 'Europe/Amsterdam', 'YYYY-MM-DD') AS "agreedOn", w.words
    FROM party y JOIN own_words w ON w.organisation_id = y.organisation_id AND w.outcome = 'agreed' JOIN organisation o ON o.id = w.organisation_id
    WHERE y.subject_id = ${caseId}::uuid`
  return rows.map((row) => ({ ...row, words: ownWords.parse(row.words) }))
}

/** Proposes these after version `base` (0: none). False: not theirs to propose, one waits already, or there is a newer version. */
export async function proposeWords(tx: Tx, base: number, words: OwnWords): Promise<boolean> {
  const [made] = await tx.$queryRaw<
    { id: string | null }[]
  >`SELECT app.propose_words(${base}, ${JSON.stringify(words)}::jsonb)::text AS id`
  return Boolean(made?.id)
}

/** Agrees to them: they stand on the papers of tenancies from tomorrow on. False: not theirs to agree to, or they ended. */
export async function agreeToWords(tx: Tx, id: string): Promise<boolean> {
  const [done] = await tx.$queryRaw<{ done: boolean }[]>`SELECT app.agree_to_words(${id}::uuid) AS done`
  return done?.done ?? false
}

/** Takes them back, or refuses what a colleague proposed. False: they ended already, or are not theirs. */
export async function endWords(tx: Tx, id: string): Promise<boolean> {
  const [done] = await tx.$queryRaw<{ done: boolean }[]>`SELECT app.end_words(${id}::uuid) AS done`
  return done?.done ?? false
}
