// Any history of a home, and a worker who looks each working day: npm run test:aftercare takes ten thousand of them.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plannedDays } from '@/domain/aftercare/planned'
import type { StepName } from '@/domain/case/steps'
import { addDays, addWorkingDays, isWorkingDay } from '@/domain/kernel/days'
import type { Turn } from '@/domain/kernel/subject'
import { consequenceOf, doingOf, NOTICE } from '@/domain/notices/consequence'
import { caseAt } from '../../support/case-at'
import { rulesWith } from '../../support/rules'
import type { Who, World } from '../../support/world'

const RUNS = Number(process.env.AFTERCARE_RUNS ?? 15)
const LATE = 5
const rules = rulesWith({ consequences: { signalByItself: LATE } })

const people: readonly (readonly [StepName, Who])[] = [
  ['recordVisit', 'mentor'],
  ['recordVisit', 'mentor'],
  ['recordEvaluation', 'mentor'],
  ['raiseSignal', 'officer'],
  ['answerSignal', 'mentor'],
  ['scaleSupport', 'mentor'],
  ['escalate', 'regisseur'],
]

/** Of each term the day on which it was told that silence is a signal, and of which it was one; and the days of signals. */
type Told = { near: Map<string, string>; followed: Set<string>; evaluations: string[] }
const nothing = (): Told => ({ near: new Map(), followed: new Set(), evaluations: [] })
const termOf = ({ task, since, dueOn }: Turn) => `${task} ${since} ${dueOn}`
const silence = (task: string) => consequenceOf({ kind: 'case', stage: 'aftercare', task }, rules)

/** What the worker does on one morning. */
function morning(world: World, told: Told) {
  for (const turn of world.kase.turns) {
    const { task, dueOn, pausedOn } = turn
    const found = pausedOn === null && !told.followed.has(termOf(turn)) && silence(task)
    if (!found) continue
    const announcedOn = told.near.get(termOf(turn)) ?? null
    const { act } = doingOf({ dueOn, days: found.days, announcedOn }, world.today)
    if (act === 'announce') told.near.set(termOf(turn), world.today)
    if (act !== 'happen') continue
    world.take('signalByItself', 'terms', { silent: task })
    told.followed.add(termOf(turn))
    if (task === 'evaluate') told.evaluations.push(world.today)
  }
}

/** Every working day until that day. */
function wait(world: World, told: Told, until: string) {
  for (let day = addDays(world.today, 1); day <= until; day = addDays(day, 1)) {
    world.on(day)
    if (isWorkingDay(day)) morning(world, told)
  }
}

/** No clock has run out in silence, longer ago than what the covenant says with the days in which it was told. */
function expectNoSilence(world: World, { followed }: Told) {
  for (const turn of world.kase.turns) {
    const { task, since, dueOn } = turn
    const begun = dueOn > since ? dueOn : since
    const inTime = world.today <= addWorkingDays(begun, LATE + NOTICE)
    if (silence(task)) expect(inTime || followed.has(termOf(turn)), task).toBe(true)
  }
}

type Past = { readonly keyOn: string; readonly recorded: readonly string[] }

/** Each evaluation that was missed had its signal, and none was recorded between that and the next that was planned. */
function expectSignals(world: World, told: Told, { keyOn, recorded }: Past) {
  const evaluations = (world.kase.of.evaluations ?? []).map(({ heldOn }) => heldOn)
  const kept = { keyOn, visits: [], tried: [], quiet: [], evaluations }
  const planned = plannedDays(kept, rules, world.today).filter(({ what }) => what === 'evaluation')
  planned.forEach(({ on, state }, at) => {
    expect(on > keyOn).toBe(true)
    const next = planned[at + 1]?.on ?? world.today
    const signalled = told.evaluations.some(
      (day) => day <= next && !recorded.some((one) => one > day && one < addDays(next, -30)),
    )
    if (state === 'missed') expect(signalled, `${on} was missed in silence`).toBe(true)
  })
}

const moment = fc.record({
  days: fc.integer({ min: 0, max: 90 }),
  step: fc.constantFrom(...people),
  ago: fc.integer({ min: 0, max: 20 }),
  form: fc.constantFrom('thuis', 'telefoon', 'nietThuis'),
})

const inputOf = (
  world: World,
  step: StepName,
  { ago, form }: { ago: number; form: string },
  keyOn: string,
) => {
  const day = addDays(world.today, -ago) < keyOn ? keyOn : addDays(world.today, -ago)
  if (step === 'recordVisit') return { visitedOn: day, form }
  return step === 'recordEvaluation' ? { heldOn: day } : {}
}

let signalled = 0

test('no evaluation is missed without a signal, no contact stays away in silence, and nothing is planned before the key', () => {
  fc.assert(
    fc.property(fc.array(moment, { minLength: 3, maxLength: 14 }), (history) => {
      const world = caseAt('aftercare', { rules })
      const keyOn = world.kase.of.placement?.keyOn as string
      const told = nothing()
      const recorded: string[] = []
      for (const { days, step, ...how } of history) {
        wait(world, told, addDays(world.today, days))
        const input = inputOf(world, step[0], how, keyOn)
        if (world.refusal(step[0], step[1], input) === null) {
          world.take(step[0], step[1], input)
          if (step[0] === 'recordEvaluation') recorded.push(world.today)
        }
        expectNoSilence(world, told)
      }
      expectSignals(world, told, { keyOn, recorded })
      signalled += told.evaluations.length
    }),
    { numRuns: RUNS },
  )
}, 3_600_000)

test('such histories do come to signals', () => {
  expect(signalled).toBeGreaterThan(10)
})
