// The journal of a world in memory: each record with the hash that app.journal_hash would give it.
import { createHash } from 'node:crypto'

export type JournalRow = {
  id: string
  organisationId: string
  seq: number
  kind: 'step'
  covenantId: string
  membershipId: string
  accountId: string
  role: string
  subjectKind: string
  subjectId: string
  step: string
  fromStage: string
  toStage: string
  shown: readonly string[]
  tells: Readonly<Record<string, unknown>>
  causeId: string | null
  actionKey: null
  payloadHash: string
  requestId: null
  takenOn: string
  /** Microseconds since 1970. */
  recordedAt: number
  transactionId: string
  previousHash: string
  hash: string
  purpose: string
  ground: string
  consents: null
  session: null
  origin: null
  result: 'done'
}

const byLengthThenBytes = (a: string, b: string) =>
  Buffer.byteLength(a) - Buffer.byteLength(b) || Buffer.compare(Buffer.from(a), Buffer.from(b))

/** A value as Postgres writes its jsonb: a space after each comma and colon, keys by length and then by bytes. */
function jsonbText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(jsonbText).join(', ')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const filled = Object.entries(value).filter(([, v]) => v !== undefined)
  filled.sort(([a], [b]) => byLengthThenBytes(a, b))
  return `{${filled.map(([k, v]) => `${JSON.stringify(k)}: ${jsonbText(v)}`).join(', ')}}`
}

/** Seconds with six decimals, as extract(epoch FROM …) gives them. */
const epoch = (micros: number) => `${Math.floor(micros / 1e6)}.${String(micros % 1e6).padStart(6, '0')}`

/** The hash of a record, over every field and the hash before it. */
export function journalHash(j: Omit<JournalRow, 'hash'>): string {
  const before = [
    j.previousHash,
    j.id,
    j.organisationId,
    j.seq,
    j.kind,
    j.covenantId,
    j.membershipId,
    j.accountId,
  ]
  const told = [j.role, j.subjectKind, j.subjectId, j.step, j.fromStage, j.toStage, j.shown, j.tells]
  const from = [j.causeId, j.actionKey, j.payloadHash, j.requestId, j.takenOn]
  const fields = [...before, ...told, ...from].map(jsonbText)
  const later = [j.purpose, j.ground, j.consents, j.session, j.origin, j.result].map(jsonbText)
  const text = `[${[...fields, epoch(j.recordedAt), jsonbText(j.transactionId), ...later].join(', ')}]`
  return createHash('sha256').update(text).digest('hex')
}
