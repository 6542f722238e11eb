// What must hold for every file of src and tests: its size, its name, and what nobody may write in it.
import type { ESTree } from 'rolldown/utils'
import { type Code, isCode, parse, type Sources, visit } from './source'

export const LONGEST_FILE = 200
export const LONGEST_FUNCTION = 40
/** The whole process on one page is worth more than a short page. */
const MAY_BE_LONG = ['src/domain/case/process.ts']
export const FORBIDDEN_NAMES = 'utils helpers common misc types constants hooks services index'.split(' ')

export type Fault = { line: number; what: string }
export type FileRule = (code: Code) => Fault[]

const lineCount = (text: string) => text.replace(/\n$/, '').split('\n').length

function fileIsShort(path: string, text: string): Fault[] {
  const lines = lineCount(text)
  if (path.endsWith('.json') || lines <= LONGEST_FILE || MAY_BE_LONG.includes(path)) return []
  return [{ line: lines, what: `${lines} lines, at most ${LONGEST_FILE}: split it by its nouns` }]
}

/** 'src/ui/hooks/use-x.test.ts' → src, ui, hooks, use-x */
function nameSaysWhat(path: string): Fault[] {
  const names = path.split('/').map((part) => part.split('.')[0] ?? '')
  return names
    .filter((name) => FORBIDDEN_NAMES.includes(name))
    .map((name) => ({ line: 1, what: `"${name}" says nothing: name it for what it is about` }))
}

const rootOf = (node: ESTree.Expression | ESTree.Super): string => {
  if (node.type === 'Identifier') return node.name
  if (node.type === 'MemberExpression') return rootOf(node.object)
  if (node.type === 'CallExpression') return rootOf(node.callee)
  return ''
}

/** The callback of a describe is a chapter of sentences, not a function. */
const isChapter = (call: ESTree.CallExpression) =>
  rootOf(call.callee) === 'describe' ||
  (rootOf(call.callee) === 'test' &&
    call.callee.type === 'MemberExpression' &&
    call.callee.property.type === 'Identifier' &&
    call.callee.property.name === 'describe')

const functionsAreShort: FileRule = (code) => {
  const faults: Fault[] = []
  const chapters = new Set<number>()
  const measure = ({ start, end }: { start: number; end: number }) => {
    const lines = code.lineOf(end) - code.lineOf(start) + 1
    if (lines > LONGEST_FUNCTION && !chapters.has(start))
      faults.push({
        line: code.lineOf(start),
        what: `a function of ${lines} lines: take a part out and name it`,
      })
  }
  visit(code, {
    CallExpression: (call) => {
      if (isChapter(call)) for (const argument of call.arguments) chapters.add(argument.start)
    },
    FunctionDeclaration: measure,
    FunctionExpression: measure,
    ArrowFunctionExpression: measure,
  })
  return faults
}

const noAny: FileRule = (code) => {
  const faults: Fault[] = []
  const what = '"any" switches the compiler off: use unknown, or say the type'
  visit(code, { TSAnyKeyword: ({ start }) => faults.push({ line: code.lineOf(start), what }) })
  return faults
}

const TESTERS = ['it', 'test', 'describe', 'suite']
const SKIPPERS = ['only', 'skip', 'todo', 'fixme', 'skipIf', 'runIf', 'fails', 'fail']

const everyTestRuns: FileRule = (code) => {
  const faults: Fault[] = []
  visit(code, {
    MemberExpression: ({ object, property, start }) => {
      if (property.type !== 'Identifier' || !SKIPPERS.includes(property.name)) return
      if (TESTERS.includes(rootOf(object)))
        faults.push({ line: code.lineOf(start), what: `".${property.name}": every test runs, or goes` })
    },
  })
  return faults
}

const commentFaults = (code: Code, test: (comment: string) => string | undefined): Fault[] =>
  code.comments.flatMap(({ value, start }) => {
    const what = test(value.trim())
    return what ? [{ line: code.lineOf(start), what }] : []
  })

const nothingIsLeftForLater: FileRule = (code) =>
  commentFaults(code, (comment) =>
    /\b(TODO|FIXME|XXX|HACK)\b/.test(comment) ? 'do it, or write the decision down' : undefined,
  )

const SILENCED = /^\*?\s*(biome-ignore(?:-all|-start)?\s+[\w/]+|@ts-expect-error)\s*:?\s*(.*)$/s
const SHORTEST_REASON = 10

const silenceHasAReason: FileRule = (code) =>
  commentFaults(code, (comment) => {
    if (/^@ts-(ignore|nocheck)\b/.test(comment)) return 'the compiler may not be silenced: correct the type'
    const reason = SILENCED.exec(comment)?.[2]
    const given =
      reason === undefined || (reason.length >= SHORTEST_REASON && !reason.includes('<explanation>'))
    return given ? undefined : 'say on the same line why this rule does not hold here'
  })

export const FILE_RULES: Record<string, FileRule> = {
  'functions-are-short': functionsAreShort,
  'no-any': noAny,
  'every-test-runs': everyTestRuns,
  'nothing-is-left-for-later': nothingIsLeftForLater,
  'silence-has-a-reason': silenceHasAReason,
}

const say = (rule: string, path: string) => (fault: Fault) => `${rule} — ${path}:${fault.line}: ${fault.what}`

export function fileFaults(sources: Sources): string[] {
  return [...sources].flatMap(([path, text]) => [
    ...fileIsShort(path, text).map(say('file-is-short', path)),
    ...nameSaysWhat(path).map(say('name-says-what', path)),
    ...(isCode(path) ? codeFaults(parse(path, text), FILE_RULES) : []),
  ])
}

export const codeFaults = (code: Code, rules: Record<string, FileRule>): string[] =>
  Object.entries(rules).flatMap(([name, rule]) => rule(code).map(say(name, code.path)))
