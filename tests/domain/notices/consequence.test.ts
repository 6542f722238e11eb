// What follows a term by itself: never before it was told, and only what the covenant names.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isPerson } from '@/domain/case/actor'
import { type StepName, steps } from '@/domain/case/steps'
import { type TaskName, tasks } from '@/domain/case/tasks'
import { consequences } from '@/domain/covenant/terms'
import { addDays, addWorkingDays, isWorkingDay, workingDaysBetween } from '@/domain/kernel/days'
import type { Step } from '@/domain/kernel/step'
import { wallOf } from '@/domain/kernel/zone'
import { aheadOf, consequenceOf, doingOf, happensOn, NOTICE } from '@/domain/notices/consequence'
import { foreigners } from '../../support/actors'
import { caseAt } from '../../support/case-at'
import { rulesWith } from '../../support/rules'

const following = Object.values(steps as Record<StepName, Step>).filter(({ row }) => row.causedByTerm)

describe('what follows by itself', () => {
  test('is switched on by the covenant alone, each step by its own name', () => {
    expect(following.map(({ name }) => name).sort()).toEqual(Object.keys(consequences.unwrap().shape).sort())
    const at = { kind: 'case', stage: 'intake', task: 'supplyMore' } as const
    expect(consequenceOf(at, rulesWith({}))).toBeNull()
    const rules = rulesWith({ consequences: { returnIntake: 3 } })
    expect(consequenceOf(at, rules)).toEqual({ step: 'returnIntake', days: 3 })
    expect(consequenceOf({ ...at, stage: 'tafel' }, rules)).toBeNull()
    expect(consequenceOf({ ...at, task: 'checkIntake' }, rules)).toBeNull()
    expect(consequenceOf(at, rulesWith({ ...rules, switchedOff: ['returnIntake'] }))).toBeNull()
  })

  test('ends no case, moves none and brings nobody in', () => {
    for (const { name, row } of following) {
      expect(row, name).not.toHaveProperty('to')
      expect(row.grave, name).toBeUndefined()
      expect(Object.keys(row.by).map((role) => isPerson(role as 'terms'))).toEqual([false])
    }
  })

  test('takes back a question that nobody answered and writes nothing, or says that it stayed silent and ends no task', () => {
    const saying = ['signalByItself']
    expect(steps.signalByItself.row).toMatchObject({ writes: ['careCourse'], opens: ['answerSignal'] })
    expect(steps.signalByItself.row).not.toHaveProperty('closes')
    for (const { name, row } of following.filter(({ name }) => !saying.includes(name))) {
      expect(row.writes ?? [], name).toEqual([])
      // A rung has one of three holders: the task of that one ends, and the home stays on its rung.
      if (name === 'rungPassed') expect(row.closes).toEqual(row.causedByTerm)
      if (name === 'rungPassed') continue
      expect(row.closes, name).toContain(row.causedByTerm)
      expect(tasks[row.causedByTerm as TaskName].term, name).not.toBe('byDate')
    }
  })
})

describe('a question for more that stays unanswered', () => {
  const asked = () => caseAt('sent').take('askMore', 'regisseur')

  test('sends the aanmelding back to the care provider, whose clock runs, and nothing is lost', () => {
    const before = asked()
    const world = asked().take('returnIntake', 'terms')
    expect(world.tasks()).toEqual(['finishIntake'])
    expect(world.turn('finishIntake')?.dueOn).toBe(addWorkingDays(world.today, 10))
    expect(world.kase.of).toEqual(before.kase.of)
    expect(world.refusal('acceptIntake', 'regisseur')).toEqual({ reason: 'notSentYet' })
  })

  test('is answered all the same afterwards: then the gemeente checks anew', () => {
    const world = asked().take('returnIntake', 'terms').take('sendIntake', 'mentor')
    expect(world.tasks()).toEqual(['checkIntake'])
    expect(world.turn('checkIntake')).toMatchObject({ since: world.today, pausedOn: null })
  })

  test('has no such end once it was answered, nor twice', () => {
    const answered = asked().take('sendIntake', 'mentor')
    expect(answered.refusal('returnIntake', 'terms')).toEqual({ reason: 'nothingToWithdraw' })
    expect(asked().take('returnIntake', 'terms').refusal('returnIntake', 'terms')).not.toBeNull()
  })
})

describe('a handover that nobody answers', () => {
  test.each([
    ['proposeHandover', 'lapseHandover', 'mentor', foreigners.mentor],
    ['proposeMove', 'lapseMove', 'regisseur', foreigners.regisseur],
  ] as const)(
    '%s lapses: the other reads nothing any more, and it can be proposed again',
    (propose, lapse, role, next) => {
      const world = caseAt('sent').take(propose, role).take(lapse, 'terms')
      expect(world.as(next).shared.size).toBe(0)
      expect(world.as(role).relations).toContain('ours')
      expect(world.tasks()).toEqual(['checkIntake'])
      expect(world.refusal(propose, role)).toBeNull()
      expect(world.refusal(lapse, 'terms')).toEqual({ reason: 'nothingToWithdraw' })
    },
  )
})

const day = fc.integer({ min: 0, max: 1500 }).map((n) => addDays('2026-01-01', n))
const running = fc.record({ dueOn: day, days: fc.integer({ min: 1, max: 30 }) })

describe('for any term, and any days on which somebody looks', () => {
  const looks = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 40 })

  test('it happens on a working day, as agreed or later, and never sooner than two working days after it was told', () => {
    fc.assert(
      fc.property(running, day, looks, (term, first, steps) => {
        let announcedOn: string | null = null
        let today = first
        for (const step of steps) {
          today = addDays(today, step)
          const said = happensOn({ ...term, announcedOn }, today)
          const { act } = doingOf({ ...term, announcedOn }, today)
          if (act !== null) expect(isWorkingDay(today)).toBe(true)
          if (act === 'announce') announcedOn = today
          if (act !== 'happen') continue
          expect(announcedOn).not.toBeNull()
          expect(workingDaysBetween(announcedOn as unknown as string, today)).toBeGreaterThanOrEqual(NOTICE)
          expect(today >= addWorkingDays(term.dueOn, term.days)).toBe(true)
          expect(today >= said).toBe(true)
          return
        }
      }),
    )
  })

  test('the day that the case says beforehand is never later than what happens, whatever is said and paused in between', () => {
    fc.assert(
      fc.property(running, day, fc.nat(20), (term, today, n) => {
        const now = happensOn({ ...term, announcedOn: null }, today)
        const later = addDays(today, n)
        expect(happensOn({ ...term, announcedOn: null }, later) >= now).toBe(true)
        expect(isWorkingDay(now)).toBe(true)
      }),
    )
  })

  test('whoever looks again does so on the day itself, at the latest', () => {
    fc.assert(
      fc.property(running, day, fc.boolean(), (term, today, told) => {
        const state = { ...term, announcedOn: told ? addWorkingDays(today, 0) : null }
        const { act, again } = doingOf(state, today)
        const looks = wallOf(again).day
        if (act === null) expect(looks > today).toBe(true)
        if (told && happensOn(state, today) > today) expect(looks <= happensOn(state, today)).toBe(true)
      }),
    )
  })
})

describe('the case says beforehand', () => {
  const rules = rulesWith({ consequences: { returnIntake: 5 } })

  test('on which day, as long as nobody answers and no clock stands still', () => {
    const world = caseAt('sent').take('askMore', 'regisseur')
    const dueOn = world.turn('supplyMore')?.dueOn as string
    const on = addWorkingDays(dueOn, 5)
    expect(aheadOf(world.kase, rules, [], world.today)).toEqual([
      { task: 'supplyMore', step: 'returnIntake', on },
    ])
    expect(aheadOf(world.kase, rulesWith({}), [], world.today)).toEqual([])
    expect(aheadOf(world.take('sendIntake', 'mentor').kase, rules, [], world.today)).toEqual([])
  })

  test('a later day when it was told late', () => {
    const world = caseAt('sent').take('askMore', 'regisseur')
    const late = addWorkingDays(world.turn('supplyMore')?.dueOn as string, 20)
    const [told] = aheadOf(world.kase, rules, [{ task: 'supplyMore', on: late }], late)
    expect(told?.on).toBe(addWorkingDays(late, NOTICE))
  })
})
