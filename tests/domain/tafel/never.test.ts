// Whatever the table does, in whatever order: it decides nothing below quorum, nothing twice, and puts nothing off without a
// day and somebody; and what was adopted stays as it was. TAFEL_RUNS says how many orders are tried (npm run test:tafel).
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { outcomes } from '@/domain/case/compartments'
import { adoptedIn } from '@/domain/case/decisions'
import { type StepName, steps } from '@/domain/case/steps'
import { tafelSeats } from '@/domain/covenant/tafel-rules'
import { addDays } from '@/domain/kernel/days'
import { caseAt, type Moment } from '../../support/case-at'
import { rules } from '../../support/rules'
import type { World } from '../../support/world'

const RUNS = Number(process.env.TAFEL_RUNS ?? '300')
/** So many things happen in one order, at most. */
const LONGEST = 24

/** Some of what is typed is wrong for its outcome: that is refused, or not an answer. */
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { freq: 6 })
const days = (from: number, to: number) => fc.integer({ min: from, max: to })
const deciding = fc.record({
  outcome: fc.oneof(fc.constantFrom(...outcomes), fc.constant('adjourned' as const)),
  until: maybe(days(-5, 35)),
  followUpBy: maybe(fc.constantFrom('provider', 'gemeente')),
  reviewOn: maybe(fc.constant(30)),
  ground: maybe(fc.constant('criteria')),
  condition: maybe(fc.constant('Bewind')),
  conditionBy: maybe(fc.constant('gemeente')),
  conditionOn: maybe(fc.constant(30)),
  housingForm: maybe(fc.constant('wlz')),
  toRegion: maybe(fc.constant('Twente')),
  rule: maybe(fc.constant('binding')),
  deviation: maybe(fc.constant('Werkt hier')),
  exceptionUntil: maybe(fc.constant(90)),
})
type Deciding = typeof deciding extends fc.Arbitrary<infer T> ? T : never

const DAYS = ['until', 'reviewOn', 'conditionOn', 'exceptionUntil']
const typed = (answers: Deciding, today: string) =>
  Object.fromEntries(
    Object.entries(answers).map(([name, value]) => [
      name,
      DAYS.includes(name) && value !== null ? addDays(today, value as number) : value,
    ]),
  )

type Who = 'chair' | 'secretary' | 'regisseur' | 'mentor'
type Turn = readonly [step: StepName, who: Who]

/** What can be done, oftener what leads on. */
const turns: readonly Turn[] = [
  ...Array<Turn>(4).fill(['proposeDecision', 'chair']),
  ...Array<Turn>(3).fill(['adoptList', 'chair']),
  ...Array<Turn>(3).fill(['adoptList', 'secretary']),
  ...Array<Turn>(4).fill(['openTafel', 'chair']),
  ['arrive', 'secretary'],
  ['arrive', 'chair'],
  ['leave', 'secretary'],
  ['planTafel', 'secretary'],
  ['putOnTafel', 'regisseur'],
  ['takeOffTafel', 'regisseur'],
  ['takeUpItem', 'chair'],
  ['addCondition', 'secretary'],
  ['reopenList', 'chair'],
  ['supplyForTafel', 'mentor'],
  ['sendIntake', 'mentor'],
  ['acceptIntake', 'regisseur'],
  ['answerEscalation', 'chair'],
  ['correctDecision', 'chair'],
  ['confirmCorrection', 'secretary'],
  ['declineCorrection', 'secretary'],
]

const seat = fc.constantFrom(...tafelSeats.slice(0, 4))
/** One turn: which of what is allowed is done, and what is said with it. */
const deed = fc.record({
  pick: fc.nat(),
  said: deciding,
  seat,
  seats: fc.subarray([...tafelSeats]),
  waits: fc.boolean(),
})
type Deed = typeof deed extends fc.Arbitrary<infer T> ? T : never

const input = (step: StepName, { said, seat, seats }: Deed, today: string) => {
  if (step === 'proposeDecision') return typed(said, today)
  if (step === 'openTafel') return { seats: seats.length > 2 ? seats : rules.tafel.quorum }
  if (step === 'planTafel') return { on: today }
  return step === 'arrive' || step === 'leave' ? { seat } : {}
}

/** Whether the stage of the case or of its last tafel allows it. A next tafel is planned when the case is on none. */
const allowed =
  (world: World) =>
  ([step]: Turn) => {
    const { kind, row } = steps[step]
    if (step === 'planTafel') return world.kase.spine.stage === 'tafel' && !world.kase.of.agenda?.tafel
    return (row.from as readonly string[]).includes(world.held(world.ids[kind]).spine.stage)
  }

/** The seats that are taken, kept by this test alone: what the rules say of them is what is tried. */
class Seats {
  private taken: Set<string>

  constructor(taken: readonly string[]) {
    this.taken = new Set(taken)
  }

  follow(step: StepName, said: { seats?: readonly string[]; seat?: string }) {
    if (step === 'planTafel') this.taken = new Set()
    if (step === 'openTafel') this.taken = new Set(said.seats)
    if (step === 'arrive') this.taken.add(said.seat ?? '')
    if (step === 'leave') this.taken.delete(said.seat ?? '')
  }

  get enough() {
    return rules.tafel.quorum.every((one) => this.taken.has(one))
  }
}

/** Does one of the things that are allowed; whatever is refused all the same changes nothing. */
function does(world: World, one: Deed): { step: StepName; said: object } | null {
  const open = turns.filter(allowed(world))
  const [step, who] = open[one.pick % open.length] as Turn
  const said = input(step, one, world.today)
  try {
    world.take(step, who, said)
    return { step, said }
  } catch (error) {
    if (!`${error}`.includes(' was refused: ')) throw error
    return null
  }
}

/** What was adopted before is there as it was; what came is whole, and the only decision of its tafel. */
function stands(world: World, before: string): string {
  const adopted = adoptedIn(world.kase)
  const now = adopted.map((row) => JSON.stringify(row)).join('\n')
  expect(now.startsWith(before)).toBe(true)
  for (const one of adopted.filter(({ outcome }) => outcome === 'adjourned'))
    expect(one).toMatchObject({ until: expect.any(String), followUpBy: expect.any(String) })
  const first = adopted.filter(({ replaces }) => replaces === null).map(({ tafel }) => tafel)
  expect(new Set(first).size).toBe(first.length)
  return now
}

const reached = new Map<string, number>()
const count = (what: string) => reached.set(what, (reached.get(what) ?? 0) + 1)

/** Before the table sits, while it does, and after its list was adopted. */
const begins = fc.constantFrom<Moment>('onTafel', 'proposed', 'proposed', 'matching')

/** In this order, from here: at every turn it is as it must be. */
function plays(from: Moment, deeds: readonly Deed[]) {
  const world = caseAt(from)
  const seats = new Seats(from === 'proposed' ? rules.tafel.quorum : [])
  if (from === 'onTafel') world.on('2026-02-03')
  let before = ''
  for (const one of deeds) {
    if (one.waits && one.pick % 4 === 0) world.on(addDays(world.today, 1))
    const taken = does(world, one)
    if (!taken) continue
    seats.follow(taken.step, taken.said)
    if (taken.step === 'proposeDecision' || taken.step === 'adoptList') expect(seats.enough).toBe(true)
    const { outcome, until } = world.kase.of.decision ?? {}
    if (taken.step === 'proposeDecision' && outcome === 'adjourned')
      expect(`${until}` > world.today).toBe(true)
    before = stands(world, before)
    count(taken.step)
  }
  for (const { outcome } of adoptedIn(world.kase)) count(outcome)
}

test(`in none of ${RUNS} orders the table decides below quorum or twice, or changes what was adopted`, {
  timeout: 600_000,
}, () => {
  const orders = fc.array(deed, { minLength: 12, maxLength: LONGEST, size: 'max' })
  const seed = Number(process.env.TAFEL_SEED ?? '20260203')
  fc.assert(fc.property(begins, orders, plays), { numRuns: RUNS, seed, endOnFailure: true })
})

test('and they came far enough to say so', () => {
  const far = [
    'leave',
    'reopenList',
    'correctDecision',
    'confirmCorrection',
    'adjourned',
    'escalated',
    'admitted',
  ]
  for (const what of far) expect([what, (reached.get(what) ?? 0) > 0]).toEqual([what, true])
})

afterAll(() => console.log(`    ${[...reached].map(([what, n]) => `${what} ${n}`).join(', ')}`))
