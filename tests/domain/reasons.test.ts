// No rule without its test: every reason the domain can give is named in a test of its room.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))
const textsIn = (folder: string, ending: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(ending))
    .map((path) => readFileSync(join(root, folder, path), 'utf8'))

const reasons = textsIn('src/domain', '.ts').flatMap((text) =>
  [...text.matchAll(/reason: '(\w+)'(?! as const)/g)].map((found) => found[1] as string),
)
const tests = textsIn('tests/domain', '.test.ts').join('\n')

test('every refusal of the domain is expected by name in a test', () => {
  expect(new Set(reasons).size).toBeGreaterThan(55)
  expect([...new Set(reasons)].filter((reason) => !tests.includes(`'${reason}'`))).toEqual([])
})
