// The demo world: one plan per day, told by people who exist, and legal from the first step to the last.
import { beforeAll, describe, expect, test } from 'vitest'
import { roles } from '@/domain/case/actor'
import { stepOf } from '@/domain/case/steps'
import { addMonths } from '@/domain/kernel/days'
import { cast } from '../../prisma/world/cast'
import { TOGETHER, tellCohort } from '../../prisma/world/large/cohort'
import { planWorld } from '../../prisma/world/plan'
import { files, organisationId, play } from '../support/played'
import type { World } from '../support/world'

const TODAY = '2026-11-22'
const plan = planWorld(TODAY)

type Housed = { keyOn?: string | null; adults?: number; children?: number }
const counted = (list: readonly string[]) => {
  const counts: Record<string, number> = {}
  for (const one of list) counts[one] = (counts[one] ?? 0) + 1
  return counts
}

describe('the plan', () => {
  test('is the same for the same day, and another for another day', () => {
    expect(planWorld(TODAY)).toEqual(plan)
    expect(planWorld('2026-11-23')).not.toEqual(plan)
  })

  test('goes from day to day and never past today', () => {
    expect(plan.map(({ on }) => on)).toEqual(plan.map(({ on }) => on).sort())
    expect(plan.at(-1)?.on.localeCompare(TODAY)).toBeLessThanOrEqual(0)
  })

  test('stays behind today in a large world too, whatever the dice say', () => {
    const late = (from: number) =>
      tellCohort('2026-11-30', from, TOGETHER).filter(({ on }) => on > '2026-11-30')
    expect([1, 2, 3, 14].flatMap((n) => late(1 + n * TOGETHER))).toEqual([])
  })

  test('takes no step that is only a consequence, and loads in reasonable time', () => {
    expect(plan.filter(({ step }) => stepOf(step)?.row.causedBy)).toEqual([])
    expect(plan.length).toBeLessThan(4100)
  })

  test('is told by people who hold the membership they act in', () => {
    const strangers = plan.filter(
      ({ actor, covenant }) =>
        !cast.some(
          ({ key, memberships }) =>
            key === actor.person &&
            memberships.some(
              (m) =>
                m.covenant === covenant && m.organisation === actor.organisation && m.role === actor.role,
            ),
        ),
    )
    expect(strangers).toEqual([])
  })
})

describe('the people', () => {
  const memberships = cast.flatMap((person) => person.memberships.map((m) => ({ person, ...m })))

  test('work for a party of their covenant, in a role that its kind of organisation has', () => {
    const wrong = memberships.filter(({ organisation, covenant, role }) => {
      const file = files.find(({ key }) => key === covenant)
      const kind = file?.organisations.find(({ key }) => key === organisation)?.kind
      const allowed: readonly string[] = Object.hasOwn(roles, role) ? roles[role as keyof typeof roles] : []
      return !kind || !allowed.includes(kind)
    })
    expect(wrong).toEqual([])
  })

  test('are clearly fictional and differ from each other', () => {
    expect(cast.every(({ email }) => email.endsWith('@voorbeeld.example'))).toBe(true)
    expect(new Set(cast.map(({ email }) => email)).size).toBe(cast.length)
    expect(new Set(cast.map(({ key }) => key)).size).toBe(cast.length)
  })

  test('include one with two covenants, and one who is chair and regisseur of one gemeente', () => {
    const covenantsOf = ({ memberships: all }: (typeof cast)[number]) => new Set(all.map((m) => m.covenant))
    const rolesOf = ({ memberships: all }: (typeof cast)[number]) =>
      all.map((m) => `${m.organisation} ${m.role}`)
    expect(cast.some((person) => covenantsOf(person).size === 2)).toBe(true)
    expect(
      cast.some((p) => rolesOf(p).includes('emmen chair') && rolesOf(p).includes('emmen regisseur')),
    ).toBe(true)
  })
})

describe.each(['2026-11-22', '2027-05-06'])('played on %s', (today) => {
  let zod: World
  let fle: World
  const cases = () => [...zod.all('case'), ...fle.all('case')]
  beforeAll(() => {
    const events = planWorld(today)
    zod = play(events, 'zuidoost-drenthe', today)
    fle = play(events, 'flevoland', today)
  }, 60_000)

  test('every step is legal, and so many cases stand at every stage', () => {
    expect(counted(cases().map(({ spine }) => spine.stage))).toEqual({
      intake: 17,
      tafel: 10,
      matching: 12,
      tenancy: 8,
      aftercare: 79,
      closed: 15,
    })
  })

  test('one of each unusual way is there: not ready yet, urgent, asked to be, young, back again, on the way to elsewhere', () => {
    const open = zod.all('case').flatMap(({ turns }) => turns.map(({ task }) => task))
    expect(counted(open)).toMatchObject({ becomeReady: 2, decideSpoed: 1, answerMove: 1 })
    const all = zod.all('case').map(({ of }) => of)
    expect(all.filter(({ spoed, earlier, youth }) => spoed || earlier || youth)).toHaveLength(3)
  })

  test('in a home too: a place to come back to, a file that was opened again, and a wijkteam that worries', () => {
    const homes = zod.all('case').filter(({ spine }) => spine.stage === 'aftercare')
    const rows = (name: string) => homes.flatMap(({ of }) => (of[name] ?? []) as { raisedBy?: string }[])
    const worried = rows('careSignals').map(({ raisedBy }) => raisedBy)
    expect(worried.filter((by) => by === organisationId('wijkteam-de-verbinding'))).toHaveLength(1)
    expect([rows('returnGuarantees').length, rows('reopenings').length]).toEqual([1, 1])
  })

  test('who came back is registered anew from what was known, beside the case of the home that was left', () => {
    const [again, ...others] = zod.all('case').filter(({ of }) => of.earlier)
    const earlier = again?.of.earlier as { earlierCase: string; earlierAs: string } | undefined
    const before = zod.held(earlier?.earlierCase)
    expect([others, earlier?.earlierAs, before.spine.stage]).toEqual([[], 'zelfde', 'closed'])
    expect(before.of).toMatchObject({ closing: { reason: 'terugNaarVoorziening' } })
    expect((before.of.placement as { keyOn: string }).keyOn < (again?.spine.openedOn ?? '')).toBe(true)
    expect(again?.of.identity).toEqual(before.of.identity)
    expect(again?.turns.map(({ task }) => task)).toEqual(['finishIntake'])
  })

  test('85 persons came to live in Zuidoost-Drenthe in eighteen months, and keys go back forty', () => {
    const persons = zod.all('case').map(({ of }) => {
      const { keyOn, adults = 1, children = 0 } = { ...of.placement, ...of.household } as Housed
      return keyOn && keyOn >= addMonths(today, -18) && keyOn <= today ? adults + children : 0
    })
    expect(persons.reduce((sum, n) => sum + n, 0)).toBe(85)
    const keys = zod.all('case').map(({ of }) => (of.placement as Housed | null)?.keyOn ?? today)
    const older = (age: number) => keys.filter((key) => key <= addMonths(today, -age)).length
    expect([older(18), older(36), older(39)]).toEqual([19, 5, 2])
  })

  test('all four origins are there, tafels have met and the next two are planned, dwellings wait', () => {
    expect(
      Object.keys(counted(cases().map(({ of }) => String((of.stay as { setting: string }).setting)))).sort(),
    ).toEqual(['BW', 'JMV', 'MO', 'VO'])
    expect(counted(zod.all('tafel').map(({ spine }) => spine.stage)).planned).toBe(2)
    const dwellings = [...zod.all('dwelling'), ...fle.all('dwelling')].map(({ spine }) => spine.stage)
    expect(counted(dwellings)).toMatchObject({ available: 12, blocked: 3 })
  })
})
