// The people behind the subjects of the walk: who has a membership, and who opened what in an emergency.
import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { Ground } from '../policy/agreements'
import { insertInto } from '../policy/rows'
import type { Placed } from '../policy/standings'
import type { Aviary } from './canaries'
import type { Looker } from './lookers'

/** Of which organisation the person behind a membership is. */
export const employerOf = ({ mine, another }: Ground, { setting }: Placed) =>
  ['ours', 'every', 'elsewhere'].includes(setting) ? mine : another

/** The people behind the memberships among the subjects: their names are those of their seats. */
export async function people(
  client: pg.ClientBase,
  aviary: Aviary,
  ground: Ground,
  places: readonly Placed[],
) {
  const seated = places.filter((at) => at.kind === 'membership' && at.stage !== 'new')
  const accounts = seated.map((at) => ({
    id: randomUUID(),
    name: aviary.text({ subject: at.id, object: 'seat', field: 'name of the account' }),
    email: aviary.text({ subject: at.id, object: 'seat', field: 'email of the account' }),
    fictional: true,
  }))
  await insertInto(client, 'account', accounts)
  const rows = seated.map((at, n) => ({
    id: at.id,
    account_id: accounts[n]?.id,
    organisation_id: employerOf(ground, at),
    covenant_id: at.setting === 'elsewhere' ? ground.elsewhere : ground.here,
    role: 'boardMember',
    valid_from: '2020-01-01',
    ended_at: at.stage === 'ended' ? '2026-01-01T00:00:00Z' : null,
  }))
  await insertInto(client, 'membership', rows)
}

/** Who opened what in an emergency, as its trigger would have said; the rows were laid by nobody. */
export async function access(client: pg.ClientBase, places: readonly Placed[], lookers: readonly Looker[]) {
  const during = { since: '2026-01-01T12:00:00Z', until: '2026-01-01T13:00:00Z' }
  // Who opened it works in the covenant of the case.
  const heldIn = (name: string, elsewhere: boolean) => {
    const opener = lookers.find((one) => one.name === name)
    const kase = places.find((at) => at.kind === 'case' && (at.setting === 'elsewhere') === elsewhere)
    return {
      case_id: kase?.id,
      organisation_id: opener?.organisation,
      membership_id: opener?.membership,
      account_id: opener?.account,
    }
  }
  const here = heldIn('coordinator, a third organisation', false)
  const there = heldIn('coordinator, another covenant', true)
  const opened = places.filter(({ kind, stage }) => kind === 'emergency' && stage !== 'new')
  await insertInto(
    client,
    'emergency_access',
    opened.map(({ id, setting }) => ({
      subject_id: id,
      ...(setting === 'elsewhere' ? there : here),
      ...during,
    })),
  )
}
