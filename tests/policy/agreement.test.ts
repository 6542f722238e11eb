import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { roleNames } from '@/domain/case/actor'
import { grants } from '@/domain/case/steps'
import type { Grant } from '@/domain/kernel/grants'
import { asKernel } from '../../prisma/load-covenant'
import { testDatabase } from '../support/database'
import { agreements, type Ground } from './agreements'
import { lay } from './ground'
import { allowedByPostgres } from './postgres'
import { PROBES } from './probes'
import { showTogether } from './rows'
import { layShut, type Shut, seenByShut } from './shut'
import { type Cell, cellsOf, differences, everyPlace, keyOf } from './standings'

const places = everyPlace()
let db: Awaited<ReturnType<typeof testDatabase>>
let ground: Ground
let shut: Shut
let cells: Cell[]
let allowed: ReadonlySet<string>

const asOwner = async (sql: string) => {
  const owner = new pg.Client({ connectionString: db.ownerUrl })
  await owner.connect()
  await owner.query(sql)
  await owner.end()
}

beforeAll(async () => {
  db = await testDatabase()
  await asOwner(PROBES)
  ground = await asKernel(db.ownerUrl, agreements)
  shut = await asKernel(db.ownerUrl, (client) => layShut(client, ground))
  await asKernel(db.ownerUrl, (client) => lay(client, ground, places))
  await asKernel(db.ownerUrl, showTogether)
  await asOwner('ANALYZE')
  cells = cellsOf(places)
  allowed = await allowedByPostgres(db.appUrl, ground, places)
}, 600_000)
afterAll(() => db.close())

const identityOf = (g: Grant) => [g.kind, g.role, g.verb, g.object, g.stage, g.relation, g.needs ?? '']

const change = (sql: string, values: readonly unknown[]) =>
  asKernel(db.ownerUrl, (client) => client.query(sql, [...values]))
const remove = (g: Grant) =>
  change(
    'DELETE FROM policy_grant WHERE kind=$1 AND role=$2 AND verb=$3 AND object=$4 AND stage=$5 AND relation=$6 AND needs=$7',
    identityOf(g),
  )
const add = (g: Grant) =>
  change('INSERT INTO policy_grant VALUES ($1, $2, $3, $4, $5, $6, $7, $8)', [...identityOf(g), g.guarded])

/** What the comparison finds for one role, while Postgres holds another policy than TypeScript. */
const found = async (role: Grant['role']) =>
  differences(
    cells.filter((cell) => cell.role === role),
    await allowedByPostgres(db.appUrl, ground, places, { roles: [role] }),
  )

/** What it must find: the cells that TypeScript itself answers differently under that other policy. */
const expected = (role: Grant['role'], policy: readonly Grant[]) => {
  const before = cells.filter((cell) => cell.role === role)
  const after = new Set(
    cellsOf(places, policy, [role])
      .filter((cell) => cell.yes)
      .map(keyOf),
  )
  return differences(before, after)
}

describe('rights in TypeScript and in Postgres', () => {
  it('are the same for every role, relation, stage, compartment and step, with and without consent, shielded or not', () => {
    console.info(`${cells.length} cells compared, ${cells.filter((c) => c.yes).length} of them allowed`)
    expect(new Set(cells.map((cell) => cell.role)).size).toBe(roleNames.length)
    expect(cells.length).toBeGreaterThan(250_000)
    expect(differences(cells, allowed)).toEqual([])
  })

  it('leave nothing that Postgres allows and nobody asked about', () => {
    const asked = new Set(cells.map(keyOf))
    expect([...allowed].filter((key) => !asked.has(key))).toEqual([])
  })

  it('open nothing for who may no longer come in, or not yet', async () => {
    expect(await seenByShut(db.appUrl, shut)).toEqual([])
  })

  it('use every grant: not one of them is without a cell that it opens', () => {
    const opened = new Set(
      cells.filter((c) => c.yes).map(({ role, at, object }) => `${role} ${at.kind}.${object} ${at.stage}`),
    )
    const handTaken = grants.filter((g) => g.verb !== 'take')
    expect(handTaken.filter((g) => !opened.has(`${g.role} ${g.kind}.${g.object} ${g.stage}`))).toEqual([])
  })

  it('let whoever may change a compartment read it, from the first stage on', () => {
    const reads = new Set(
      grants
        .filter((g) => g.verb === 'read' && !g.needs)
        .map((g) => identityOf({ ...g, verb: 'write' }).join()),
    )
    const blind = grants.filter(
      (g) => g.verb === 'write' && g.stage !== 'new' && !reads.has(identityOf(g).join()),
    )
    // The landlord adds what a client withdrew from it, and reads no consents; a term that passed is a signal, of which it reads none;
    // and what a client says by a link is for the mentor.
    const told = ['officer consents', 'terms careCourse', 'matching clientWord']
    expect(new Set(blind.map((g) => `${g.role} ${g.object}`))).toEqual(new Set(told))
  })
})

const one = (verb: Grant['verb'], role: Grant['role'], object: string, stage: string): Grant => {
  const grant = grants.find(
    (g) => g.verb === verb && g.role === role && g.object === object && g.stage === stage,
  )
  if (!grant) throw new Error(`No grant for ${role} to ${verb} ${object} at ${stage}`)
  return grant
}

/** Of one role what Postgres holds otherwise than TypeScript: what was taken away, and what was added. */
type Otherwise = { gone: readonly Grant[]; more: readonly Grant[] }

const officer: Otherwise = {
  gone: [one('read', 'officer', 'identity', 'tenancy'), one('read', 'officer', 'debtSummary', 'matching')],
  more: [
    { ...one('read', 'mentor', 'debts', 'matching'), role: 'officer', relation: 'assigned' },
    { ...one('read', 'officer', 'identity', 'matching'), stage: 'intake' },
    { ...one('take', 'officer', 'handOverKey', 'tenancy'), stage: 'matching' },
  ],
}

describe('the comparison finds', { timeout: 120_000 }, () => {
  it('each of what is changed for the officer together, also alone', () => {
    const { gone, more } = officer
    const alone = [
      ...gone.map((grant) => grants.filter((g) => g !== grant)),
      ...more.map((grant) => [...grants, grant]),
    ]
    for (const policy of alone) expect(expected('officer', policy).length).toBeGreaterThan(0)
  })

  it.each<[string, Grant['role'], Otherwise]>([
    [
      'a reader who lost a compartment, a consent that opens nothing, one too many, too early',
      'officer',
      officer,
    ],
    [
      'a writer who can no longer write',
      'mentor',
      { gone: [one('write', 'mentor', 'profile', 'intake')], more: [] },
    ],
    [
      'a step that nobody can take any more',
      'regisseur',
      { gone: [one('take', 'regisseur', 'acceptIntake', 'intake')], more: [] },
    ],
    [
      'a writer too many',
      'secretary',
      { gone: [], more: [{ ...one('write', 'chair', 'tafelNotes', 'tafel'), role: 'secretary' }] },
    ],
  ])('%s: exactly the cells that close and open', async (_, role, { gone, more }) => {
    const held = new Set(grants.map((grant) => identityOf(grant).join()))
    expect(more.filter((grant) => held.has(identityOf(grant).join()))).toEqual([])
    const without = grants.filter((grant) => !gone.includes(grant))
    for (const grant of gone) await remove(grant)
    for (const grant of more) await add(grant)
    const differing = await found(role)
    for (const grant of more) await remove(grant)
    for (const grant of gone) await add(grant)
    expect(differing.length).toBeGreaterThan(0)
    expect(differing).toEqual(expected(role, [...without, ...more]))
  })
})
