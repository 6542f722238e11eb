// Any history of steps and days: what follows a term by itself never comes before it was told, before its day, or twice.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { StepName } from '@/domain/case/steps'
import { addDays, addWorkingDays, isWorkingDay, workingDaysBetween } from '@/domain/kernel/days'
import type { Turn } from '@/domain/kernel/subject'
import { aheadOf, consequenceOf, doingOf, NOTICE } from '@/domain/notices/consequence'
import { caseAt } from '../../support/case-at'
import { rulesWith } from '../../support/rules'
import type { Who, World } from '../../support/world'

const rules = rulesWith({ consequences: { returnIntake: 2, lapseHandover: 1, lapseMove: 3 } })

const people: readonly (readonly [StepName, Who])[] = [
  ['askMore', 'regisseur'],
  ['sendIntake', 'mentor'],
  ['requestSpoed', 'mentor'],
  ['decideSpoed', 'regisseur'],
  ['proposeHandover', 'mentor'],
  ['stopHandover', 'mentor'],
  ['proposeMove', 'regisseur'],
  ['stopMove', 'regisseur'],
  ['acceptIntake', 'regisseur'],
]

const termOf = ({ task, since, dueOn }: Turn) => `${task} ${since} ${dueOn}`

/** What the worker does on one morning; `told` holds, of each term, the day on which what follows was told. */
function morning(world: World, told: Map<string, string>, said: Map<string, string>): number {
  let happened = 0
  for (const turn of world.kase.turns.filter(({ pausedOn }) => pausedOn === null)) {
    const { spine } = world.kase
    const found = consequenceOf({ kind: 'case', stage: spine.stage, task: turn.task }, rules)
    if (!found) continue
    const announcedOn = told.get(termOf(turn)) ?? null
    const { act } = doingOf({ dueOn: turn.dueOn, days: found.days, announcedOn }, world.today)
    if (act === 'announce') told.set(termOf(turn), world.today)
    if (act !== 'happen') continue
    expect(workingDaysBetween(announcedOn as string, world.today)).toBeGreaterThanOrEqual(NOTICE)
    expect(world.today >= addWorkingDays(turn.dueOn, found.days)).toBe(true)
    expect(world.today >= (said.get(termOf(turn)) ?? '')).toBe(true)
    expect(isWorkingDay(world.today)).toBe(true)
    world.take(found.step, 'terms')
    expect(world.turn(turn.task)).toBeUndefined()
    happened++
  }
  return happened
}

const moment = fc.record({
  days: fc.integer({ min: 0, max: 9 }),
  worker: fc.boolean(),
  step: fc.option(fc.constantFrom(...people), { freq: 2 }),
})

/** The days that the case said, after a moment of its history. */
function look(world: World, told: Map<string, string>, said: Map<string, string>) {
  const announced = world.kase.turns.flatMap((turn) => {
    const on = told.get(termOf(turn))
    return on ? [{ task: turn.task, on }] : []
  })
  for (const { task, on } of aheadOf(world.kase, rules, announced, world.today)) {
    const turn = world.turn(task) as Turn
    if (announced.some((one) => one.task === task)) said.set(termOf(turn), on)
  }
}

let happened = 0

test('whatever people do and whenever the worker looks: told first, on its day, once, and nobody is let down by the day that was said', () => {
  fc.assert(
    fc.property(fc.array(moment, { minLength: 5, maxLength: 40 }), (history) => {
      const world = caseAt('sent').take('askMore', 'regisseur')
      const told = new Map<string, string>()
      const said = new Map<string, string>()
      for (const { days, worker, step } of history) {
        world.on(addDays(world.today, days))
        if (worker) happened += morning(world, told, said)
        if (step && world.refusal(step[0], step[1]) === null) world.take(step[0], step[1])
        look(world, told, said)
        expect(world.kase.spine.stage === 'closed').toBe(false)
      }
    }),
    { numRuns: 60 },
  )
})

test('such histories do come to something that follows by itself', () => {
  expect(happened).toBeGreaterThan(10)
})
