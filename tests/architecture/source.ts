// The project's own files as text, for the tests that read code instead of running it.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type ESTree, parseSync, Visitor, type VisitorObject } from 'rolldown/utils'

/** Path from the root of the project, with forward slashes → text. A planted case is such a map too. */
export type Sources = ReadonlyMap<string, string>

export const planted = (files: Record<string, string>): Sources => new Map(Object.entries(files))

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const TEXT = /\.(tsx?|mjs|css|json)$/
// Made by tools, not by people.
const GENERATED = /^src\/server\/db\/generated\//

export function readSources(folder: string): Sources {
  const files = readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length).replaceAll('\\', '/'))
    .filter((path) => TEXT.test(path) && !GENERATED.test(path))
    .sort()
  return new Map(files.map((path) => [path, readFileSync(join(ROOT, path), 'utf8')]))
}

export const readText = (path: string) => readFileSync(join(ROOT, path), 'utf8')

export const isCode = (path: string) => /\.(tsx?|mjs)$/.test(path)

export type Code = {
  path: string
  text: string
  program: ESTree.Program
  comments: { value: string; start: number }[]
  lineOf: (offset: number) => number
}

export function parse(path: string, text: string): Code {
  const lang = path.endsWith('x') ? 'tsx' : path.endsWith('.ts') ? 'ts' : 'js'
  const { program, comments, errors } = parseSync(path, text, { lang, sourceType: 'module' })
  // A file that cannot be read must not pass as one without faults.
  if (errors.length) throw new Error(`${path}: ${errors[0]?.message}`)
  return { path, text, program, comments, lineOf: (offset) => text.slice(0, offset).split('\n').length }
}

export const visit = (code: Code, visitors: VisitorObject) => new Visitor(visitors).visit(code.program)

export const codeIn = (sources: Sources): Code[] =>
  [...sources].filter(([path]) => isCode(path)).map(([path, text]) => parse(path, text))
