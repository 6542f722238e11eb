// What there is in the database, for the person who sets it up. It asks and changes nothing.
import { readdirSync } from 'node:fs'
import { asKernel } from '../load-covenant'
import { ask, stateOf } from './prepare'

const migrations = () =>
  readdirSync(new URL('../migrations', import.meta.url), { withFileTypes: true }).filter((e) =>
    e.isDirectory(),
  )

const APPLIED =
  'SELECT count(*)::int AS n FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL'

const COUNTS = `
  SELECT (SELECT string_agg(key, ', ' ORDER BY key) FROM covenant) AS covenants,
         (SELECT count(*)::int FROM account WHERE email NOT LIKE '%@thuistafel.invalid') AS people,
         (SELECT count(*)::int FROM account WHERE password_hash IS NOT NULL) AS ready,
         (SELECT count(*)::int FROM invitation WHERE used_at IS NULL AND expires_at > clock_timestamp()) AS pending,
         (SELECT count(*)::int FROM invitation WHERE used_at IS NULL AND expires_at <= clock_timestamp()) AS late`

type Counts = { covenants: string | null; people: number; ready: number; pending: number; late: number }

/** The state of the database, a line for each thing. */
export async function overview(ownerUrl: string): Promise<string[]> {
  const state = await stateOf(ownerUrl)
  if (state === 'nowhere') return ['Database     not there yet: the first command makes it, if the owner may']
  if (state === 'empty') return ['Database     empty: the first command makes the tables and the rights']
  if (state === 'demo') return ['Database     a demo: setup does not touch it, name another database']
  const [{ n } = { n: 0 }] = await ask<{ n: number }>(ownerUrl, APPLIED)
  const all = migrations().length
  const { rows } = await asKernel(ownerUrl, (client) => client.query<Counts>(COUNTS))
  const { covenants, people, ready, pending, late } = rows[0] as Counts
  return [
    `Database     ${n === all ? 'up to date' : `${n} of ${all} migrations: the next command does the others`}`,
    `Covenants    ${covenants ?? 'none yet'}`,
    `People       ${people}, of whom ${ready} have chosen a password`,
    `Invitations  ${pending} can be used${late ? `, ${late} are too old` : ''}`,
  ]
}
