// Whatever is done at a table, and in whatever order: nothing is decided below quorum.
import { expect, test } from 'vitest'
import type { StepName } from '@/domain/case/steps'
import { tafelSeats } from '@/domain/covenant/tafel-rules'
import { missingSeats } from '@/domain/tafel/quorum'
import { actors } from '../../support/actors'
import { caseAt } from '../../support/case-at'
import { rules } from '../../support/rules'
import type { Who, World } from '../../support/world'

/** The same numbers every time: mulberry32. */
function chanceOf(seed: number) {
  let a = seed
  return () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

const people = [actors.officer, actors.corporatieLead, actors.regisseur, actors.mentor]
const table = ['chair', 'secretary'] as const
const deciding = ['proposeDecision', 'fixDecision', 'carryOutDecision', 'adoptList']

/** Everything that can be asked of a tafel and of the case on it, with whatever is said. */
function attemptsOf(pick: <T>(from: readonly T[]) => T) {
  const who = () =>
    pick([true, false]) ? { seat: pick(tafelSeats) } : { delegate: pick(people).membershipId }
  return [
    { step: 'nameDelegate', input: () => ({ standIn: actors.corporatieLead.membershipId }) },
    {
      step: 'openTafel',
      input: () => ({ seats: tafelSeats.filter((seat) => seat === 'gemeente' || pick([true, true, false])) }),
    },
    { step: 'arrive', input: () => ({ seat: null, delegate: null, ...who() }) },
    { step: 'leave', input: () => ({ seat: null, delegate: null, ...who() }) },
    { step: 'leave', input: () => ({ seat: null, delegate: null, ...who() }) },
    { step: 'takeUpItem', input: () => ({}) },
    { step: 'proposeDecision', input: () => ({}) },
    { step: 'adoptList', input: () => ({}) },
    { step: 'reopenList', input: () => ({}) },
  ] as const
}

const missing = ({ tafel }: World) => missingSeats(tafel.of.presence ?? [], rules)

/** Whether it was taken: a step that is refused changes nothing. */
function takes(world: World, step: StepName, who: Who, said: object) {
  try {
    world.take(step, who, { ...said })
    return true
  } catch (error) {
    if (/was refused/.test(String(error))) return false
    throw error
  }
}

test('no sequence of allowed steps reaches a decision below quorum', () => {
  let [decided, short] = [0, 0]
  for (let seed = 1; seed <= 40; seed++) {
    const chance = chanceOf(seed)
    const pick = <T>(from: readonly T[]) => from[Math.floor(chance() * from.length)] as T
    const world = caseAt('onTafel').on('2026-02-03')
    for (let n = 0; n < 30 && world.tafel.spine.stage !== 'adopted'; n++) {
      const { step, input } = pick(attemptsOf(pick))
      const [before, taken] = [missing(world), world.taken.length]
      const [who, said] = [pick(table), input()]
      if (!takes(world, step, who, said)) continue
      const decides = world.taken.slice(taken).some((name) => deciding.includes(name))
      if (decides) expect(before).toEqual([])
      decided += decides ? 1 : 0
      short += before.length > 0 && world.tafel.spine.stage === 'inSession' ? 1 : 0
    }
  }
  // It went both ways: tables that decided, and tables that were short of somebody.
  expect(decided).toBeGreaterThan(10)
  expect(short).toBeGreaterThan(10)
}, 30_000)
