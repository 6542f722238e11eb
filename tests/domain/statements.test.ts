// What the statements tell of this application is so: by the files and the tables they speak of.
import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { compartments, compartmentsBySource } from '@/domain/case/compartments'
import { REVIEWED_ON, RULES, THEMES, WIDTHS } from '@/features/statements/looked-at'
import nl from '@/i18n/nl/explain.json'

test('every group of facts of a case is told in what we keep, once', () => {
  const told = Object.values(compartmentsBySource).flatMap((its) => Object.keys(its))
  expect(told.sort()).toEqual(Object.keys(compartments).sort())
  expect(Object.keys(nl.privacy.stored.of)).toEqual(expect.arrayContaining(Object.keys(compartmentsBySource)))
})

test('the tests of which the accessibility statement speaks are there, and look as it says', () => {
  for (const journey of ['keyboard', 'without-javascript'])
    expect(existsSync(`tests/e2e/journeys/${journey}.spec.ts`), journey).toBe(true)
  expect(readFileSync('tests/e2e/pages/axe.ts', 'utf8')).toContain('RULES')
  const looks = readFileSync('tests/e2e/pages/looks-well.ts', 'utf8')
  expect(looks).toContain('THEMES.flatMap')
  expect(looks).toContain('WIDTHS.map')
  expect(RULES).toContain('wcag22aa')
  expect([Math.min(...WIDTHS), Math.max(...WIDTHS), THEMES.length]).toEqual([320, 1440, 2])
})

test('the day of the review is a day that has been', () => {
  expect(REVIEWED_ON).toMatch(/^\d{4}-\d\d-\d\d$/)
  expect(REVIEWED_ON <= new Date().toISOString().slice(0, 10)).toBe(true)
})

const migration = (name: string) => readFileSync(`prisma/migrations/${name}/migration.sql`, 'utf8')

test('what tidies up keeps to the terms that are told', () => {
  const sql = migration('20261122190000_notices')
  expect(sql).toMatch(/DELETE FROM session WHERE created_at < clock_timestamp\(\) - interval '1 day'/)
  expect(sql).toMatch(/DELETE FROM failed_sign_in .* interval '1 day'/)
  expect(sql).toMatch(/DELETE FROM invitation WHERE least\(used_at, expires_at\) .* interval '30 days'/)
  expect(sql).toMatch(/DELETE FROM mail WHERE created_at .* interval '30 days'/)
  expect(migration('20261130000000_matching_runs')).toMatch(
    /DELETE FROM matching_input .* interval '182 days'/,
  )
  const links = migration('20261201010100_link_of_several')
  expect(links).toMatch(/interval '48 hours'/)
  expect(readFileSync('src/server/env.ts', 'utf8')).toMatch(/DRAFT_DAYS: .*default\(30\)/)
})
