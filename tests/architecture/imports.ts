import { posix } from 'node:path'
import type { ESTree } from 'rolldown/utils'
import { type Code, codeIn, type Sources, visit } from './source'

export type Import = {
  from: string
  /** A path from the root ('src/…') for what is ours, the name of the package for what is not. */
  to: string
  local: boolean
  line: number
}

/** What a module asks for: by import, export from, import type, import(), require and import('…').Type. */
function requests(code: Code): { request: string; start: number }[] {
  const found: { request: string; start: number }[] = []
  const add = (source: { value: unknown; start: number }) =>
    found.push({ request: String(source.value), start: source.start })
  const dynamic = (source: ESTree.Expression) =>
    source.type === 'Literal' ? add(source) : found.push({ request: pattern(source), start: source.start })
  visit(code, {
    ImportDeclaration: (node) => add(node.source),
    ExportAllDeclaration: (node) => add(node.source),
    ExportNamedDeclaration: (node) => node.source && add(node.source),
    ImportExpression: (node) => dynamic(node.source),
    TSImportType: (node) => add(node.source),
    TSExternalModuleReference: (node) => add(node.expression),
    CallExpression: (node) => {
      const [first] = node.arguments
      if (node.callee.type === 'Identifier' && node.callee.name === 'require' && first?.type === 'Literal')
        add(first)
    },
  })
  return found
}

/** `./${locale}.json` → './*.json'. Anything that names no folder could be anything: '*'. */
function pattern(source: ESTree.Expression): string {
  if (source.type !== 'TemplateLiteral') return '*'
  return source.quasis.map((part) => part.value.cooked).join('*')
}

const ENDINGS = ['', '.ts', '.tsx', '.mjs', '.json', '.css', '/index.ts', '/index.tsx']

function resolve(request: string, from: string, sources: Sources): Pick<Import, 'to' | 'local'> {
  if (!request.startsWith('.') && !request.startsWith('@/')) return { to: request, local: false }
  const path = request.startsWith('@/')
    ? posix.join('src', request.slice(2))
    : posix.join(posix.dirname(from), request)
  const ending = ENDINGS.find((e) => sources.has(path + e))
  return { to: path + (ending ?? ''), local: true }
}

export function importsOf(sources: Sources): Import[] {
  return codeIn(sources).flatMap((code) =>
    requests(code).map(({ request, start }) => ({
      from: code.path,
      line: code.lineOf(start),
      ...resolve(request, code.path, sources),
    })),
  )
}
