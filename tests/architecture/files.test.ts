import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { FILE_RULES, FORBIDDEN_NAMES, fileFaults, LONGEST_FILE, LONGEST_FUNCTION } from './file-rules'
import { SHAPE_RULES, shapeFaults } from './shape-rules'
import { planted, readSources } from './source'

const lines = (count: number) => 'f()\n'.repeat(count)
const ACTIONS = 'src/features/tafel/actions.ts'
const IN_USE = "'use server'\nimport { a } from 'b'\n"

type Planted = [rule: string, path: string, text: string]

const FILES: Planted[] = [
  ['file-is-short', 'src/a.ts', lines(LONGEST_FILE + 1)],
  ['file-is-short', 'src/a.css', lines(LONGEST_FILE + 1)],
  ['functions-are-short', 'src/a.ts', `const f = () => {\n${lines(LONGEST_FUNCTION)}}`],
  ['functions-are-short', 'src/a.tsx', `function F() {\n${lines(LONGEST_FUNCTION)}return <p/> }`],
  ['functions-are-short', 'tests/a.ts', `it('x', async () => {\n${lines(LONGEST_FUNCTION)}})`],
  ['functions-are-short', 'src/a.ts', `class A { m() {\n${lines(LONGEST_FUNCTION)}} }`],
  ...FORBIDDEN_NAMES.map((name): Planted => ['name-says-what', `src/ui/${name}.ts`, '']),
  ['name-says-what', 'src/hooks/use-x.ts', ''],
  ['name-says-what', 'tests/domain/utils.test.ts', ''],
  ['no-any', 'src/a.ts', 'const x: Record<string, any> = {}'],
  ['no-any', 'src/a.tsx', 'const x = y as any'],
  ['every-test-runs', 'tests/a.test.ts', "it.only('x', f)"],
  ['every-test-runs', 'tests/a.test.ts', "describe.skip('x', f)"],
  ['every-test-runs', 'tests/a.test.ts', "it.todo('x')"],
  ['every-test-runs', 'tests/a.spec.ts', "test.describe.only('x', f)"],
  ['every-test-runs', 'tests/a.spec.ts', "test.fixme('x', f)"],
  ['every-test-runs', 'tests/a.test.ts', "it.skip.each([1])('x', f)"],
  ['nothing-is-left-for-later', 'src/a.ts', '// TODO later\nf()'],
  ['nothing-is-left-for-later', 'src/a.tsx', 'const a = <p>{/* FIXME */}</p>'],
  ['silence-has-a-reason', 'src/a.ts', '// biome-ignore lint/a/b: <explanation>\nf()'],
  ['silence-has-a-reason', 'src/a.ts', '// biome-ignore lint/a/b\nf()'],
  ['silence-has-a-reason', 'src/a.ts', '/* biome-ignore-all lint/a/b: why */\nf()'],
  ['silence-has-a-reason', 'src/a.ts', '// @ts-ignore because it is hard\nf()'],
  ['silence-has-a-reason', 'src/a.ts', '// @ts-expect-error\nf()'],
]

const SHAPES: Planted[] = [
  ['actions-are-one-liners', ACTIONS, "import { a } from 'b'\nexport const xAction = posted(x)"],
  ['actions-are-one-liners', ACTIONS, `${IN_USE}export async function xAction() {}`],
  ['actions-are-one-liners', ACTIONS, `${IN_USE}export const xAction = posted(() => 1)`],
  ['actions-are-one-liners', ACTIONS, `${IN_USE}export const x = posted(y)`],
  ['actions-are-one-liners', ACTIONS, `${IN_USE}export const xAction = action(x)`],
  ['actions-are-one-liners', ACTIONS, `${IN_USE}export { core } from 'b'`],
  ['actions-are-one-liners', ACTIONS, `${IN_USE}const hidden = 1`],
  ['only-actions-are-addresses', 'src/server/a.ts', "'use server'\nexport const x = 1"],
  ['only-actions-are-addresses', 'src/app/page.tsx', "async function f() { 'use server' }"],
  ['server-stays-on-the-server', 'src/server/db/a.ts', "import { x } from 'y'\nimport 'server-only'"],
  ['server-stays-on-the-server', 'src/features/tafel/queries.ts', 'export const x = 1'],
  ['one-door-to-the-environment', 'src/app/a.ts', 'f(process.env.HOME)'],
  ['one-door-to-the-environment', 'src/app/a.ts', "f(globalThis.process['env'])"],
  ['one-door-to-the-environment', 'src/app/a.ts', 'const { env } = process'],
  ['one-door-to-the-environment', 'src/app/a.ts', "import { env } from 'node:process'"],
  ['no-bound-action', 'src/features/tafel/components/a.tsx', 'f(planAction.bind(null, id))'],
  ['no-text-as-sql', 'src/server/db/a.ts', 'f(tx.$queryRawUnsafe(sql))'],
]

describe('a planted fault is reported', () => {
  it.each(FILES)('%s in %s', (rule, path, text) => {
    expect(fileFaults(planted({ [path]: text }))).toContainEqual(expect.stringContaining(`${rule} — ${path}`))
  })

  it.each(SHAPES)('%s in %s', (rule, path, text) => {
    expect(shapeFaults(planted({ [path]: text }))).toContainEqual(
      expect.stringContaining(`${rule} — ${path}`),
    )
  })

  it('for every rule there is', () => {
    const rules = [...Object.keys(FILE_RULES), ...Object.keys(SHAPE_RULES)]
    const tried = [...FILES, ...SHAPES].map(([rule]) => rule)
    expect(rules.filter((rule) => !tried.includes(rule))).toEqual([])
  })

  it('and a file that cannot be read is no file without faults', () => {
    expect(() => fileFaults(planted({ 'src/a.ts': 'const = (' }))).toThrow('src/a.ts')
  })

  it('and what is allowed is not', () => {
    const allowed = planted({
      'src/domain/case/process.ts': lines(LONGEST_FILE + 1),
      'src/i18n/nl.json': '\n'.repeat(LONGEST_FILE + 1),
      'src/a.ts': `// biome-ignore lint/a/b: the library wants it so\n${lines(LONGEST_FILE - 1)}`,
      'src/server/env.ts': "import 'server-only'\nexport const env = parse(process.env)",
      'tests/b.test.ts': "import { fit } from '@/domain/matching/fit'\nfit(dwelling)",
      'tests/a.test.ts': `describe('x', () => {\n${lines(LONGEST_FUNCTION)}})`,
      [ACTIONS]: `${IN_USE}export const planAction = posted(plan)`,
    })
    expect([...fileFaults(allowed), ...shapeFaults(allowed)]).toEqual([])
  })
})

describe('the project', () => {
  it('numbers its decisions one after the other, each number once', () => {
    const numbers = readdirSync(new URL('../../docs/decisions', import.meta.url)).map((name) =>
      Number(name.slice(0, 4)),
    )
    expect(numbers.sort((a, b) => a - b)).toEqual(numbers.map((_, i) => i + 1))
  })

  it.each(['src', 'tests'])('keeps every rule of files in %s', (folder) => {
    expect(fileFaults(readSources(folder))).toEqual([])
  })

  it('keeps every rule of shape in src', () => {
    expect(shapeFaults(readSources('src'))).toEqual([])
  })
})
