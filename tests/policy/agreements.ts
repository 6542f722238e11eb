// Two covenants, and one organisation that acts in every role: where the subjects of the tests are laid.
import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { type Role, roleNames } from '@/domain/case/actor'
import { insertInto } from './rows'

export type Ground = {
  readonly here: string
  readonly elsewhere: string
  readonly mine: string
  readonly another: string
  readonly memberships: Readonly<Record<Role, string>>
  /** A membership in which nobody looks. */
  readonly stranger: string
}

/** The covenants, the organisations and the memberships of one person. */
export async function agreements(client: pg.ClientBase): Promise<Ground> {
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
  return { here, elsewhere, mine, another, memberships, stranger: randomUUID() }
}
