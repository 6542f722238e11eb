// The rows of a batch as they stand when its stories are told: one per table and key, never one that would be changed.
import { processes } from '@/domain/case/steps'
import type { Compartment } from '@/domain/kernel/subject'
import { keyOf, snake, tableOf, toRow } from '@/server/db/rows'
import type { Batch } from './batch'
import { type Cell, cellOf } from './copy'
import type { Held, Row } from './held'

/** A table with its lines, in the order of its columns. */
export type Table = { readonly name: string; readonly columns: readonly string[]; readonly lines: string[] }

const line = (values: readonly Cell[]) => values.map(cellOf).join('\t')
const words = (text: string) => text.split(' ')
const moment = (micros: number) =>
  new Date(Math.floor(micros / 1000)).toISOString().replace('Z', `${String(micros % 1000).padStart(3, '0')}Z`)

const SPINE = words('id kind number covenantId covenantVersionId personId householdId stage version openedOn')
const JOURNAL = words(
  'id organisationId seq kind covenantId membershipId accountId role subjectKind subjectId step fromStage toStage shown tells causeId actionKey payloadHash requestId takenOn transactionId previousHash hash purpose ground consents session origin result',
)
const OUTBOX = words('id journalId covenantId subjectId subjectKind step role holderId')

const WEIGHED = words('recordId object subjectId covenantId step weighedOn version facts')

const DERIVED = {
  person: ['id'],
  household: ['id'],
  spine: SPINE.map(snake),
  relation: words(
    'subject_id holder_id relation part subject_kind covenant_id number stage person_id household_id due_on',
  ),
  party: words('subject_id part organisation_id subject_kind'),
  turn: words('id subject_id subject_kind covenant_id task role holder_id since due_on paused_on'),
  journal: [...JOURNAL.map(snake), 'recorded_at'],
  outbox: [...OUTBOX.map(snake), 'created_at'],
  weighed: WEIGHED.map(snake),
}

const headOf = (c: Compartment) => [
  ...(c.many ? ['id', 'organisation_id', 'recorded_on'] : []),
  keyOf(c),
  ...(c.of === 'subject' ? ['covenant_id'] : []),
]

/** Every table of a large world, those that others refer to first. */
function emptyTables(): Map<string, Table> {
  const table = (name: string, columns: readonly string[]): [string, Table] => [
    name,
    { name, columns, lines: [] },
  ]
  const compartments = Object.values(processes).flatMap(({ kind, compartments: all }) =>
    Object.entries<Compartment>(all).map(([name, c]) =>
      table(tableOf(kind, name), [...headOf(c), ...Object.keys(c.fields).map(snake)]),
    ),
  )
  return new Map([...Object.entries(DERIVED).map(([name, columns]) => table(name, columns)), ...compartments])
}

type Put = (table: string, values: readonly Cell[]) => void

/** The day on which the first task ends that does not stand still. */
const firstDue = ({ turns }: Held) =>
  [...turns.values()].flatMap((t) => (t.pausedOn ? [] : [t.dueOn])).sort()[0] ?? '9999-12-31'

function putDerived(batch: Batch, held: Held, put: Put) {
  const { spine } = held
  if (spine.personId) put('person', [spine.personId])
  if (spine.householdId) put('household', [spine.householdId])
  put(
    'spine',
    SPINE.map((name) => spine[name as keyof typeof spine]),
  )
  const shown = [spine.number, spine.stage, spine.personId, spine.householdId, firstDue(held)]
  for (const { holderId, relation, part } of held.relations)
    put('relation', [spine.id, holderId, relation, part, spine.kind, spine.covenantId, ...shown])
  for (const [part, organisationId] of held.parties)
    put('party', [spine.id, part, organisationId, spine.kind])
  for (const { task, role, holderId, since, dueOn, pausedOn } of held.turns.values()) {
    const id = batch.newId('turn', spine.id, task)
    put('turn', [id, spine.id, spine.kind, spine.covenantId, task, role, holderId, since, dueOn, pausedOn])
  }
}

function putCompartments({ spine, of }: Held, put: Put) {
  for (const [name, c] of Object.entries<Compartment>(processes[spine.kind].compartments)) {
    const found = of[name]
    if (!found) continue
    const owner = c.of === 'subject' ? spine.id : c.of === 'person' ? spine.personId : spine.householdId
    const table = tableOf(spine.kind, name)
    for (const row of [found].flat() as Row[]) {
      const values = Object.fromEntries(Object.keys(c.fields).map((field) => [field, row[field]]))
      const head = [
        ...(c.many ? [row.id, row.organisationId, row.recordedOn] : []),
        owner,
        ...(c.of === 'subject' ? [spine.covenantId] : []),
      ]
      put(table, [...(head as string[]), ...(Object.values(toRow(c, values)) as Cell[])])
    }
  }
}

/** Every row of the batch, by table. */
export function tablesOf(batch: Batch): Table[] {
  const tables = emptyTables()
  const put: Put = (name, values) => tables.get(name)?.lines.push(line(values))
  for (const held of batch.subjects.values()) {
    putDerived(batch, held, put)
    putCompartments(held, put)
  }
  for (const j of batch.journal)
    put('journal', [...JOURNAL.map((name) => j[name as keyof typeof j]), moment(j.recordedAt)])
  for (const o of batch.outbox)
    put('outbox', [...OUTBOX.map((name) => o[name as keyof typeof o]), moment(o.createdAt)])
  for (const w of batch.weighed)
    put(
      'weighed',
      WEIGHED.map((name) => w[name as keyof typeof w]),
    )
  return [...tables.values()].filter(({ lines }) => lines.length)
}
