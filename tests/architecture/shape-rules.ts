// What must hold for src alone: the shape of actions and queries, and the few doors to the outside.
import type { ESTree } from 'rolldown/utils'
import { codeFaults, type Fault, type FileRule } from './file-rules'
import { type Code, codeIn, type Sources, visit } from './source'

/** Files of src/server that a plain script may load without Next's condition: named here, with the reason. */
const SCRIPT_USABLE: string[] = []
const ENVIRONMENT = 'src/server/env.ts'
/** Next fills in NEXT_RUNTIME at build time, and only where it is written out. */
const BUILD_TIME = 'src/instrumentation.ts'

const fault = (code: Code, node: { start: number }, what: string): Fault => ({
  line: code.lineOf(node.start),
  what,
})

const isDirective = (node: ESTree.Directive | ESTree.Statement, text: string) =>
  node.type === 'ExpressionStatement' && 'directive' in node && node.directive === text

/** `export const planAction = posted(plan)`: what is imported, behind the guard, with nothing written in place. */
function isOneLiner(node: ESTree.Directive | ESTree.Statement): boolean {
  if (node.type !== 'ExportNamedDeclaration' || node.declaration?.type !== 'VariableDeclaration') return false
  const [made, ...others] = node.declaration.declarations
  if (!made || others.length || made.id.type !== 'Identifier' || !/^[a-z]\w*Action$/.test(made.id.name))
    return false
  return (
    made.init?.type === 'CallExpression' &&
    named(made.init.callee, 'posted') &&
    made.init.arguments.every((argument) => argument.type === 'Identifier' || argument.type === 'Literal')
  )
}

const ACTIONS = /^src\/features\/[^/]+\/actions\.ts$/

const actionsAreOneLiners: FileRule = (code) => {
  if (!ACTIONS.test(code.path)) return []
  const [first, ...rest] = code.program.body
  if (!first || !isDirective(first, 'use server'))
    return [{ line: 1, what: "starts with 'use server' and nothing before it" }]
  return rest
    .filter((node) => node.type !== 'ImportDeclaration' && !isOneLiner(node))
    .map((node) => fault(code, node, 'only imports and `export const xAction = posted(x)` belong here'))
}

/** Each export of a 'use server' file is an address that anybody may post to. */
const onlyActionsAreAddresses: FileRule = (code) => {
  if (ACTIONS.test(code.path)) return []
  const faults: Fault[] = []
  visit(code, {
    ExpressionStatement: (node) => {
      if (isDirective(node, 'use server'))
        faults.push(fault(code, node, "'use server' belongs in the actions.ts of a feature"))
    },
  })
  return faults
}

const GUARDED = /^src\/(server\/.*\.tsx?|features\/[^/]+\/queries\.ts)$/

const serverStaysOnTheServer: FileRule = (code) => {
  if (!GUARDED.test(code.path) || SCRIPT_USABLE.includes(code.path)) return []
  const first = code.program.body.find((node) => !('directive' in node && node.directive))
  const guarded =
    first?.type === 'ImportDeclaration' && first.source.value === 'server-only' && !first.specifiers.length
  return guarded ? [] : [{ line: 1, what: "starts with import 'server-only'" }]
}

const named = (node: { type: string; name?: unknown }, name: string) =>
  node.type === 'Identifier' && node.name === name

/** `process` or `globalThis.process`; the process table of the domain carries no `env`. */
const isProcess = (node: ESTree.Expression | ESTree.Super): boolean =>
  named(node, 'process') || (node.type === 'MemberExpression' && named(node.property, 'process'))

const oneDoorToTheEnvironment: FileRule = (code) => {
  if (code.path === ENVIRONMENT || code.path === BUILD_TIME) return []
  const faults: Fault[] = []
  const add = (node: { start: number }) => {
    faults.push(fault(code, node, `process.env is read in ${ENVIRONMENT} only: ask it`))
  }
  visit(code, {
    MemberExpression: (node) => {
      const asksEnv =
        named(node.property, 'env') || ('value' in node.property && node.property.value === 'env')
      if (isProcess(node.object) && asksEnv) add(node)
    },
    VariableDeclarator: (node) => {
      if (!node.init || !isProcess(node.init) || node.id.type !== 'ObjectPattern') return
      if (node.id.properties.some((p) => p.type === 'RestElement' || named(p.key, 'env'))) add(node)
    },
    ImportDeclaration: (node) => {
      if (/^(node:)?process$/.test(node.source.value)) add(node)
    },
  })
  return faults
}

/** A bound action posted without JavaScript spins the server (vercel/next.js#98045). */
const noBoundAction: FileRule = (code) => {
  const faults: Fault[] = []
  visit(code, {
    MemberExpression: (node) => {
      if (!named(node.property, 'bind') || node.object.type !== 'Identifier') return
      if (node.object.name.endsWith('Action'))
        faults.push(fault(code, node, 'do not bind an action: put the ids in hidden fields'))
    },
  })
  return faults
}

const noTextAsSql: FileRule = (code) => {
  const faults: Fault[] = []
  visit(code, {
    MemberExpression: (node) => {
      if (node.property.type === 'Identifier' && /RawUnsafe$/.test(node.property.name))
        faults.push(fault(code, node, `${node.property.name} takes text as SQL: use the tagged template`))
    },
  })
  return faults
}

export const SHAPE_RULES: Record<string, FileRule> = {
  'actions-are-one-liners': actionsAreOneLiners,
  'only-actions-are-addresses': onlyActionsAreAddresses,
  'server-stays-on-the-server': serverStaysOnTheServer,
  'one-door-to-the-environment': oneDoorToTheEnvironment,
  'no-bound-action': noBoundAction,
  'no-text-as-sql': noTextAsSql,
}

export const shapeFaults = (sources: Sources): string[] =>
  codeIn(sources).flatMap((code) => codeFaults(code, SHAPE_RULES))
