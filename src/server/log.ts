import 'server-only'
// Structured log lines: names of things and ids, never what a person typed or who a client is.
import pino from 'pino'
import { logLevel } from './env'

type Line = {
  event: string
  requestId?: string | null
  step?: string
  reason?: string
  subjectKind?: string
  ms?: number
  count?: number
  digest?: string
  organisationId?: string
  error?: string
}

let logger: pino.Logger | undefined

/** Writes one line. The fields are closed: a new one is a decision about personal data. */
export function log(level: 'info' | 'warn' | 'error', line: Line) {
  logger ??= pino({ level: logLevel(), base: null, timestamp: pino.stdTimeFunctions.isoTime })
  logger[level](line)
}

/** What may be logged of an error: its class and code. A message can hold values. */
export const nameOf = (error: unknown): string => {
  if (!(error instanceof Error)) return 'unknown'
  const code = (error as { code?: unknown }).code
  return typeof code === 'string' ? `${error.name} ${code}` : error.name
}
