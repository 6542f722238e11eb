// Writes docs/process.md and docs/rights.md from the process tables and the readers, so that the documents say
// what the code does. `npm run docs:process`; a test says when it was forgotten.
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { roleNames } from '../src/domain/case/actor'
import { arrowsOf, endsOf } from '../src/domain/case/course'
import { matrixOf, type Right, relationsOf, type Sight } from '../src/domain/case/sight'
import { grants, processes } from '../src/domain/case/steps'
import { type TaskName, tasks } from '../src/domain/case/tasks'
import { ruleSet } from '../src/domain/covenant/rule-set'
import type { ProcessDefinition } from '../src/domain/kernel/grants'
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

function diagram(process: ProcessDefinition): string {
  const lines = arrowsOf(process).map(
    ({ from, to, steps }) => `${from === 'new' ? '[*]' : from} --> ${to} : ${steps.join(', ')}`,
  )
  return [
    '```mermaid',
    'stateDiagram-v2',
    ...[...lines, ...endsOf(process).map((end) => `${end} --> [*]`)].map((l) => `  ${l}`),
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
    `${code(step)}${row.grave ? ' †' : ''}${row.onDevice ? ' ‡' : ''}`,
    Object.entries(row.by)
      .map(([role, relation]) => `${role} (${relation})`)
      .join('<br>'),
    `${span(row.from, stages)}${row.to ? ` → ${[row.to].flat().join(', ')}` : ''}`,
    codes(row.writes),
    turnsOf(row),
    row.causedByTerm ? `the term of ${codes([row.causedByTerm].flat())}` : codes(row.causedBy),
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

Six processes of one shape: the case, and beside it the dwelling, the offer, the uitstroomtafel, a person's access and an emergency. Each is one
table in \`src/domain\`; buttons, refusals, work lists, database rights and tests are derived from the same rows.

- **Who**: a role, and what its organisation must be to the subject: \`ours\` (it is theirs), \`assigned\` (they were
  brought in), \`any\` (every party of the covenant).
- **From → to**: the stage in which the step can be taken, and where it leads. Without an arrow the stage stays.
- **Whose turn next**: the tasks that the step can open, and those it ends. A step that leads to another stage ends
  every older task.
- **Consequence of**: nobody takes this step by hand; it is taken when the step named here is, or some working days after the term named here,
  where the covenant says so ([decision 37](decisions/0037-a-term-with-a-consequence.md)).
- **†**: cannot be undone; the screen says so before.
- **‡**: its form may be kept on the device until it arrives, where the organisation allows it
  ([decision 51](decisions/0051-kept-on-the-device.md)).

The diagrams show only steps that can lead to another stage.

${all.map((p) => [heading(p.kind), diagram(p), stepsOf(p)].join('\n\n')).join('\n\n')}

## Tasks

A task is what somebody is waited for. The terms are defaults: the rule set of a covenant version may set each of them.

${tasksTable()}
`

// ── The rights ──────────────────────────────────────────────────────────────────────────────────────────────

/** During which stages, in as few words as will do; nothing where it is always. */
const during = ({ from, only }: Sight) => (from ? ` ${from}…` : only.length ? ` ${only.join(', ')}` : '')

function cell({ sights, writes }: Right): string {
  const reads = sights.map((s) => `${s.as === 'invited' ? 'I' : 'R'}${during(s)}${s.needs ? ' C' : ''}`)
  return [...reads, ...(writes ? ['W'] : [])].join(', ') || '·'
}

function rightsOf(process: ProcessDefinition): string {
  const { rows, roles } = matrixOf(process)
  const head = ['Compartment', ...roles.map((role) => `${role}<br>${relationsOf(process, role).join(', ')}`)]
  return table(
    head,
    rows.map(({ object, rights }) => [code(object), ...roles.map((role) => cell(rights[role]))]),
  )
}

const aliasLines = ({ kind, underAlias = {} }: ProcessDefinition) =>
  Object.entries(underAlias).map(([object, roles]) => {
    const to = roles === 'all' ? 'all its readers' : roles.join(', ')
    return `- ${kind}, ${code(object)}: ${to}`
  })

const aliasSteps = ({ rows }: ProcessDefinition) =>
  Object.entries(rows).flatMap(([step, { underAlias }]) =>
    underAlias ? [`${code(step)} (${underAlias.join(', ')})`] : [],
  )

const rightsPage = () => `${NOTE}

# Who sees what

One row per compartment: a group of fields that is always shared together, and one table of the database. A role that
is not in a table sees nothing of that subject. Without any compartment: ${roleNames
  .filter((role) => !grants.some((g) => g.role === role))
  .map(code)
  .join(', ')}.
\`spine\` is the head of a subject: its number, stage and dates.

- **R** reads, **W** writes in some step (alone: adds to it and reads none of it), **·** nothing. Without a stage: as long as the subject exists.
- **R tafel…**: from that stage on. **R matching**: during that stage only.
- **C**: only with the client's live consent for the reader's organisation: the last word was yes, and its last day has not
  passed ([decision 15](decisions/0015-the-consent-ledger.md)). What is asked as consent, and what a task of the law decides
  instead: \`src/domain/case/consent-table.ts\`.
- **I**: as a guest who was asked to take part in one item of the uitstroomtafel.
- Under each role: what its organisation must be to the subject. A consequence writes in the name of whoever caused it.

${all.map((p) => [heading(p.kind), rightsOf(p)].join('\n\n')).join('\n\n')}

## A shielded case

A client who must not be found ([decision 14](decisions/0014-a-shielded-case.md)). Of such a case, and of an offer to it,
people read and write by the tables above only when they were named for it. To whoever was not, this stays open, under
an alias:

${all.flatMap(aliasLines).join('\n')}

And these steps: ${all.flatMap(aliasSteps).join(', ')}.

## An emergency

Somebody in one of these roles (${all.flatMap((p) => p.inEmergency?.roles ?? []).join(', ')}) can open one case for an hour
([decision 17](decisions/0017-emergency-access.md)). They alone read these of it, and write nothing: ${all
  .flatMap((p) => p.inEmergency?.opens ?? [])
  .map(code)
  .join(', ')}. Of a shielded case, nothing.
`

/** Each generated document by its path from the root of the project. */
export const pages: Readonly<Record<string, () => string>> = {
  'docs/process.md': processPage,
  'docs/rights.md': rightsPage,
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const [path, page] of Object.entries(pages))
    writeFileSync(fileURLToPath(new URL(`../${path}`, import.meta.url)), page())
