// What app.open_subject and app.record_step do to derived rows, done in memory. tests/server/large-world.test.ts
// plays stories both ways and compares every table.
import type { Actor } from '@/domain/case/actor'
import type { SubjectKind } from '@/domain/kernel/subject'
import type { StepRecord } from '@/server/db/record'
import type { Batch } from './batch'
import { type JournalRow, journalHash } from './chain'
import type { Covenant, Me } from './ground'
import { compartmentsOf, type Held, nothingOf, type Related } from './held'

const LETTER = { case: '', dwelling: 'W', offer: 'A', tafel: 'T', membership: 'M', emergency: 'N' } as const

/** A new subject in the stage `new`, numbered. */
export function openSubject(batch: Batch, actor: Actor, kind: SubjectKind, today: string): Held {
  const covenant = batch.covenant(actor.covenantId)
  const year = today.slice(0, 4)
  const n = batch.count(covenant.id, kind, year)
  const number = `${covenant.prefix}-${LETTER[kind]}${year.slice(2)}-${String(n).padStart(4, '0')}`
  const version = covenant.versions.find((v) => v.validFrom <= today)
  if (!version) throw new Error(`No version of ${covenant.prefix} on ${today}`)
  const owner = (table: 'person' | 'household') => (kind === 'case' ? batch.newId(table, number, '') : null)
  const spine = {
    id: batch.newId('spine', number, kind),
    kind,
    number,
    covenantId: covenant.id,
    covenantVersionId: version.id,
    personId: owner('person'),
    householdId: owner('household'),
    stage: 'new',
    version: 0,
    openedOn: today,
  }
  const many = Object.entries(compartmentsOf(kind)).filter(([, c]) => c.many)
  const of = { ...nothingOf(kind), ...Object.fromEntries(many.map(([name]) => [name, []])) }
  const relations: Related[] = [
    { holderId: actor.organisationId, relation: 'ours', part: 'opener' },
    { holderId: covenant.id, relation: 'any', part: 'covenant' },
  ]
  const held = { spine, parties: new Map(), relations, turns: new Map(), of }
  batch.subjects.set(spine.id, held)
  return held
}

const acting = ({ mandates }: Covenant, organisationId: string) =>
  mandates.get(organisationId) ?? organisationId

function holderOf(covenant: Covenant, { parties }: Held, part: string | undefined): string | null {
  if (part === 'tafel') return covenant.tafelHostId
  const party = part && parties.get(part)
  if (!party) return null
  return part === 'opener' ? party : acting(covenant, party)
}

function relate(batch: Batch, covenant: Covenant, held: Held, r: StepRecord['relate'][number]) {
  const organisationId = r.organisationId ?? batch.held(r.asIn ?? '').parties.get(r.part)
  if (!organisationId) throw new Error(`Nobody is ${r.part} of ${r.asIn}`)
  // Guests come beside each other; any other part passes on.
  if (r.part !== 'guest') held.relations = held.relations.filter(({ part }) => part !== r.part)
  held.parties.set(r.part, organisationId)
  for (const holderId of new Set([organisationId, acting(covenant, organisationId)])) {
    const same = (o: Related) => o.holderId === holderId && o.relation === r.relation && o.part === r.part
    if (!held.relations.some(same)) held.relations.push({ holderId, relation: r.relation, part: r.part })
  }
  passOnTurns(covenant, held, r.part, organisationId)
}

/** Whoever comes to hold a case holds the tasks that are open in it. */
function passOnTurns(covenant: Covenant, held: Held, part: string, organisationId: string) {
  const role = held.spine.kind === 'case' && { provider: 'mentor', gemeente: 'regisseur' }[part]
  const holderId = acting(covenant, organisationId)
  for (const [task, turn] of held.turns) if (turn.role === role) held.turns.set(task, { ...turn, holderId })
}

/** A new stage ends every older turn, but for those that last. */
function turnOver(covenant: Covenant, held: Held, record: StepRecord, moved: boolean) {
  const left = moved ? [...held.turns.keys()].filter((task) => !record.lasting.includes(task)) : []
  for (const task of [...left, ...record.closes]) held.turns.delete(task)
  for (const { task, dueOn } of record.resumes) {
    const turn = held.turns.get(task)
    if (turn) held.turns.set(task, { ...turn, dueOn, pausedOn: null })
  }
  for (const { task, role, part, dueOn, paused } of record.opens) {
    const holderId = holderOf(covenant, held, part)
    if (!holderId) throw new Error(`Nobody holds ${task}`)
    const pausedOn = paused ? record.on : null
    held.turns.set(task, { task, role, holderId, since: record.on, dueOn, pausedOn })
  }
}

function appendJournal(batch: Batch, me: Me, { spine }: Held, record: StepRecord): JournalRow {
  const head = batch.heads.get(me.organisationId) ?? { seq: 0, hash: '' }
  const seq = head.seq + 1
  const row = {
    id: batch.newId('journal', me.organisationId, seq),
    organisationId: me.organisationId,
    seq,
    kind: 'step' as const,
    covenantId: me.covenantId,
    membershipId: me.membershipId,
    accountId: me.accountId,
    role: me.role,
    subjectKind: spine.kind,
    subjectId: spine.id,
    step: record.step,
    fromStage: record.from,
    toStage: record.to,
    shown: record.shown,
    tells: record.tells,
    causeId: record.causeId,
    actionKey: null,
    payloadHash: record.payloadHash,
    requestId: null,
    takenOn: record.on,
    recordedAt: batch.now(),
    transactionId: batch.transactionId,
    previousHash: head.hash,
    purpose: record.purpose,
    ground: record.ground,
    consents: null,
    session: null,
    origin: null,
    result: 'done' as const,
  }
  const linked = { ...row, hash: journalHash(row) }
  batch.journal.push(linked)
  batch.heads.set(me.organisationId, { seq, hash: linked.hash })
  return linked
}

function tellOthers(
  batch: Batch,
  me: Me,
  { spine }: Held,
  record: StepRecord,
  journalId: string,
  to: (part?: string) => string | null,
) {
  for (const { role, ...heard } of record.notifies) {
    const holderId = 'organisationId' in heard ? heard.organisationId : to(heard.part)
    if (!holderId || (holderId === me.organisationId && role === me.role)) continue
    batch.outbox.push({
      id: batch.newId('outbox', journalId, role),
      journalId,
      covenantId: spine.covenantId,
      subjectId: spine.id,
      subjectKind: spine.kind,
      step: record.step,
      role,
      holderId,
      createdAt: batch.now(),
    })
  }
}

/** Moves the subject: relations, stage and version, turns, record, outbox. Returns the id of the record. */
export function recordStep(batch: Batch, held: Held, me: Me, record: StepRecord): string {
  const covenant = batch.covenant(held.spine.covenantId)
  const moved = record.to !== held.spine.stage
  held.spine = { ...held.spine, stage: record.to, version: held.spine.version + 1 }
  // Who is let go of the subject by this step hears of it as well.
  const before = new Map([...held.parties.keys()].map((part) => [part, holderOf(covenant, held, part)]))
  for (const released of record.release) {
    held.relations = held.relations.filter(({ part }) => part !== released)
    held.parties.delete(released)
  }
  for (const one of record.relate) relate(batch, covenant, held, one)
  turnOver(covenant, held, record, moved)
  const { id } = appendJournal(batch, me, held, record)
  const to = (part?: string) => holderOf(covenant, held, part) ?? before.get(part ?? '') ?? null
  tellOthers(batch, me, held, record, id, to)
  return id
}
