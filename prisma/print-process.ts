// Writes docs/process.md and docs/rights.md from the process tables and the readers, so that the documents say
// what the code does. `npm run docs:process`; a test says when it was forgotten.
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Role, roleNames } from '../src/domain/case/actor'
import { grants, processes } from '../src/domain/case/steps'
import { type TaskName, tasks } from '../src/domain/case/tasks'
import { ruleSet } from '../src/domain/covenant/rule-set'
import type { ProcessDefinition, Reading } from '../src/domain/kernel/grants'
import type { Row } from '../src/domain/kernel/step'

const NOTE = '<!-- Written by `npm run docs:process` from the code. Do not edit. -->'
const all: readonly ProcessDefinition[] = Object.values(processes)
const code = (name: string) => `\`${name}\``
const codes = (names: readonly string[] = []) => names.map(code).join(', ')
const heading = (kind: string) => `## ${kind[0]?.toUpperCase()}${kind.slice(1)}`
const table = (head: readonly string[], body: readonly (readonly string[])[]) =>
  [head, head.map(() => '---'), ...body].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

// ── The process ─────────────────────────────────────────────────────────────────────────────────────────────

/** Three or more stages in a row are said by their first and last. */
function span(stages: readonly string[], of: readonly string[]): string {
  const at = of.indexOf(stages[0] ?? '')
  const inARow = stages.every((stage, i) => of[at + i] === stage)
  return stages.length > 2 && inARow ? `${stages[0]} … ${stages.at(-1)}` : stages.join(', ')
}

/** A row that may lead to several stages may also stay where it is: then the arrow back is drawn too. */
const arrowsOf = ([step, { from, to }]: [string, Row]) =>
  from.flatMap((a) =>
    [to ?? []].flat().flatMap((b) => (a !== b || Array.isArray(to) ? [{ a, b, step }] : [])),
  )

function diagram({ stages, rows }: ProcessDefinition): string {
  const arrows = Object.entries<Row>(rows).flatMap(arrowsOf)
  const ends = stages.filter((stage) => !arrows.some(({ a, b }) => a === stage && b !== stage))
  const between = new Map<string, string[]>()
  for (const { a, b, step } of arrows) {
    const arrow = `${a === 'new' ? '[*]' : a} --> ${b}`
    between.set(arrow, [...(between.get(arrow) ?? []), step])
  }
  const lines = [...between].map(([arrow, steps]) => `${arrow} : ${steps.join(', ')}`)
  return [
    '```mermaid',
    'stateDiagram-v2',
    ...[...lines, ...ends.map((end) => `${end} --> [*]`)].map((l) => `  ${l}`),
    '```',
  ].join('\n')
}

function turnsOf({ closes = [], opens = [], resumes }: Row): string {
  const ends = closes.length ? [`ends ${codes(closes)}`] : []
  const starts = opens.map((task) => `${tasks[task as TaskName].role}: ${code(task)}`)
  return [...starts, ...ends, ...(resumes ? ['paused clocks run again'] : [])].join('<br>')
}

function stepsOf({ stages, rows }: ProcessDefinition): string {
  const head = ['Step', 'Who', 'From → to', 'Writes', 'Whose turn next', 'Consequence of']
  const body = Object.entries<Row>(rows).map(([step, row]) => [
    `${code(step)}${row.grave ? ' †' : ''}`,
    Object.entries(row.by)
      .map(([role, relation]) => `${role} (${relation})`)
      .join('<br>'),
    `${span(row.from, stages)}${row.to ? ` → ${[row.to].flat().join(', ')}` : ''}`,
    codes(row.writes),
    turnsOf(row),
    codes(row.causedBy),
  ])
  return table(head, body)
}

function tasksTable(): string {
  const { terms } = ruleSet.parse({ origins: ['BW'], contractForms: ['eigenNaam'] })
  const body = Object.entries(tasks).map(([task, { role, part, term }]) => [
    code(task),
    role,
    part,
    term === 'byDate'
      ? 'the day that the step gives'
      : `${terms[term]} working day${terms[term] === 1 ? '' : 's'}`,
  ])
  return table(['Task', 'Waits on', 'Who plays the part of', 'Until'], body)
}

const processPage = () => `${NOTE}

# The process

Four processes of one shape: the case, and beside it the dwelling, the offer and the uitstroomtafel. Each is one
table in \`src/domain\`; buttons, refusals, work lists, database rights and tests are derived from the same rows.

- **Who**: a role, and what its organisation must be to the subject: \`ours\` (it is theirs), \`assigned\` (they were
  brought in), \`any\` (every party of the covenant).
- **From → to**: the stage in which the step can be taken, and where it leads. Without an arrow the stage stays.
- **Whose turn next**: the tasks that the step can open, and those it ends. A step that leads to another stage ends
  every older task.
- **Consequence of**: nobody takes this step by hand; it is taken when the step named here is.
- **†**: cannot be undone; the screen says so before.

The diagrams show only steps that can lead to another stage.

${all.map((p) => [heading(p.kind), diagram(p), stepsOf(p)].join('\n\n')).join('\n\n')}

## Tasks

A task is what somebody is waited for. The terms are defaults: the rule set of a covenant version may set each of them.

${tasksTable()}
`

// ── The rights ──────────────────────────────────────────────────────────────────────────────────────────────

const readingsOf = ({ readers }: ProcessDefinition, object: string, role: Role) =>
  [readers[object]?.[role] ?? []].flat() as Reading[]

/** During which stages, in as few words as will do; nothing where it is always. */
function during(stages: readonly string[], { stages: of }: ProcessDefinition): string {
  const all = of.slice(1)
  if (stages.length === all.length) return ''
  const first = stages[0] ?? ''
  return stages.join() === all.slice(all.indexOf(first)).join() && stages.length > 1
    ? ` ${first}…`
    : ` ${stages.join(', ')}`
}

function cell(process: ProcessDefinition, object: string, role: Role): string {
  const writes = grants.some(
    (g) => g.kind === process.kind && g.role === role && g.verb === 'write' && g.object === object,
  )
  const reads = readingsOf(process, object, role).map(
    ({ as, during: stages, needs }) =>
      `${as === 'invited' ? 'I' : 'R'}${during(stages, process)}${needs ? ' C' : ''}`,
  )
  return [...reads, ...(writes ? ['W'] : [])].join(', ') || '·'
}

function rightsOf(process: ProcessDefinition): string {
  const objects = Object.keys(process.readers)
  const columns = roleNames.filter((role) => objects.some((object) => cell(process, object, role) !== '·'))
  const relation = (role: Role) => {
    const found = objects
      .flatMap((object) => readingsOf(process, object, role).map((r) => r.as))
      .filter((as) => as !== 'invited')
    return [...new Set(found)].join(', ')
  }
  const head = ['Compartment', ...columns.map((role) => `${role}<br>${relation(role)}`)]
  return table(
    head,
    objects.map((object) => [code(object), ...columns.map((role) => cell(process, object, role))]),
  )
}

const rightsPage = () => `${NOTE}

# Who sees what

One row per compartment: a group of fields that is always shared together, and one table of the database. A role that
is not in a table sees nothing of that subject; ${roleNames
  .filter((role) => !grants.some((g) => g.role === role))
  .map(code)
  .join(', ')}
have no compartment at all. \`spine\` is the head of a subject: its number, stage and dates.

- **R** reads, **W** writes in some step, **·** nothing. Without a stage: as long as the subject exists.
- **R tafel…**: from that stage on. **R matching**: during that stage only.
- **C**: only with the client's live consent for the reader's organisation.
- **I**: as a guest who was asked to take part in one item of the uitstroomtafel.
- Under each role: what its organisation must be to the subject. A consequence writes in the name of whoever caused it.

${all.map((p) => [heading(p.kind), rightsOf(p)].join('\n\n')).join('\n\n')}
`

/** Each generated document by its path from the root of the project. */
export const pages: Readonly<Record<string, () => string>> = {
  'docs/process.md': processPage,
  'docs/rights.md': rightsPage,
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const [path, page] of Object.entries(pages))
    writeFileSync(fileURLToPath(new URL(`../${path}`, import.meta.url)), page())
