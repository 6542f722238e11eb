// Those who look: somebody in every role and of every organisation, each with a session that is open.
import { randomBytes, randomUUID } from 'node:crypto'
import { encode } from 'next-auth/jwt'
import type pg from 'pg'
import { type Role, roleNames } from '@/domain/case/actor'
import { hashOf } from '@/server/hash'
import type { Ground } from '../policy/agreements'
import { insertInto } from '../policy/rows'
import { SECRET } from './website'

/** Someone who looks. `ended`: has left, and their session is still there. */
export type Looker = {
  readonly name: string
  readonly role: Role
  readonly organisation: string
  readonly covenant: string
  readonly ended: boolean
  readonly membership: string
  readonly account: string
  readonly cookie: string
}

/** Somebody of every role: of each organisation, of the other covenant, and who has left. */
export const seats = ({ here, elsewhere, mine, another, memberships }: Ground, third: string) =>
  roleNames.flatMap((role) =>
    (
      [
        ['ours', mine, here, false],
        ['another organisation', another, here, false],
        ['a third organisation', third, here, false],
        ['another covenant', mine, elsewhere, false],
        ['has left', mine, here, true],
      ] as const
    ).map(([of, organisation, covenant, ended]) => ({
      name: `${role}, ${of}`,
      role,
      organisation,
      covenant,
      ended,
      membership: of === 'ours' ? memberships[role] : randomUUID(),
      account: randomUUID(),
    })),
  )

/** Lets someone in, in this seat: an account, a membership, a session that is open in the database. */
export async function letIn(client: pg.ClientBase, seat: Omit<Looker, 'cookie'>): Promise<Looker> {
  const { account, membership } = seat
  const sid = randomBytes(32).toString('base64url')
  await insertInto(client, 'account', [
    { id: account, name: 'Iemand', email: `${account}@voorbeeld.example`, fictional: true },
  ])
  await insertInto(client, 'membership', [
    {
      id: membership,
      account_id: account,
      organisation_id: seat.organisation,
      covenant_id: seat.covenant,
      role: seat.role,
      valid_from: '2020-01-01',
      ended_at: seat.ended ? '2026-01-01T00:00:00Z' : null,
    },
  ])
  const now = new Date().toISOString()
  await insertInto(client, 'session', [
    { id_hash: hashOf(sid), account_id: account, membership_id: membership, created_at: now, seen_at: now },
  ])
  return { ...seat, cookie: `thuistafel=${await encode({ token: { sid }, secret: SECRET, maxAge: 43_200 })}` }
}
