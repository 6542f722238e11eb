// A corporation brings in its dwellings from a file: by the same way as clients come in, and by nobody else.
import { expect, it } from 'vitest'
import type { Actor } from '@/domain/case/actor'
import { type ColumnKey, columns, keysOf, recognised } from '@/domain/import/columns'
import { judgeAll, verdictsOf } from '@/domain/import/verdict'
import { asActor } from '@/server/db/as-actor'
import { groundFor, knownFor } from '@/server/imports/ground'
import { agreeImport, importsOf, keepImport, keepVerdicts, rowsOf } from '@/server/imports/keep'
import { cast, counts, openImporting, r, run } from '../support/importing'
import { enter } from '../support/main-job'
import { TODAY } from '../support/region'

openImporting()

const keys = keysOf('dwelling')
const headings = keys.map((key) => columns[key].names[0])
const lineOf = (houseNumber: string, more: Partial<Record<ColumnKey, string>> = {}) => {
  const said: Partial<Record<ColumnKey, string>> = {
    street: 'Bestandslaan',
    houseNumber,
    postcode: '7812 XY',
    municipality: 'Emmen',
    type: 'Galerijflat',
    rooms: '3',
    floor: '2',
    lift: 'ja',
    accessibility: 'ZON',
    rent: '598,10',
    availableFrom: '15-12-2026',
    ...more,
  }
  return keys.map((key) => said[key] ?? '')
}

async function bring(who: Actor, lines: readonly string[][]): Promise<string | null> {
  const rows = lines.map((cells, at) => ({ nr: at + 2, cells }))
  return asActor(who, async (tx) => {
    const file = { format: 'csv', checksum: 'a'.repeat(64), headings, rows } as const
    const id = await keepImport(tx, file, 'dwelling')
    if (!id) return null
    const [ground, mapping] = [await groundFor(tx, who, TODAY, 'dwelling'), recognised(headings, 'dwelling')]
    const judged = judgeAll(await rowsOf(tx, id, { states: ['new'] }), mapping, ground, 'dwelling')
    await keepVerdicts(tx, id, mapping, verdictsOf(judged, await knownFor(tx, 'dwelling', judged)))
    await agreeImport(tx, id)
    return id
  })
}
const dwellings = () =>
  r.kernel<{ house: string; stage: string; rent: number }>(
    `SELECT f.house_number AS house, s.stage, f.rent FROM dwelling_facts f JOIN spine s ON s.id = f.subject_id WHERE f.street = 'Bestandslaan' ORDER BY 1`,
  )

it('good rows become dwellings that can be offered; wrong ones and doubles stay behind, by the same file twice all of them', async () => {
  const lines = [
    lineOf('1'),
    lineOf('2', { rent: '' }),
    lineOf('3', { rent: '-5' }),
    lineOf('1'),
    lineOf('5'),
  ]
  const id = (await bring(cast.officer, lines)) as string
  expect(await run()).toBe(2)
  expect(await counts(id, cast.officer)).toMatchObject({ done: 2, wrong: 2, double: 1 })
  expect(await dwellings()).toEqual([
    { house: '1', stage: 'available', rent: 598_10 },
    { house: '5', stage: 'available', rent: 598_10 },
  ])
  const again = (await bring(cast.officer, lines)) as string
  expect(await run()).toBeNull()
  expect(await counts(again, cast.officer)).toMatchObject({ done: 0, wrong: 2, double: 3 })
})

it('what came in meanwhile by hand does not come in twice', async () => {
  const id = (await bring(cast.officer, [lineOf('12', { postcode: '7811 AB', street: 'Elders' })])) as string
  await enter(r, cast, '12')
  expect(await run()).toBe(0)
  const [row] = await asActor(cast.officer, (tx) => rowsOf(tx, id, { states: ['refused'] }))
  expect(row?.reason).toBe('importDouble')
})

it('nobody but an officer brings in dwellings, and nobody reads the file of another', async () => {
  for (const who of [cast.mentor, cast.regisseur, await r.actor('corporatieLead', 'domesta')])
    expect(await bring(who, [lineOf('90')])).toBeNull()
  const id = await bring(cast.officer, [lineOf('91')])
  const colleague = await r.actor('officer', 'lefier')
  expect(await asActor(colleague, (tx) => importsOf(tx, id))).toEqual([])
})

it('a dwelling of another corporation is no double: nothing of it is said', async () => {
  const neighbour = await r.actor('officer', 'lefier')
  await bring(cast.officer, [lineOf('101', { unitNumber: 'X-1' })])
  await run()
  const id = (await bring(neighbour, [lineOf('101', { unitNumber: 'X-1' })])) as string
  expect(await counts(id, neighbour)).toMatchObject({ good: 1, double: 0 })
})
