// Somebody at the table tries to change the adopted list past the website: as its own role in the database, in their own name.
import pg from 'pg'
import type { Waiting } from '../../support/waiting-cases'
import { databaseAs } from './before'

const MEMBERSHIP = `SELECT m.id FROM membership m JOIN account a ON a.id = m.account_id
  WHERE a.name = $1 AND m.role = $2 AND m.ended_at IS NULL`

/** The columns of a table without those that the database fills in. */
const COLUMNS = `SELECT string_agg(format('%I', column_name), ', ') AS names FROM information_schema.columns
  WHERE table_name = $1 AND column_name NOT IN ('id', 'seq') AND table_schema = 'public'`

type Try = readonly [what: string, sql: string]

/** The tables that hold a decision of one case, and whatever is read of the list itself. */
const kept = ['case_decisions', 'case_decision_notes', 'case_conditions'] as const
const ofCase = ['case_decision', 'case_tafel_notes', ...kept, 'case_positions', 'weighed'] as const
const ofTafel = [
  'tafel_items',
  'tafel_agenda_order',
  'tafel_presence',
  'tafel_attendance',
  'tafel_adoption',
  'tafel_in_hand',
] as const

/** What would be said otherwise. */
const changed: Readonly<Record<string, string>> = {
  case_decision: `client_text = 'Anders'`,
  case_tafel_notes: `motivation = 'Anders'`,
  case_decisions: `client_text = 'Anders'`,
  case_decision_notes: `motivation = 'Anders'`,
  case_conditions: `condition = 'Anders'`,
  case_positions: `position = 'against'`,
  weighed: `facts = '[]'`,
  tafel_items: `"on" = false`,
  tafel_agenda_order: `cases = '{}'`,
  tafel_presence: `here = NOT here`,
  tafel_attendance: `present = 'Niemand'`,
  tafel_adoption: `chair_by = NULL`,
  tafel_in_hand: `since = '00:00'`,
}

async function triesOn(owner: pg.Client, tables: readonly string[], ids: readonly string[]) {
  const where = `subject_id IN (${ids.map((id) => `'${id}'`).join()})`
  const tries: Try[] = []
  for (const table of tables) {
    const { names } = (await owner.query<{ names: string }>(COLUMNS, [table])).rows[0] ?? { names: '' }
    const again = (kept as readonly string[]).includes(table)
      ? names.replace('version', 'version + 1')
      : names
    const change = changed[table]
    tries.push(
      [`change ${table}`, `UPDATE ${table} SET ${change} WHERE ${where} RETURNING 1`],
      [`remove from ${table}`, `DELETE FROM ${table} WHERE ${where} RETURNING 1`],
      [
        `add to ${table}`,
        `INSERT INTO ${table} (${names}) SELECT ${again} FROM ${table} WHERE ${where} LIMIT 1 RETURNING 1`,
      ],
    )
  }
  return tries
}

/** What became of it: an error of the database, or so many rows. */
async function tried(app: pg.Client, membership: string, sql: string): Promise<string | number> {
  await app.query('BEGIN')
  await app.query(`SELECT set_config('app.membership', $1, true)`, [membership])
  const fate = await app.query(sql).then(
    ({ rowCount }) => rowCount ?? 0,
    (error: { code?: string }) => error.code ?? 'error',
  )
  await app.query('ROLLBACK')
  return fate
}

/** All that somebody changed, removed or added who should not: nothing. And how often that was tried. */
export async function changedPast(
  who: readonly (readonly [name: string, role: string])[],
  tafel: string,
  cases: readonly Waiting[],
) {
  const [owner, app] = [new pg.Client(databaseAs('postgres')), new pg.Client(databaseAs('thuistafel_app'))]
  await Promise.all([owner.connect(), app.connect()])
  const onCases = await triesOn(
    owner,
    ofCase,
    cases.map(({ id }) => id),
  )
  const all = [...onCases, ...(await triesOn(owner, ofTafel, [tafel]))]
  const done: string[] = []
  let refused = 0
  for (const one of who) {
    const membership = (await owner.query<{ id: string }>(MEMBERSHIP, [...one])).rows[0]?.id ?? ''
    for (const [what, sql] of all) {
      const fate = await tried(app, membership, sql)
      if (typeof fate === 'number' && fate > 0) done.push(`${one[1]}: ${what}, ${fate} rows`)
      else refused++
    }
  }
  await Promise.all([owner.end(), app.end()])
  return { done, refused }
}
