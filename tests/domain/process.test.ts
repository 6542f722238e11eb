// The process tables against the engine: every step, at every stage, for every role, by every relation.
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { isPerson, roleNames } from '@/domain/case/actor'
import { passed } from '@/domain/case/stages'
import { openingStep, processes, type StepName, steps, stepsOfKind } from '@/domain/case/steps'
import { blocked, type Row, type Step, take, byHand as takenByHand } from '@/domain/kernel/step'
import {
  type Compartments,
  type Loaded,
  type Relation,
  relations,
  subjectKinds,
} from '@/domain/kernel/subject'
import { actors, inOtherCovenant } from '../support/actors'
import { caseAt } from '../support/case-at'
import { norms, rules, rulesWith } from '../support/rules'
import { stories } from '../support/stories'
import { played, stagesOf, subjectAt } from '../support/subject-at'

const names = Object.keys(steps) as StepName[]
const all: Step[] = names.map((name) => steps[name])
const stageOf = Object.fromEntries(
  subjectKinds.map((kind) => [
    kind,
    new Map(stagesOf(kind).map((stage) => [stage, subjectAt(kind, stage)] as const)),
  ]),
)

type Cell = { role: (typeof roleNames)[number]; relation: Relation; stage: string }
const cells = (step: Step): Cell[] =>
  stagesOf(step.kind).flatMap((stage) =>
    roleNames.flatMap((role) => relations.map((relation) => ({ stage, role, relation }))),
  )

function asked(step: Step, { role, relation, stage }: Cell, ruleSet = rules) {
  const at = stageOf[step.kind]?.get(stage)
  if (!at) throw new Error(`No ${step.kind} at ${stage}`)
  const subject: Loaded<Compartments> = { ...at.subject, relations: [relation] }
  const context = { actor: actors[role], today: at.today, rules: ruleSet, norms }
  return { subject, context, reason: blocked(step, subject, context)?.reason ?? null }
}

/** What the table says of a cell; null where the step itself has the last word. */
function tableSays({ row }: Step, { role, relation, stage }: Cell): string | null {
  const wanted = row.by[role]
  if (!wanted) return 'notYourRole'
  if (wanted !== relation) return 'notYours'
  return row.from.includes(stage) ? null : 'notAtThisStage'
}
const ofTheTable = ['notYourRole', 'notYours', 'notAtThisStage', 'notInThisCovenant']

describe('every step at every stage, for every role, by every relation', () => {
  test.each(names)('%s is refused with the right reason wherever the table does not allow it', (name) => {
    const wrong = cells(steps[name]).flatMap((cell) => {
      const { reason } = asked(steps[name], cell)
      const said = tableSays(steps[name], cell)
      const right = said ? reason === said : !ofTheTable.includes(reason ?? '')
      return right ? [] : [{ ...cell, said, reason }]
    })
    expect(wrong).toEqual([])
  })

  test('there are more than thirty thousand such cells, and some of them are open', () => {
    const asks = all.flatMap((step) => cells(step).map((cell) => tableSays(step, cell)))
    expect(asks.length).toBeGreaterThan(30_000)
    expect(asks.filter((said) => said === null).length).toBeGreaterThan(150)
  })

  test.each(names)('%s is refused everywhere in a covenant that switched it off', (name) => {
    const off = rulesWith({ switchedOff: [name] })
    const reasons = cells(steps[name]).map((cell) => asked(steps[name], cell, off).reason)
    expect(new Set(reasons)).toEqual(new Set(['notInThisCovenant']))
  })

  test('a step that is switched off leaves every other step as it was', () => {
    const off = rulesWith({ switchedOff: ['sendIntake'] })
    const cell: Cell = { role: 'mentor', relation: 'ours', stage: 'intake' }
    expect(asked(steps.describeHousehold, cell, off).reason).toBeNull()
  })

  test('someone of another covenant is nobody to the case, whatever their role', () => {
    const world = caseAt('offered')
    for (const role of roleNames) expect(world.as(inOtherCovenant(actors[role])).shared.size).toBe(0)
    expect(world.blocked('describeHousehold', inOtherCovenant(actors.mentor))).toEqual({ reason: 'notYours' })
    expect(world.blocked('propose', inOtherCovenant(actors.officer))).toEqual({ reason: 'notYours' })
  })
})

describe('what follows from something else is not done by hand', () => {
  const consequences = all.filter((step) => !takenByHand(step.row))
  const byHand = all.filter((step) => takenByHand(step.row))

  test.each(consequences.map((s) => s.name))('%s cannot be taken by hand', (name) => {
    for (const cell of cells(steps[name as StepName])) {
      const { subject, context } = asked(steps[name as StepName], cell)
      const outcome = take(steps[name as StepName], subject, {}, context)
      expect(outcome).toEqual({ refusal: { reason: 'onlyAsConsequence' } })
    }
  })

  test.each(byHand.map((s) => s.name))('%s cannot be brought about by another step', (name) => {
    const stage = steps[name as StepName].row.from[0] as string
    const { subject, context } = asked(steps[name as StepName], { role: 'mentor', relation: 'ours', stage })
    const outcome = take(steps[name as StepName], subject, {}, context, true)
    expect(outcome).toEqual({ refusal: { reason: 'onlyAsConsequence' } })
  })

  test('every cause that a row names is a step, and no step comes about through itself', () => {
    const causes = new Map(consequences.map((s) => [s.name, s.row.causedBy ?? []]))
    expect([...causes.values()].flat().filter((name) => !names.includes(name as StepName))).toEqual([])
    const behind = (name: string, seen: readonly string[] = []): boolean =>
      seen.includes(name) || (causes.get(name) ?? []).some((cause) => behind(cause, [...seen, name]))
    expect(consequences.filter((s) => behind(s.name)).map((s) => s.name)).toEqual([])
  })
})

describe('the stages hang together', () => {
  const terminal: Record<string, readonly string[]> = {
    case: ['closed'],
    dwelling: ['withdrawn'],
    offer: ['refused', 'withdrawn', 'passedOver', 'swapped', 'expired', 'completed'],
    tafel: ['closed', 'cancelled'],
    membership: ['ended'],
    emergency: ['reviewed'],
  }
  const rowsOf = (kind: keyof typeof processes): Row[] => Object.values(processes[kind].rows)
  const leads = (kind: keyof typeof processes, stage: string) =>
    rowsOf(kind)
      .filter((row) => row.from.includes(stage) && !row.undoes)
      .flatMap((row) => [row.to ?? []].flat())
      .filter((to) => to !== stage)

  test.each(subjectKinds)('every stage of a %s can be reached by playing', (kind) => {
    for (const stage of stagesOf(kind)) expect(subjectAt(kind, stage).subject.spine.stage).toBe(stage)
    expect(Object.keys(played[kind])).toEqual([...stagesOf(kind)])
  })

  test('one step begins again what had ended, from a closed case', () => {
    const undoing = subjectKinds.flatMap((kind) => rowsOf(kind).filter(({ undoes }) => undoes))
    expect(undoing).toEqual([processes.case.rows.reopenCase])
  })

  test.each(subjectKinds)('a %s never comes to a dead end before its end', (kind) => {
    const ends = (stage: string, seen: readonly string[] = []): boolean =>
      terminal[kind]?.includes(stage) ||
      (!seen.includes(stage) && leads(kind, stage).some((next) => ends(next, [...seen, stage])))
    expect(stagesOf(kind).filter((stage) => !ends(stage))).toEqual([])
    expect(stagesOf(kind).filter((stage) => !leads(kind, stage).length)).toEqual(terminal[kind])
  })

  test.each(subjectKinds)('the rows of a %s name only stages, tasks and compartments that exist', (kind) => {
    const { stages, compartments } = processes[kind]
    for (const row of rowsOf(kind)) {
      for (const stage of [...row.from, ...[row.to ?? []].flat()]) expect(stages).toContain(stage)
      for (const name of row.writes ?? []) expect(Object.keys(compartments)).toContain(name)
    }
  })

  test('a person passes through six stages: what was before the door is none of them', () => {
    expect(passed).toEqual(['intake', 'tafel', 'matching', 'tenancy', 'aftercare', 'closed'])
  })

  test('every step there is, is taken in some story', () => {
    const taken = new Set(Object.values(stories).flatMap((story) => story().taken))
    expect(names.filter((name) => !taken.has(name))).toEqual([])
  })

  test('every step that people take by hand stands in the long story of a real Postgres', () => {
    const chapters = new URL('../support/script/', import.meta.url)
    const files = [...readdirSync(chapters), '../offer-script.ts']
    const script = files.map((file) => readFileSync(new URL(file, chapters), 'utf8')).join()
    const byHand = all.filter((step) => takenByHand(step.row)).map((step) => step.name)
    expect(byHand.filter((name) => !script.includes(`'${name}'`))).toEqual([])
  })

  test('every kind of subject has one door, for the role whose work it is', () => {
    const doors = subjectKinds.map((kind) =>
      roleNames.filter((role) => isPerson(role) && openingStep(kind, role)).join(' '),
    )
    expect(doors).toEqual([
      'mentor',
      'officer',
      'officer',
      'coordinator chair secretary',
      'organisationAdmin',
      'regisseur coordinator gemeenteLead mentor zorgLead',
    ])
    expect(openingStep('case', 'mentor')?.name).toBe('openCase')
    expect(openingStep('offer', 'officer')?.name).toBe('propose')
  })

  test('every row of every table has its step, under its own name and kind', () => {
    for (const kind of subjectKinds)
      for (const step of stepsOfKind(kind)) expect(steps[step.name as StepName]).toMatchObject({ kind })
    expect(names.length).toBe(subjectKinds.flatMap((kind) => stepsOfKind(kind)).length)
    for (const name of names) expect(steps[name].name).toBe(name)
  })
})
