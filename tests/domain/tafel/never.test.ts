// Whatever the table does, in whatever order: nothing is put off without a day and somebody, and what was adopted stays as it was.
import { expect, test } from 'vitest'
import { outcomes } from '@/domain/case/compartments'
import type { StepName } from '@/domain/case/steps'
import { addDays } from '@/domain/kernel/days'
import { adoptedIn } from '@/domain/tafel/adopted'
import { caseAt } from '../../support/case-at'
import type { Who, World } from '../../support/world'

/** Numbers that look like chance and are the same each time (Park and Miller's minimal standard). */
function chance(seed: number) {
  let state = seed
  return (below: number) => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
}
type Chance = ReturnType<typeof chance>

const pick = <T>(next: Chance, all: readonly T[]): T => all[next(all.length)] as T
const maybe = <T>(next: Chance, value: T) => (next(3) ? value : null)

/** Half of what is typed is wrong for its outcome: that is refused, or not an answer. */
const decision = (next: Chance, today: string) => ({
  outcome: pick(next, [...outcomes, ...Array(9).fill('adjourned'), 'escalated', 'backToProvider']),
  until: maybe(next, addDays(today, next(40) - 5)),
  followUpBy: maybe(next, pick(next, ['provider', 'gemeente'])),
  reviewOn: maybe(next, addDays(today, 30)),
  ground: maybe(next, 'criteria'),
  condition: maybe(next, 'Bewind'),
  conditionBy: maybe(next, 'gemeente'),
  conditionOn: maybe(next, addDays(today, 30)),
  housingForm: maybe(next, 'wlz'),
  toRegion: maybe(next, 'Twente'),
  rule: maybe(next, 'binding'),
  deviation: maybe(next, 'Werkt hier'),
  exceptionUntil: maybe(next, addDays(today, 90)),
})

const steps: readonly (readonly [StepName, Who])[] = [
  ['planTafel', 'secretary'],
  ['putOnTafel', 'regisseur'],
  ['takeOffTafel', 'regisseur'],
  ['openTafel', 'chair'],
  ['proposeDecision', 'chair'],
  ['proposeDecision', 'chair'],
  ['addCondition', 'secretary'],
  ['adoptList', 'chair'],
  ['adoptList', 'secretary'],
  ['reopenList', 'chair'],
  ['supplyForTafel', 'mentor'],
  ['sendIntake', 'mentor'],
  ['acceptIntake', 'regisseur'],
  ['answerEscalation', 'chair'],
  ['correctDecision', 'chair'],
  ['confirmCorrection', 'secretary'],
  ['declineCorrection', 'secretary'],
]

function tries(world: World, next: Chance) {
  const [step, who] = pick(next, steps)
  const input = {
    ...(step === 'planTafel' && { on: world.today }),
    ...(step === 'proposeDecision' && decision(next, world.today)),
  }
  // A next tafel is planned when there is none that the case is on.
  if (step === 'planTafel' && world.kase.of.agenda?.tafel) return
  if (world.refusal(step, who, input)) return
  world.take(step, who, input)
}

const reached = new Set<string>()

test.each(Array.from({ length: 40 }, (_, at) => at + 1))('no way through the table does (%i)', (seed) => {
  const next = chance(seed * 7_919)
  const world = caseAt('onTafel').on('2026-02-03')
  let before: readonly unknown[] = []
  for (let turn = 0; turn < 150; turn++) {
    tries(world, next)
    const adopted = adoptedIn(world.kase)
    expect(adopted.slice(0, before.length)).toEqual(before)
    before = structuredClone(adopted)
    for (const one of adopted.filter(({ outcome }) => outcome === 'adjourned'))
      expect(one).toMatchObject({ until: expect.any(String), followUpBy: expect.any(String) })
    if (world.kase.spine.stage === 'closed') break
  }
  for (const { outcome } of adoptedIn(world.kase)) reached.add(outcome)
})

test('and these ways came far enough to say so', () => {
  expect(reached.has('adjourned')).toBe(true)
  expect(reached.size).toBeGreaterThan(3)
})
