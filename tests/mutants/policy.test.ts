// The walk through the rights is worth as much as the mistakes it finds: each of these must be found.
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asKernel } from '../../prisma/load-covenant'
import { agreements, type Ground } from '../policy/agreements'
import { lay } from '../policy/ground'
import { allowedByPostgres } from '../policy/postgres'
import { PROBES } from '../policy/probes'
import { showTogether } from '../policy/rows'
import { layShut, type Shut, seenByShut } from '../policy/shut'
import { type Cell, cellsOf, differences, everyPlace } from '../policy/standings'
import { testDatabase } from '../support/database'
import { conditionMutants } from './conditions'
import { type Mutant, policyMutants, rowMutants } from './mutants'

/** Fewer consents than in the whole walk: one of each sort that can go wrong. */
const places = everyPlace().filter(
  ({ consent, setting, stage }) =>
    ['never', 'all', 'withdrawn', 'lastDay', 'expired', 'toAnother', 'schulden'].includes(consent) &&
    (consent === 'never' || (stage !== 'new' && ['ours', 'assigned', 'any'].includes(setting))),
)
let db: Awaited<ReturnType<typeof testDatabase>>
let ground: Ground
let shut: Shut
let cells: Cell[]
let owner: pg.Client

beforeAll(async () => {
  db = await testDatabase()
  owner = new pg.Client({ connectionString: db.ownerUrl })
  await owner.connect()
  await owner.query(PROBES)
  ground = await asKernel(db.ownerUrl, agreements)
  shut = await asKernel(db.ownerUrl, (client) => layShut(client, ground))
  await asKernel(db.ownerUrl, (client) => lay(client, ground, places))
  await asKernel(db.ownerUrl, showTogether)
  await owner.query('ANALYZE')
  cells = cellsOf(places)
}, 240_000)
afterAll(async () => {
  await owner.end()
  await db.close()
})

/** How many answers are wrong while this mutant is in force. */
async function wrongUnder({ apply, undo, watched, of }: Mutant): Promise<number> {
  // As the owner of the tables: what a migration could have brought about.
  await owner.query(apply)
  try {
    const mine = cells.filter(
      ({ role, verb, object, at }) =>
        watched.includes(role) && (!of || (of.kind === at.kind && of.object === object && verb !== 'hear')),
    )
    const found = differences(
      mine,
      await allowedByPostgres(db.appUrl, ground, places, { roles: watched, of }),
    )
    return found.length || (await seenByShut(db.appUrl, shut)).length
  } finally {
    await owner.query(undo)
  }
}

async function survivorsOf(mutants: readonly Mutant[]) {
  const began = performance.now()
  const survivors: string[] = []
  for (const mutant of mutants) if ((await wrongUnder(mutant)) === 0) survivors.push(mutant.name)
  const seconds = ((performance.now() - began) / 1000).toFixed(0)
  console.info(
    `${mutants.length} mutants, ${mutants.length - survivors.length} killed, ${survivors.length} survived, in ${seconds} s`,
  )
  for (const name of survivors) console.info(`  survived: ${name}`)
  return survivors
}

describe('the walk through the rights in the database finds', { timeout: 3_600_000 }, () => {
  it('nothing while all is right', async () => {
    const roles = ['mentor', 'officer', 'boardMember'] as const
    const watched = cells.filter(({ role }) => (roles as readonly string[]).includes(role))
    expect(differences(watched, await allowedByPostgres(db.appUrl, ground, places, { roles }))).toEqual([])
    expect(await seenByShut(db.appUrl, shut)).toEqual([])
  })

  it('every row of the policy that went, and every one that came', async () => {
    expect(await survivorsOf(rowMutants(40))).toEqual([])
  })

  it('every condition of a function that was left out or widened', async () => {
    expect(await survivorsOf(await conditionMutants(owner))).toEqual([])
  })

  it('every policy that was dropped, and every one that lets everybody in', async () => {
    expect(await survivorsOf(await policyMutants(owner, cells))).toEqual([])
  })
})
