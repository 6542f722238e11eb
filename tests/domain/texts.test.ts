// The texts of the domain against the domain itself: none missing, none left over, in both languages.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, test } from 'vitest'
import { roleNames } from '@/domain/case/actor'
import { accessibility } from '@/domain/case/compartments'
import { processes, steps } from '@/domain/case/steps'
import { tasks } from '@/domain/case/tasks'
import { ruleSet } from '@/domain/covenant/rule-set'
import type { Field } from '@/domain/kernel/field'
import type { Step } from '@/domain/kernel/step'
import { type Compartments, parts } from '@/domain/kernel/subject'
import { fit, type Home, type Seeker } from '@/domain/matching/fit'
import { codeKey } from '@/i18n/codes'
import en from '@/i18n/en/domain.json'
import nl from '@/i18n/nl/domain.json'

type Texts = { [key: string]: string | Texts }
type Node = ReturnType<IntlMessageFormat['getAst']>[number]

const languages = { nl, en } as unknown as Record<'nl' | 'en', Texts>
const allSteps = Object.values(steps) as readonly Step[]
const compartments: Compartments = Object.assign(
  {},
  ...Object.values(processes).map((process) => process.compartments),
)
const fieldsIn = [...allSteps.map((s) => s.input), ...Object.values(compartments).map((c) => c.fields)]
const fields: [string, Field][] = fieldsIn.flatMap((of) => Object.entries(of))

const sourcesIn = (root: string) =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.includes('generated'))
    .map((path) => readFileSync(join(root, path), 'utf8'))
const matches = (root: string, pattern: RegExp) =>
  sourcesIn(root).flatMap((source) => [...source.matchAll(pattern)])
const found = (pattern: RegExp) => matches('src/domain', pattern)
/** The keys of an object as it stands in source text: `on, number: i.number` → on, number. */
const keysIn = (literal = '') =>
  literal.split(',').flatMap((part) => /^\s*(\w+)\s*(?::|$)/.exec(part)?.[1] ?? [])

/** Each place where the domain refuses, with the names of the values it gives. */
const refusedAt = found(/reason: '(\w+)'(?! as const)(?:[^{}]*values: \{([^}]*)\})?/g).map((m) => ({
  reason: m[1] as string,
  values: keysIn(m[2]),
}))
const ofTheServer = ['src/server', 'src/features'].flatMap((root) =>
  matches(root, /reason: '(\w+)'/g).map((m) => m[1]),
)
const errors = found(/error: (?:[^{}\n]*\? )?'(\w+)'(?: : '(\w+)')?/g).flatMap((m) => [m[1], m[2]])

/** Of an unknown client and home every rule still says which values it shows. */
/** A rule of a region that excludes, and one that warns. */
const agreed = [false, true].map((warns) => ({
  name: 'Een regel',
  must: { field: 'rooms', operator: 'is', value: 1 },
  warns,
}))
const rules = fit({} as Seeker, {} as Home, {
  rules: ruleSet.parse({
    origins: ['BW'],
    contractForms: ['eigenNaam'],
    matching: { agreed, support: 'blocks' },
  }),
  norms: [],
  today: '2026-11-22',
})

const each = (section: string, names: Iterable<string | undefined>, leaves = ['']) =>
  [...names].flatMap((name) => leaves.map((leaf) => [section, name, leaf].filter(Boolean).join('.')))
const needed = new Set([
  ...each('roles', roleNames),
  // What a term or a computation wrote comes from no party.
  ...each('parts', [...parts, 'computed']),
  ...Object.values(processes).flatMap((process) => each(`stages.${process.kind}`, process.stages)),
  ...each('tasks', Object.keys(tasks), ['label', 'waits']),
  ...each('steps', Object.keys(steps), ['label', 'intro', 'told']),
  ...each('compartments', Object.keys(compartments), ['title']),
  ...each(
    'fields',
    fields.map(([name]) => name),
    ['label', 'help'],
  ),
  ...fields.flatMap(([, field]) => ('codes' in field ? field.codes.map((c) => codeKey(field.list, c)) : [])),
  ...each('refusals', [...refusedAt.map((r) => r.reason), ...ofTheServer]),
  ...each('errors', errors.filter(Boolean)),
  ...each(
    'rules',
    rules.map((r) => r.rule),
    ['label', 'pass', 'fail', 'unknown'],
  ),
])

const leavesOf = (texts: Texts, at = ''): [string, string][] =>
  Object.entries(texts).flatMap(([key, text]): [string, string][] =>
    typeof text === 'string' ? [[at + key, text]] : leavesOf(text, `${at}${key}.`),
  )
const flat = { nl: new Map(leavesOf(languages.nl)), en: new Map(leavesOf(languages.en)) }
/** A field named otherwise in one step or compartment: 'steps.openCase.fields.address.label'. */
const override = /^(steps|compartments)\.(\w+)\.fields\.(\w+)/
const textAt = (language: 'nl' | 'en', path: string) => flat[language].get(path) ?? ''

const nodesOf = (message: string) => new IntlMessageFormat(message, 'nl').getAst()
/** Every argument of a message, with the codes it chooses from when it is a select. */
const argumentsOf = (nodes: readonly Node[]): [string, string[] | null][] =>
  nodes.flatMap((node): [string, string[] | null][] => {
    if (!('value' in node) || typeof node.value !== 'string' || node.type === 0) return []
    const options = 'options' in node ? Object.values(node.options).flatMap((o) => argumentsOf(o.value)) : []
    return [[node.value, node.type === 5 ? Object.keys(node.options) : null], ...options]
  })
const namesIn = (language: 'nl' | 'en', path: string) => [
  ...new Set(argumentsOf(nodesOf(textAt(language, path))).map(([name]) => name)),
]

const codesTold = (step: Step, name: string): readonly string[] | null => {
  const written = (step.row.writes ?? []).map((w) => compartments[w]?.fields[name])
  const field = [step.input[name], ...written].find((f) => f && 'codes' in f)
  return field && 'codes' in field ? field.codes : null
}

describe.each(['nl', 'en'] as const)('the texts in %s', (language) => {
  const paths = [...flat[language].keys()]

  test('are all there, and no more than that', () => {
    expect(paths.filter((path) => !override.test(path)).sort()).toEqual([...needed].sort())
  })

  test('name a field otherwise only where it is', () => {
    const astray = paths.filter((path) => {
      const [, kind, of = '', field = ''] = override.exec(path) ?? []
      const there = kind === 'steps' ? allSteps.find((s) => s.name === of)?.input : compartments[of]?.fields
      return kind && !there?.[field]
    })
    expect(astray).toEqual([])
  })

  test('say something, unless they are a help or an intro', () => {
    expect(paths.filter((path) => !textAt(language, path) && !/\.(help|intro)$/.test(path))).toEqual([])
  })

  test('are messages that can be read', () => {
    for (const path of paths) expect(() => nodesOf(textAt(language, path)), path).not.toThrow()
  })

  test('tell only what the step tells, and every code of it', () => {
    for (const step of allSteps) {
      const told = keysIn(/tells: \{([^}]*)\}/.exec(step.apply.toString())?.[1])
      for (const [name, choices] of argumentsOf(nodesOf(textAt(language, `steps.${step.name}.told`)))) {
        expect(told, step.name).toContain(name)
        const codes = codesTold(step, name)
        expect(choices?.sort() ?? null, step.name).toEqual(codes ? [...codes, 'other'].sort() : null)
      }
    }
  })

  test('refuse with the values that are given at each place', () => {
    for (const { reason, values } of refusedAt)
      expect(values, reason).toEqual(expect.arrayContaining(namesIn(language, `refusals.${reason}`)))
  })

  test('show of a rule only what the rule shows', () => {
    for (const { rule, shown } of rules)
      for (const leaf of ['pass', 'fail', 'unknown'])
        expect(Object.keys(shown), rule).toEqual(
          expect.arrayContaining(namesIn(language, `rules.${rule}.${leaf}`)),
        )
    const labels = argumentsOf(nodesOf(textAt(language, 'rules.accessible.fail')))[0]?.[1]
    expect(labels).toEqual([...accessibility, 'other'])
  })
})

test('nobody learns why a place does not fit', () => {
  expect(textAt('nl', 'rules.location.fail')).toBe('De plek past niet')
})

test('whoever waits reads on whom', () => {
  for (const task of Object.keys(tasks)) expect(namesIn('nl', `tasks.${task}.waits`)).toEqual(['holder'])
})
