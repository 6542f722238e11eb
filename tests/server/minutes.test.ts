// The minutes of one tafel, read by everybody who was at it: each their own cases, and nothing of another party's.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/case/actor'
import { addDays } from '@/domain/kernel/days'
import { keepsCovenant, registerFor } from '@/features/tafel/exceptions'
import { minuteLines } from '@/features/tafel/minutes'
import { asActor } from '@/server/db/as-actor'
import { type Cast, castOf, decision, register } from '../support/main-job'
import { type Region, region, TODAY, take } from '../support/region'

const ours = 'KANARIE-ONZE-MOTIVERING'
const theirs = 'KANARIE-HUN-MOTIVERING'
const why = 'KANARIE-AFWIJKING'
const onCondition = {
  outcome: 'admittedOnConditions',
  condition: 'Budgetbeheer',
  conditionBy: 'provider',
  conditionOn: addDays(TODAY, 30),
}
const exception = {
  outcome: 'exception',
  rule: 'inkomen',
  deviation: why,
  exceptionUntil: addDays(TODAY, 90),
}

let r: Region
let cast: Cast
let other: Cast
let tafel: string
let foreign: string
beforeAll(async () => {
  r = await region()
  cast = await castOf(r)
  other = {
    ...cast,
    mentor: await r.actor('mentor', 'wender'),
    regisseur: await r.actor('regisseur', 'coevorden'),
  }
  tafel = await take(cast.secretary, 'planTafel', null, {
    on: TODAY,
    at: '10:00',
    place: 'Gemeentehuis Emmen',
    note: null,
  })
  const own = await register(r, cast)
  foreign = await register(r, other, { givenName: 'Kanarie', familyName: 'Vreemd' }, 'coevorden')
  for (const [people, id] of [
    [cast, own],
    [other, foreign],
  ] as const) {
    await take(people.regisseur, 'acceptIntake', id)
    await take(people.regisseur, 'putOnTafel', id, { tafel })
  }
  await take(cast.chair, 'openTafel', tafel, {
    seats: ['gemeente', 'corporatie', 'zorgaanbieder'],
    present: 'Allen',
  })
  await take(cast.chair, 'proposeDecision', own, decision(r, { motivation: ours, ...onCondition }))
  await take(cast.chair, 'proposeDecision', foreign, decision(r, { motivation: theirs, ...exception }))
  await take(cast.chair, 'adoptList', tafel)
  await take(cast.secretary, 'adoptList', tafel)
})
afterAll(() => r.close())

const read = (who: Actor) =>
  asActor(who, (tx) => minuteLines(tx, who, { tafel, today: TODAY, requestId: null }))
const all = async (who: Actor) => JSON.stringify(await read(who))

describe('the minutes of a tafel', () => {
  it('are read whole by chair, secretary and coordinator', async () => {
    for (const who of [cast.chair, cast.secretary, await r.actor('coordinator', 'emmen')]) {
      expect(await read(who)).toHaveLength(2)
      for (const word of [ours, theirs, why]) expect(await all(who)).toContain(word)
    }
  })

  it('hold for a party the cases that it has a part in, and not a word of the others', async () => {
    // The gemeente of the first case holds the mandate of the other one: it reads both.
    expect(await all(cast.mentor)).toContain(ours)
    for (const word of [theirs, why, 'Kanarie', 'Vreemd']) expect(await all(cast.mentor)).not.toContain(word)
    for (const who of [other.mentor, other.regisseur]) {
      for (const word of [theirs, why]) expect(await all(who)).toContain(word)
      expect(await all(who)).not.toContain(ours)
    }
  })

  it('hold nothing for a corporatie that no case was assigned to', async () => {
    expect(await read(cast.officer)).toEqual([])
  })

  it('say who must do what by when: conditions, and whose turn it is', async () => {
    const [line] = await read(cast.mentor)
    expect(line?.actions).toContainEqual({
      kind: 'condition',
      what: 'Budgetbeheer',
      by: 'provider',
      on: onCondition.conditionOn,
    })
    expect(line?.actions.some(({ kind, what }) => kind === 'turn' && what === 'findDwelling')).toBe(true)
  })

  it('leave a record of reading in each case that they show', async () => {
    const count = () =>
      r.kernel(
        "SELECT count(*)::int AS n FROM journal WHERE kind = 'read' AND 'decisionNotes' = ANY (shown)",
        [],
      )
    const [before] = (await count()) as { n: number }[]
    await read(cast.chair)
    expect(await count()).toEqual([{ n: (before?.n ?? 0) + 2 }])
  })
})

describe('the register of exceptions', () => {
  const register = (who: Actor, rule: string | null = null) =>
    asActor(who, (tx) => registerFor(tx, who, { rule }, { today: TODAY, requestId: null }))

  it('says which rule was deviated from, why, by whom and until when, and no name', async () => {
    const { lines } = await register(cast.chair)
    expect(lines).toMatchObject([
      {
        rule: 'inkomen',
        deviation: why,
        on: TODAY,
        until: exception.exceptionUntil,
        deciders: ['gemeente', 'corporatie', 'zorgaanbieder'],
      },
    ])
    expect(JSON.stringify(lines)).not.toMatch(/Kanarie|Vreemd/)
    expect((await register(cast.chair, 'schulden')).lines).toEqual([])
  })

  it('is for the regie and the team leaders of a gemeente, each by the rights of the case', async () => {
    expect((['coordinator', 'chair', 'secretary', 'gemeenteLead'] as const).every(keepsCovenant)).toBe(true)
    expect((['mentor', 'zorgLead', 'regisseur', 'officer', 'boardMember'] as const).some(keepsCovenant)).toBe(
      false,
    )
    expect((await register(await r.actor('gemeenteLead', 'coevorden'))).lines).toHaveLength(1)
    expect((await register(await r.actor('gemeenteLead', 'borger-odoorn'))).lines).toEqual([])
  })

  it('leaves out a case that is shielded: it would tell where somebody is going to live', async () => {
    await take(other.mentor, 'describeSafety', foreign, {
      threat: 'huiselijkGeweld',
      secrecy: 'geheim',
      note: null,
    })
    expect((await register(cast.chair)).lines).toEqual([])
  })
})
