// What is written from the code against the code: documents and tables say what is done, or this fails.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { pages } from '../../prisma/print-process'
import { printed } from '../../prisma/print-schema'

const kept = (path: string) => readFileSync(path, 'utf8')

test.each(Object.keys(pages))('%s is up to date (npm run docs:process)', (path) => {
  expect(kept(path)).toBe(pages[path]?.())
})

test('prisma/schema.prisma has the fields of the compartments (npm run db:schema)', () => {
  const schema = kept('prisma/schema.prisma')
  expect(schema).toBe(printed(schema))
})
