// Subjects put straight into the tables, as the owner of the rights: also where no story could bring them.
import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { type Role, roleNames } from '@/domain/case/actor'
import { consentCategories } from '@/domain/case/compartments'
import { relations, type SubjectKind, subjectKinds } from '@/domain/kernel/subject'
import { keyOf as columnOf, tableOf } from '@/server/db/rows'
import { insertInto, rowOf } from './rows'
import { compartmentsOf, type Placed } from './standings'

export type Ground = {
  readonly here: string
  readonly elsewhere: string
  readonly mine: string
  readonly another: string
  readonly memberships: Readonly<Record<Role, string>>
}

async function agreements(client: pg.ClientBase): Promise<Ground> {
  const [here, elsewhere, mine, another, account] = Array.from({ length: 5 }, () => randomUUID())
  if (!here || !elsewhere || !mine || !another || !account) throw new Error('Five ids')
  const organisations = [mine, another].map((id) => ({
    id,
    key: id,
    name: id,
    kind: 'gemeente',
    fictional: true,
  }))
  await insertInto(client, 'organisation', organisations)
  const covenants = [here, elsewhere].map((id) => ({
    id,
    key: id,
    name: id,
    prefix: 'X',
    tafel_host_id: another,
  }))
  await insertInto(client, 'covenant', covenants)
  await insertInto(client, 'covenant_party', [
    { covenant_id: here, organisation_id: mine, valid_from: '2020-01-01' },
  ])
  await insertInto(client, 'account', [
    { id: account, name: 'Everyone', email: 'everyone@voorbeeld.example', fictional: true },
  ])
  const members = roleNames.map((role) => ({
    id: randomUUID(),
    account_id: account,
    organisation_id: mine,
    covenant_id: here,
    role,
    valid_from: '2020-01-01',
  }))
  await insertInto(client, 'membership', members)
  const memberships = Object.fromEntries(members.map((m) => [m.role, m.id])) as Record<Role, string>
  return { here, elsewhere, mine, another, memberships }
}

const spineOf = (ground: Ground, { id, kind, stage, setting }: Placed, n: number) => ({
  id,
  kind,
  number: `X-${n}`,
  covenant_id: setting === 'elsewhere' ? ground.elsewhere : ground.here,
  covenant_version_id: randomUUID(),
  // One id for all three: what hangs on the person or the household is found back by it.
  person_id: kind === 'case' ? id : null,
  household_id: kind === 'case' ? id : null,
  stage,
  version: 0,
  opened_on: '2026-01-01',
})

function relationsOf(ground: Ground, { id, kind, stage, setting }: Placed) {
  const covenant = setting === 'elsewhere' ? ground.elsewhere : ground.here
  const holds = (relation: string, holder: string) => ({
    subject_id: id,
    holder_id: relation === 'any' ? covenant : holder,
    relation,
    part: relation,
    subject_kind: kind,
    covenant_id: covenant,
    number: id,
    stage,
    person_id: kind === 'case' ? id : null,
    household_id: kind === 'case' ? id : null,
  })
  if (setting === 'none') return relations.filter((r) => r !== 'any').map((r) => holds(r, ground.another))
  if (setting === 'elsewhere') return relations.map((r) => holds(r, ground.mine))
  return (setting === 'every' ? relations : [setting]).map((r) => holds(r, ground.mine))
}

function wordsOf({ mine, another }: Ground, { id, consent }: Placed): Record<string, unknown>[] {
  const say = (recipient: string, given: boolean) => (category: string) => ({
    person_id: id,
    organisation_id: mine,
    recorded_on: '2026-01-01',
    recipient,
    category,
    given,
    on: '2026-01-01',
  })
  if (consent === 'never') return []
  if (consent === 'toAnother') return consentCategories.map(say(another, true))
  if (consent === 'all') return consentCategories.map(say(mine, true))
  if (consent === 'withdrawn')
    return [true, false].flatMap((given) => consentCategories.map(say(mine, given)))
  return [say(mine, true)(consent)]
}

/** A record for each compartment that a step could have written, in the chain of an organisation that does not look. */
const recordsOf = (ground: Ground, places: readonly Placed[]) =>
  places
    .flatMap((at) =>
      ['spine', ...at.holds].map((object) => ({ at, shown: object === 'spine' ? [] : [object] })),
    )
    .map(({ at, shown }, n) => ({
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
      shown,
      tells: {},
      taken_on: '2026-01-01',
      recorded_at: '2026-01-01T12:00:00Z',
      transaction_id: '0',
      previous_hash: '',
      hash: '',
    }))

async function fill(client: pg.ClientBase, ground: Ground, kind: SubjectKind, places: readonly Placed[]) {
  for (const [name, c] of Object.entries(compartmentsOf(kind))) {
    const holding = places.filter((p) => p.holds.includes(name))
    const rows = holding.map(({ id }) => ({ [columnOf(c)]: id, ...rowOf(c, ground.here, ground.mine) }))
    await insertInto(client, tableOf(kind, name), rows)
  }
  const hung = places.map(({ id }) => ({ subject_id: id, subject_kind: kind }))
  await insertInto(
    client,
    'party',
    hung.map((row) => ({ ...row, part: 'guest', organisation_id: ground.another })),
  )
  const days = { since: '2026-01-01', due_on: '2026-01-01' }
  const turn = {
    id: '',
    covenant_id: ground.here,
    task: 'visit',
    role: 'mentor',
    holder_id: ground.another,
    ...days,
  }
  await insertInto(
    client,
    'turn',
    hung.map((row) => ({ ...turn, ...row, id: randomUUID() })),
  )
}

/** Puts all of it in the database; `client` acts as the owner of the rights. */
export async function lay(client: pg.ClientBase, places: readonly Placed[]): Promise<Ground> {
  const ground = await agreements(client)
  const owners = places.filter((p) => p.kind === 'case').map(({ id }) => ({ id }))
  await insertInto(client, 'person', owners)
  await insertInto(client, 'household', owners)
  await insertInto(
    client,
    'spine',
    places.map((p, n) => spineOf(ground, p, n)),
  )
  await insertInto(
    client,
    'relation',
    places.flatMap((p) => relationsOf(ground, p)),
  )
  const filled = places.filter((p) => p.holds.length)
  for (const kind of subjectKinds)
    await fill(
      client,
      ground,
      kind,
      filled.filter((p) => p.kind === kind),
    )
  await insertInto(
    client,
    'case_consents',
    filled.flatMap((p) => wordsOf(ground, p)),
  )
  await insertInto(client, 'journal', recordsOf(ground, filled))
  return ground
}
