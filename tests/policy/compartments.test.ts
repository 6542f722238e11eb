import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { grants, processes } from '@/domain/case/steps'
import type { Row } from '@/domain/kernel/step'
import { printed } from '../../prisma/print-schema'
import { weighedFacts } from '../../prisma/sync-grants'
import { type Catalogue, openCatalogue } from './asked'
import { columnsOf, compartmentTables, plain, policiesOf } from './catalogue'

let catalogue: Catalogue
beforeAll(async () => {
  catalogue = await openCatalogue()
})
afterAll(() => catalogue.close())

describe('every compartment', () => {
  it('has a name of its own over all kinds: a right never counts for another', () => {
    const objects = compartmentTables.map((t) => t.object)
    expect(new Set(objects).size).toBe(objects.length)
    expect(objects).not.toContain('spine')
  })

  it.each(compartmentTables)('$object has a column for each of its fields, and no other', async (table) => {
    const found = await catalogue.list(
      `SELECT column_name || ' ' || udt_name || CASE is_nullable WHEN 'YES' THEN '?' ELSE '' END FROM information_schema.columns WHERE table_schema = 'public' AND table_name = $1`,
      [table.name],
    )
    expect(found.sort()).toEqual(columnsOf(table))
  })

  it.each(compartmentTables)(
    '$object is read and written by whoever has the right to it by that name',
    async (table) => {
      const rows = await catalogue.ask<{
        name: string
        cmd: string
        roles: string
        qual: string | null
        with_check: string | null
      }>(
        `SELECT policyname AS name, cmd, array_to_string(roles, ',') AS roles, qual, with_check FROM pg_policies WHERE tablename = $1`,
        [table.name],
      )
      const found = rows.map(
        (p) => `${p.name} ${p.cmd} ${p.roles} using ${plain(p.qual)} check ${plain(p.with_check)}`,
      )
      expect(found.sort()).toEqual(policiesOf(table))
    },
  )
})

describe('what was synced', () => {
  it('is the policy of the process tables and readers, row for row', async () => {
    const derived = grants.map((g) =>
      [g.kind, g.role, g.verb, g.object, g.stage, g.relation, g.needs ?? ''].join(' '),
    )
    const synced = await catalogue.list(
      `SELECT concat_ws(' ', kind, role, verb, object, stage, relation, needs) FROM policy_grant`,
    )
    expect(synced).toEqual(derived.sort())
  })

  it('is the cause of every consequence', async () => {
    const derived = Object.values(processes).flatMap((p) =>
      Object.entries<Row>(p.rows).flatMap(([step, row]) =>
        [...(row.causedBy ?? []), ...[row.causedByTerm ?? []].flat().map((task) => `term ${task}`)].map(
          (cause) => `${p.kind} ${step} ${cause}`,
        ),
      ),
    )
    expect(await catalogue.list(`SELECT concat_ws(' ', kind, step, cause) FROM policy_cause`)).toEqual(
      derived.sort(),
    )
  })

  it('is which facts are kept with which decision', async () => {
    const derived = weighedFacts.map(({ fields, ...w }) => [...Object.values(w), fields.join(',')].join(' '))
    const synced = await catalogue.list(
      `SELECT concat_ws(' ', kind, step, object, source, owner, array_to_string(fields, ',')) FROM policy_weighed`,
    )
    expect(synced.sort()).toEqual(derived.sort())
    expect(derived).toHaveLength(4 * 14)
  })

  it('is a schema in which every field of every compartment stands', () => {
    const schema = readFileSync(new URL('../../prisma/schema.prisma', import.meta.url), 'utf8')
    expect(
      schema === printed(schema),
      'npm run db:schema writes the compartments to prisma/schema.prisma',
    ).toBe(true)
  })
})
