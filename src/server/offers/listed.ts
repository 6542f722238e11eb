import 'server-only'
// Offers as a line each: of a case, or of a home, as far as whoever asks reads them.
import type { Tx } from '../db/client'

export type OfferLine = { id: string; number: string; stage: string; address: string }

/** The offers to one client, the newest first. */
export const offersOfCase = (tx: Tx, caseId: string) => tx.$queryRaw<OfferLine[]>`
  SELECT s.id::text, s.number, s.stage, o.address FROM offer_terms o JOIN spine s ON s.id = o.subject_id WHERE o.subject_id IN (SELECT app.offers_of(${caseId}::uuid)) ORDER BY s.number DESC`

/** A home that was refused often has a long past; the rest stands in its timeline. */
const MOST = 10

/** The offers of one home: what runs first, then the newest that ended. */
export const offersOfHome = (tx: Tx, dwellingId: string) => tx.$queryRaw<OfferLine[]>`
  SELECT s.id::text, s.number, s.stage, o.address
  FROM (SELECT subject_id, address, live FROM offer_terms WHERE dwelling = ${dwellingId}::uuid AND live
    UNION ALL SELECT subject_id, address, live FROM offer_terms WHERE dwelling = ${dwellingId}::uuid AND NOT live) o
    JOIN spine s ON s.id = o.subject_id ORDER BY o.live DESC, s.number DESC LIMIT ${MOST}`
