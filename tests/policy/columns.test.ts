import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Catalogue, openCatalogue } from './asked'
import { APP, compartmentTables, KERNEL, plain } from './catalogue'
import { COLUMNS } from './columns'

let catalogue: Catalogue
beforeAll(async () => {
  catalogue = await openCatalogue()
})
afterAll(() => catalogue.close())

it('outside the compartments the application reads these columns, and no other', async () => {
  const compartments = compartmentTables.map(({ name }) => name)
  const rows = await catalogue.ask<{ name: string; columns: string }>(
    `SELECT c.relname::text AS name, string_agg(a.attname::text, ' ' ORDER BY a.attname::text COLLATE "C") AS columns
       FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
        AND has_column_privilege(c.oid, a.attnum, 'SELECT') GROUP BY 1`,
  )
  const found = Object.fromEntries(
    rows.filter(({ name }) => !compartments.includes(name)).map(({ name, columns }) => [name, columns]),
  )
  const sorted = (list: string) => list.split(' ').sort().join(' ')
  expect(found).toEqual(
    Object.fromEntries(Object.entries(COLUMNS).map(([name, list]) => [name, sorted(list)])),
  )
})

it('what a decision rested on is never changed, is written by the database alone, and read by two rights at once', async () => {
  const changes = `SELECT privilege_type || ' ' || grantee::regrole FROM pg_class, aclexplode(relacl) WHERE relname = 'weighed' AND grantee <> relowner`
  const kernels = ['DELETE', 'INSERT', 'SELECT'].map((one) => `${one} ${KERNEL}`)
  expect((await catalogue.list(changes)).sort()).toEqual([...kernels, `SELECT ${APP}`].sort())
  const policy = `SELECT qual FROM pg_policies WHERE tablename = 'weighed' AND policyname = 'readable'`
  const asks = (objects: string) => `app.may((SELECT app.actor()), 'read', ARRAY[${objects}], subject_id)`
  expect((await catalogue.list(policy)).map(plain)).toEqual([
    `(${asks('object')} AND ${asks("'decisionNotes'")})`,
  ])
})
