// A batch of stories that are told together: its subjects and records, on top of what the database already counted.
import { randomUUID } from 'node:crypto'
import type { SubjectKind } from '@/domain/kernel/subject'
import type { JournalRow } from './chain'
import type { Covenant, Ground } from './ground'
import type { Held } from './held'

export type OutboxRow = {
  id: string
  journalId: string
  covenantId: string
  subjectId: string
  subjectKind: SubjectKind
  step: string
  role: string
  holderId: string
  createdAt: number
}

/** What was known with a decision, of one group of facts. */
export type WeighedRow = {
  recordId: string
  object: string
  subjectId: string
  covenantId: string
  step: string
  weighedOn: string
  version: number | null
  facts: string
}

/** Gives a new row its id; a test gives each the id that it has elsewhere. */
export type NewId = (table: string, owner: string, which: string | number) => string

/** How far the counters and chains of the database are, and the transaction that will write. */
export type Counted = {
  readonly numbers: ReadonlyMap<string, number>
  readonly heads: ReadonlyMap<string, { readonly seq: number; readonly hash: string }>
  readonly transactionId: string
}

export class Batch {
  readonly subjects = new Map<string, Held>()
  readonly journal: JournalRow[] = []
  readonly outbox: OutboxRow[] = []
  readonly weighed: WeighedRow[] = []
  readonly numbers: Map<string, number>
  readonly heads: Map<string, { readonly seq: number; readonly hash: string }>
  readonly transactionId: string
  private moment = 0

  constructor(
    readonly ground: Ground,
    counted: Counted,
    readonly newId: NewId = () => randomUUID(),
  ) {
    this.numbers = new Map(counted.numbers)
    this.heads = new Map(counted.heads)
    this.transactionId = counted.transactionId
  }

  /** The clock in microseconds since 1970, each later than the one before. */
  now(): number {
    this.moment = Math.max(this.moment + 1, Date.now() * 1000)
    return this.moment
  }

  covenant(id: string): Covenant {
    const found = this.ground.covenants.get(id)
    if (!found) throw new Error(`No covenant ${id}`)
    return found
  }

  held(id: string): Held {
    const found = this.subjects.get(id)
    if (!found) throw new Error(`No subject ${id} in this batch`)
    return found
  }

  /** The next number of a counter: of one covenant, for one kind, in one year. */
  count(covenantId: string, kind: SubjectKind, year: string): number {
    const key = `${covenantId} ${kind} ${year}`
    const next = (this.numbers.get(key) ?? 0) + 1
    this.numbers.set(key, next)
    return next
  }
}
