// What each mentor of a provider has in hand, as its team leader sees it, and the cases of one of them.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/case/actor'
import { addWorkingDays } from '@/domain/kernel/days'
import { caseFilter } from '@/domain/worklist/case-filter'
import { orderedCases } from '@/features/worklist/case-lines'
import { asActor } from '@/server/db/as-actor'
import { mentorLoad } from '@/server/mentors'
import { type Busy, busyRegion, LATE } from '../support/busy-region'
import { TODAY, take } from '../support/region'

let r: Busy['r']
let cast: Busy['cast']
let lead: Actor
beforeAll(async () => {
  ;({ r, cast } = await busyRegion())
  lead = await r.actor('zorgLead', 'cosis')
  const [first, second] = await asActor(cast.mentor, (tx) =>
    orderedCases(tx, caseFilter({}), null, TODAY, 50),
  )
  const parties = { mentorPhone: null, deputyName: null, deputyPhone: null }
  await take(cast.mentor, 'describeParties', first?.id as string, { ...parties, mentorName: 'Ada Andere' })
  await take(cast.mentor, 'describeParties', second?.id as string, { ...parties, mentorName: ' ada andere ' })
})
afterAll(() => r.close())

const load = async (who: Actor, day = TODAY) =>
  (await asActor(who, (tx) => mentorLoad(tx, who, day)))?.mentors
const cases = async (who: Actor, mentor: string) =>
  (await asActor(who, (tx) => orderedCases(tx, caseFilter({ mentor }), null, TODAY, 50))).map(({ id }) => id)

describe('the load per mentor', () => {
  it('counts every running case once, however a name was typed', async () => {
    const found = (await load(lead)) ?? []
    const all = await asActor(lead, (tx) => orderedCases(tx, caseFilter({}), null, TODAY, 50))
    expect(found.reduce((sum, m) => sum + m.cases, 0)).toBe(all.length)
    expect(found.find((m) => m.name.toLowerCase().includes('ada'))?.cases).toBe(2)
    expect(new Set(found.map((m) => m.key)).size).toBe(found.length)
  })

  it('says what is overdue, how old the oldest task is and what ends soon', async () => {
    const sum = (list: Awaited<ReturnType<typeof load>>, of: 'late' | 'ending') =>
      (list ?? []).reduce((total, m) => total + m[of], 0)
    const [now, later] = [await load(lead), await load(lead, LATE)]
    const waiting = (until: string) =>
      r.kernel<{ n: number }>(
        "SELECT count(*)::int AS n FROM turn WHERE role = 'mentor' AND subject_kind = 'case' AND paused_on IS NULL AND holder_id = $1 AND due_on BETWEEN $2 AND $3",
        [lead.organisationId, TODAY, until],
      )
    expect(sum(now, 'ending')).toBe((await waiting(addWorkingDays(TODAY, 10)))[0]?.n)
    expect(sum(now, 'late')).toBe(0)
    expect(sum(later, 'late')).toBeGreaterThan(0)
    expect(now?.every(({ oldest }) => oldest === null || oldest <= TODAY)).toBe(true)
  })

  it('is for the team leader of that provider alone', async () => {
    expect(await load(cast.mentor)).toBeUndefined()
    expect(await load(await r.actor('zorgLead', 'wender'))).toEqual([])
    const asked = (who: Actor) =>
      asActor(
        who,
        (tx) => tx.$queryRaw`SELECT * FROM app.load_of_mentors(${TODAY}::date, ${LATE}::date, 100)`,
      )
    for (const who of [cast.mentor, cast.regisseur, await r.actor('gemeenteLead', 'emmen')])
      expect(await asked(who), who.role).toEqual([])
  })

  it('leads to the cases of one mentor, without a name in the address, and of nobody at another organisation', async () => {
    const ada = (await load(lead))?.find((m) => m.name.toLowerCase().includes('ada'))
    expect(ada?.key).toMatch(/^[0-9a-f]{16}$/)
    expect((await cases(lead, ada?.key ?? '')).length).toBe(2)
    expect(await cases(cast.regisseur, ada?.key ?? '')).toEqual([])
  })

  it('leaves a shielded case out for whoever was not named for it', async () => {
    const ada = () => load(lead).then((found) => found?.find((m) => m.name.toLowerCase().includes('ada')))
    const [first] = await cases(lead, (await ada())?.key ?? '')
    await take(cast.mentor, 'describeSafety', first as string, {
      threat: 'stalking',
      secrecy: 'geheim',
      note: null,
    })
    expect((await ada())?.cases).toBe(1)
    expect((await cases(lead, (await ada())?.key ?? '')).length).toBe(1)
  })
})
