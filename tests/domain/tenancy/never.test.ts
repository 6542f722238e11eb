// Whatever happens between the offer and the key, in whatever order: nobody gets a key before all have signed one text of each
// agreement for one start date. TENANCY_RUNS says how many orders are tried (npm run test:tenancy).
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import type { StepName } from '@/domain/case/steps'
import { addDays } from '@/domain/kernel/days'
import { foreigners } from '../../support/actors'
import { caseAt } from '../../support/case-at'
import type { Who, World } from '../../support/world'

const RUNS = Number(process.env.TENANCY_RUNS ?? '60')
const LONGEST = 30

type Turn = readonly [step: StepName, who: Who, input?: Readonly<Record<string, unknown>>]

/** What leads to the key comes oftener than what stands in its way. */
const leading: readonly Turn[] = [
  ['writePlan', 'mentor'],
  ['signLease', 'officer'],
  ['signGuidance', 'mentor'],
  ['signTripartiteLandlord', 'officer'],
  ['signTripartiteProvider', 'mentor'],
]
const turns: readonly Turn[] = [
  ...Array(8).fill(leading).flat(),
  ['writePlan', 'mentor', { goals: 'Anders' }],
  ['describeIdentity', 'mentor', { familyName: 'Jansen' }],
  ['describeIdentity', 'mentor'],
  ['changeAvailability', 'officer'],
  ['describeSafety', 'mentor', { threat: 'stalking', secrecy: 'geheim' }],
  ['proposeHandover', 'mentor'],
  ['acceptHandover', foreigners.mentor],
]
const order = fc.array(fc.record({ at: fc.nat(turns.length - 1), days: fc.nat(3), key: fc.boolean() }), {
  minLength: 8,
  maxLength: LONGEST,
})

const said = new Map<string, number>()
const count = (what: string) => said.set(what, (said.get(what) ?? 0) + 1)

/** The signatures of this agreement: of each party the last, as anybody can read them from the case. */
const lastUnder = (world: World, document: string) => {
  const rows = (world.kase.of.signatures ?? []).filter((row) => row.document === document)
  return [...new Map(rows.map((row) => [row.signatory, row])).values()]
}

/** Told from the record of what happened, not from how the domain counts. */
function allSigned(world: World, startOn: string) {
  const parties = { lease: 2, guidance: 2, tripartite: 3 }
  for (const [document, many] of Object.entries(parties)) {
    const rows = lastUnder(world, document)
    expect(rows, document).toHaveLength(many)
    expect(new Set(rows.map((row) => row.checksum)), document).toEqual(new Set([rows[0]?.checksum]))
    expect(new Set(rows.map((row) => row.startOn)), document).toEqual(new Set([startOn]))
  }
}

/** Nothing that stands on a paper was written after the last signature under it. */
function signedLast(world: World) {
  const at = (steps: readonly string[]) => world.taken.findLastIndex((step) => steps.includes(step))
  const names = [...world.records.keys()].filter((n) => {
    const { identity } = world.records[n]?.effect.write ?? {}
    return !!identity && n > at(['startTenancy'])
  })
  const changed = names.filter((n, i) => {
    const name = (m: number) => world.records[m]?.effect.write?.identity?.familyName
    return name(n) !== (i ? name(names[i - 1] as number) : 'de Wit')
  })
  expect(at(['signLease'])).toBeGreaterThan(changed.at(-1) ?? -1)
  expect(at(['signGuidance'])).toBeGreaterThan(changed.at(-1) ?? -1)
  expect(at(['signLease', 'signGuidance'])).toBeGreaterThan(at(['followDwelling']))
}

const mentorOf = (world: World): Who =>
  world.taken.includes('acceptHandover') ? foreigners.mentor : 'mentor'

function happens(world: World, [step, who, input = {}]: Turn) {
  const actor = who === 'mentor' ? mentorOf(world) : who
  const startOn = world.kase.of.placement?.startOn
  const refusal = world.refusal(step, actor, { ...input, ...(step.startsWith('sign') && { startOn }) })
  if (!refusal) world.take(step, actor, { ...input, ...(step.startsWith('sign') && { startOn }) })
  count(refusal ? 'refused' : step)
}

test(
  'no key without every signature, under one text of each agreement and for one day',
  () => {
    fc.assert(
      fc.property(order, (steps) => {
        const world = caseAt('tenancy')
        for (const { at, days, key } of steps) {
          world.on(addDays(world.today, days))
          happens(world, turns[at] as Turn)
          if (!key) continue
          const startOn = world.kase.of.placement?.startOn as string
          const given = world.copy()
          if (startOn > given.today) given.on(startOn)
          if (given.refusal('handOverKey', 'officer')) continue
          count('key')
          allSigned(world, startOn)
          signedLast(world)
        }
      }),
      { numRuns: RUNS },
    )
  },
  RUNS * 500,
)

afterAll(() => expect(said.get('key') ?? 0).toBeGreaterThan(0))
