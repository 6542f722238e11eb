// Subjects put straight into the tables, as the owner of the rights: also where no story could bring them.
import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { Field } from '@/domain/kernel/field'
import { type Relation, relations, type SubjectKind, subjectKinds } from '@/domain/kernel/subject'
import { keyOf as columnOf, tableOf } from '@/server/db/rows'
import type { Ground } from './agreements'
import { insertInto, named, rowOf, sample, toldOf } from './rows'
import { compartmentsOf, type Placed } from './standings'
import { wordsOf } from './words'

/** What the rows say; whoever lays them may have them say something else. */
export type Sayings = {
  readonly number: (at: Placed, n: number) => string
  readonly version: (at: Placed) => string
  readonly value: (at: Placed, compartment: string, name: string, field: Field) => unknown
  readonly records: (at: Placed) => readonly Said[]
  readonly tasks: (at: Placed) => readonly string[]
}

/** A record of a step: which one, what it wrote, what it tells. */
export type Said = { readonly step?: string; readonly shown: readonly string[]; readonly tells?: object }

const nothingSpecial: Sayings = {
  number: (_at, n) => `X-${n}`,
  version: () => randomUUID(),
  value: (_at, _compartment, _name, field) => sample(field),
  records: (at) =>
    [[], ...at.holds.map((object) => [object])].map((shown) => ({ shown, tells: toldOf(at.id) })),
  tasks: () => ['visit'],
}

const spineOf = (ground: Ground, say: Sayings, at: Placed, n: number) => ({
  id: at.id,
  kind: at.kind,
  number: say.number(at, n),
  covenant_id: at.setting === 'elsewhere' ? ground.elsewhere : ground.here,
  covenant_version_id: say.version(at),
  // One id for all three: what hangs on the person or the household is found back by it.
  person_id: at.kind === 'case' ? at.id : null,
  household_id: at.kind === 'case' ? at.id : null,
  stage: at.stage,
  version: 0,
  opened_on: '2026-01-01',
  shield: at.shield === 'none' ? null : at.id,
})

/** Moments at which an emergency ends, or has ended, while the test runs. */
const LATER = '2999-12-31T00:00:00Z'
const JUST_NOW = '2026-01-01T00:00:00Z'

function relationsOf(ground: Ground, { id, kind, stage, setting, shield }: Placed, number: string) {
  const covenant = setting === 'elsewhere' ? ground.elsewhere : ground.here
  const holds = (relation: Relation, holder: string, until: string | null = null) => ({
    subject_id: id,
    holder_id: relation === 'any' ? covenant : holder,
    relation,
    part: relation,
    subject_kind: kind,
    covenant_id: covenant,
    number,
    stage,
    person_id: kind === 'case' ? id : null,
    household_id: kind === 'case' ? id : null,
    shield: shield === 'none' ? null : id,
    until,
  })
  const everybody = Object.values(ground.memberships)
  /** An emergency is held by a membership; the tests act in one of each role. */
  const held = (relation: Relation, holder = ground.mine) =>
    relation === 'emergency' ? everybody.map((one) => holds(relation, one, LATER)) : [holds(relation, holder)]
  switch (setting) {
    case 'none':
      return relations
        .filter((r) => r !== 'any')
        .map((r) => holds(r, r === 'emergency' ? ground.stranger : ground.another, null))
    case 'elsewhere':
      return relations.flatMap((r) => held(r))
    case 'lapsed':
      return everybody.map((one) => holds('emergency', one, JUST_NOW))
    case 'colleague':
      return [holds('emergency', ground.stranger, LATER)]
    default:
      return (setting === 'every' ? relations : [setting]).flatMap((r) => held(r))
  }
}

/** A record for each compartment that a step could have written, in the chain of an organisation that does not look. */
const recordsOf = (ground: Ground, say: Sayings, places: readonly Placed[]) =>
  places
    .flatMap((at) => say.records(at).map((said) => ({ at, ...said })))
    .map(({ at, shown, step = null, tells = {} }, n) => ({
      id: randomUUID(),
      organisation_id: ground.another,
      seq: n + 1,
      kind: 'step',
      covenant_id: ground.here,
      membership_id: randomUUID(),
      account_id: randomUUID(),
      role: 'mentor',
      subject_kind: at.kind,
      subject_id: at.id,
      step,
      shown,
      tells,
      taken_on: '2026-01-01',
      recorded_at: '2026-01-01T12:00:00Z',
      transaction_id: '0',
      previous_hash: '',
      hash: '',
    }))

async function fill(
  client: pg.ClientBase,
  ground: Ground,
  say: Sayings,
  kind: SubjectKind,
  places: readonly Placed[],
) {
  for (const [name, c] of Object.entries(compartmentsOf(kind))) {
    const holding = places.filter((p) => p.holds.includes(name))
    const rows = holding.map((at) => ({
      [columnOf(c)]: at.id,
      ...rowOf(c, ground.here, ground.mine, (field, of) => say.value(at, name, of, field)),
      ...named(c, at.id, ground.mine),
    }))
    await insertInto(client, tableOf(kind, name), rows)
  }
  await hang(client, ground, say, kind, places)
}

/** What hangs on a subject: who plays a part in it, what is asked of whom. */
async function hang(
  client: pg.ClientBase,
  ground: Ground,
  say: Sayings,
  kind: SubjectKind,
  places: readonly Placed[],
) {
  const hung = places.map(({ id }) => ({ subject_id: id, subject_kind: kind }))
  await insertInto(
    client,
    'party',
    hung.flatMap((row) =>
      ['guest', 'corporation', 'provider'].map((part) => ({ ...row, part, organisation_id: ground.another })),
    ),
  )
  const days = { since: '2026-01-01', due_on: '2026-01-01' }
  const turn = {
    id: '',
    covenant_id: ground.here,
    task: '',
    role: 'mentor',
    holder_id: ground.another,
    ...days,
  }
  const open = places.flatMap((at, n) =>
    say.tasks(at).map((task) => ({ ...hung[n], task, id: randomUUID() })),
  )
  await insertInto(
    client,
    'turn',
    open.map((row) => ({ ...turn, ...row })),
  )
}

const namedIn = ({ memberships }: Ground, places: readonly Placed[]) =>
  places
    .filter((p) => p.shield === 'named')
    .flatMap((p) => Object.values(memberships).map((id) => ({ subject_id: p.id, membership_id: id })))

/** Puts all of it in the database; `client` acts as the owner of the rights. */
export async function lay(
  client: pg.ClientBase,
  ground: Ground,
  places: readonly Placed[],
  say: Sayings = nothingSpecial,
) {
  const owners = places.filter((p) => p.kind === 'case').map(({ id }) => ({ id }))
  await insertInto(client, 'person', owners)
  await insertInto(client, 'household', owners)
  const spines = places.map((p, n) => spineOf(ground, say, p, n))
  await insertInto(client, 'spine', spines)
  await insertInto(
    client,
    'relation',
    places.flatMap((p, n) => relationsOf(ground, p, spines[n]?.number ?? '')),
  )
  await insertInto(client, 'named_person', namedIn(ground, places))
  const filled = places.filter((p) => p.holds.length)
  const of = (kind: SubjectKind) => filled.filter((p) => p.kind === kind)
  for (const kind of subjectKinds) await fill(client, ground, say, kind, of(kind))
  await insertInto(
    client,
    'case_consents',
    filled.flatMap((p) => wordsOf(ground, p)),
  )
  await insertInto(client, 'journal', recordsOf(ground, say, filled))
}
