// Any history of days elsewhere: while somebody is away no clock of the schedule runs, and back home each has the working days that
// it had left. Counted here day by day, not as the domain counts. npm run test:aftercare takes ten thousand of them.
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { isAway } from '@/domain/aftercare/away'
import type { StepName } from '@/domain/case/steps'
import { addDays, isWorkingDay } from '@/domain/kernel/days'
import type { Turn } from '@/domain/kernel/subject'
import { consequenceOf } from '@/domain/notices/consequence'
import { caseAt } from '../../support/case-at'
import { rulesWith } from '../../support/rules'
import type { Who, World } from '../../support/world'

const RUNS = Number(process.env.AFTERCARE_RUNS ?? 30)
const rules = rulesWith({ consequences: { signalByItself: 5 } })
const schedule = ['visit', 'contact', 'evaluate']

const moment = fc.record({
  step: fc.constantFrom<readonly [StepName, Who]>(
    ['startTimeOut', 'mentor'],
    ['startTimeOut', 'mentor'],
    ['endTimeOut', 'mentor'],
    ['endTimeOut', 'mentor'],
    ['extendTimeOut', 'mentor'],
    ['recordVisit', 'mentor'],
    ['recordEvaluation', 'mentor'],
    ['raiseSignal', 'officer'],
    ['scaleSupport', 'mentor'],
  ),
  days: fc.integer({ min: 0, max: 45 }),
})

const clocks = (world: World) => world.kase.turns.filter(({ task }) => schedule.includes(task))

/** The working days after one day up to and with another, one by one. */
function left(from: string, until: string) {
  let count = 0
  for (let day = addDays(from, 1); day <= until; day = addDays(day, 1)) if (isWorkingDay(day)) count++
  return count
}

let compared = 0

/** Back home each clock that stood still has what it had left; one that is asked for anew is another clock. */
function goOn(world: World, before: readonly Turn[]) {
  for (const { task, dueOn, pausedOn } of before) {
    const now = clocks(world).find((turn) => turn.task === task)
    if (!now || !pausedOn) continue
    expect(left(world.today, now.dueOn), `${task} of ${dueOn}`).toBe(left(pausedOn, dueOn))
    compared++
  }
}

test('no day elsewhere counts in a term, and none is given twice', () => {
  fc.assert(
    fc.property(fc.array(moment, { minLength: 4, maxLength: 20 }), (history) => {
      const world = caseAt('aftercare', { rules })
      for (const { step, days } of history) {
        world.on(addDays(world.today, days))
        const input = step[0] === 'extendTimeOut' ? { returnBy: addDays(world.today, 60) } : {}
        if (world.refusal(step[0], step[1], input)) continue
        const before = clocks(world)
        world.take(step[0], step[1], input)
        if (step[0] === 'endTimeOut') goOn(world, before)
        const away = isAway(world.kase)
        for (const turn of clocks(world)) expect(turn.pausedOn !== null, turn.task).toBe(away)
      }
    }),
    { numRuns: RUNS },
  )
}, 3_600_000)

test('what stands still is no silence: the worker is told of no term that is paused', () => {
  const world = caseAt('aftercare', { rules }).on('2026-03-05').take('startTimeOut', 'mentor')
  for (const { task, pausedOn } of clocks(world)) {
    expect(consequenceOf({ kind: 'case', stage: 'aftercare', task }, rules)).not.toBeNull()
    expect(pausedOn).toBe('2026-03-05')
  }
})

afterAll(() => expect(compared).toBeGreaterThan(10))
