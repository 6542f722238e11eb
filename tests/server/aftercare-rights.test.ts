// The support plan and a time-out on a real Postgres: what each party finds of it in its own session, and in the tables themselves.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/case/actor'
import type { Case } from '@/domain/case/case'
import { addDays } from '@/domain/kernel/days'
import { asActor } from '@/server/db/as-actor'
import { load } from '@/server/db/load'
import { admit, type Cast, castOf, enter, moveIn, propose, register } from '../support/main-job'
import { type Region, region, TODAY, take } from '../support/region'

const SECRET = 'Kanarie in het plan'
const plan = {
  planDomains: ['housing'],
  planGoals: SECRET,
  planSteps: SECRET,
  planParties: ['client'],
  hoursPerWeek: 3,
  reachable: 'avonden',
  planSigns: SECRET,
  planHelps: null,
  planReviewOn: addDays(TODAY, 40),
}
const away = {
  awaySince: TODAY,
  timeOutPlace: SECRET,
  returnBy: addDays(TODAY, 7),
  returnPlan: SECRET,
  rentKept: 'geregeld',
  petsKept: 'nietNodig',
  mailKept: 'geregeld',
  keysKept: 'geregeld',
  energyKept: 'geregeld',
  note: null,
}

let r: Region
let cast: Cast
let id: string
let lead: Actor
beforeAll(async () => {
  r = await region()
  cast = await castOf(r)
  lead = await r.actor('zorgLead', 'cosis')
  id = await register(r, cast)
  await admit(r, cast, id)
  await moveIn(cast, id, await propose(cast, await enter(r, cast, '1'), id))
  await take(cast.mentor, 'revisePlan', id, plan)
  await take(cast.mentor, 'agreePlan', id, {
    ...{ planWord: 'clientAgreed', agreedOn: TODAY, agreedHow: 'mondeling', note: SECRET },
  })
  await take(lead, 'approvePlan', id, { planWord: 'approved', note: SECRET })
  await take(cast.mentor, 'startTimeOut', id, away)
  await take(cast.mentor, 'recordEvaluation', id, {
    ...{
      heldOn: TODAY,
      rentPaid: true,
      calm: true,
      goals: 'opWeg',
      advice: 'doorgaan',
      summary: 'Het gaat goed',
    },
    ...{
      clientThere: 'erbij',
      clientSays: SECRET,
      supervisor: 'Een ander',
      supervisorSays: SECRET,
      nextOn: null,
    },
  })
}, 180_000)
afterAll(() => r.close())

const seenBy = (who: Actor) =>
  asActor(who, async (tx) => {
    const kase = (await load(tx, who.role, 'case', id)) as Case | null
    const rows = await tx.$queryRaw<{ n: number }[]>`SELECT ((SELECT count(*) FROM case_plan_versions)
      + (SELECT count(*) FROM case_plan_words) + (SELECT count(*) FROM case_time_outs) + (SELECT count(*) FROM case_evaluation_talks))::int AS n`
    return { kase, rows: rows[0]?.n, away: (await tx.$queryRaw<unknown[]>`SELECT 1 FROM case_away`).length }
  })

describe('a plan and a time-out', () => {
  it('are read whole by the own organisation', async () => {
    for (const who of [cast.mentor, lead]) {
      const { kase, rows } = await seenBy(who)
      expect([kase?.of.planVersions?.[0]?.planGoals, kase?.of.timeOuts?.[0]?.timeOutPlace]).toEqual([
        SECRET,
        SECRET,
      ])
      expect(rows).toBe(5)
    }
  })

  it('leave the gemeente and the coordinator that somebody is away, and no word of the rest', async () => {
    for (const who of [cast.regisseur, await r.actor('coordinator', 'emmen')]) {
      const { kase, rows, away: known } = await seenBy(who)
      expect([rows, known, kase?.of.away?.returnBy]).toEqual([0, 1, addDays(TODAY, 7)])
      expect(JSON.stringify(kase)).not.toContain(SECRET)
    }
  })

  it('are nothing to the landlord, to another provider or to those who govern', async () => {
    for (const who of [
      cast.officer,
      await r.actor('corporatieLead', 'domesta'),
      await r.actor('mentor', 'leger-des-heils'),
      await r.actor('zorgLead', 'leger-des-heils'),
      await r.actor('boardMember', 'cosis'),
      cast.chair,
    ]) {
      const { kase, rows, away: known } = await seenBy(who)
      expect([rows, known], `${who.role} ${who.organisationName}`).toEqual([0, 0])
      expect(JSON.stringify(kase ?? {})).not.toContain(SECRET)
    }
  })

  it('say nothing of themselves in what the journal tells', async () => {
    const told = await r.kernel<{ said: string }>(
      `SELECT j::text AS said FROM journal j WHERE subject_id = $1 AND step IN ('revisePlan', 'agreePlan', 'approvePlan', 'startTimeOut')`,
      [id],
    )
    expect(told).toHaveLength(4)
    expect(told.map(({ said }) => said).join()).not.toContain(SECRET)
  })

  it('let the clocks stand still, and run again with the days that were away', async () => {
    const turns = () =>
      r.kernel<{ task: string; due: string; still: boolean }>(
        `SELECT task, due_on::text AS due, paused_on IS NOT NULL AS still FROM turn WHERE subject_id = $1 AND task IN ('visit', 'evaluate') ORDER BY task`,
        [id],
      )
    const before = await turns()
    expect(before.map(({ still }) => still)).toEqual([true, true])
    const on = addDays(TODAY, 7)
    await take(cast.mentor, 'endTimeOut', id, { timeOutEvent: 'backHome', backOn: on, note: null }, { on })
    const after = await turns()
    expect(after.map(({ still }) => still)).toEqual([false, false])
    expect(after.every(({ due }, i) => due > (before[i]?.due ?? ''))).toBe(true)
  })
})

describe('a place to come back to, and a file that is opened again', () => {
  const PLACE = 'Kanarie op de terugkeerplek'
  const rowsFor = (who: Actor) =>
    asActor(who, async (tx) => {
      const [row] = await tx.$queryRaw<{ n: number; said: string | null }[]>`
        SELECT (SELECT count(*) FROM case_return_guarantees)::int + (SELECT count(*) FROM case_reopenings)::int AS n,
          (SELECT string_agg(g.guarantee_place, ' ') FROM case_return_guarantees g) AS said`
      return [row?.n, row?.said]
    })

  it('are read by provider, gemeente and coordinator of the own covenant, and by nobody else', async () => {
    const on = addDays(TODAY, 8)
    const given = {
      guaranteedBy: r.organisations.cosis,
      guaranteePlace: PLACE,
      guaranteeUntil: addDays(on, 5),
    }
    await take(cast.mentor, 'guaranteeReturn', id, { ...given, note: null }, { on })
    await take(cast.mentor, 'closeCase', id, { reason: 'goedAfgerond' }, { on })
    const again = { reopenWhy: 'terugval', level: 'licht', agreedOn: on, agreedHow: 'mondeling', note: PLACE }
    await take(cast.regisseur, 'reopenCase', id, again, { on })
    for (const who of [cast.mentor, lead, cast.regisseur, await r.actor('coordinator', 'emmen')])
      expect(await rowsFor(who), who.role).toEqual([2, PLACE])
    for (const who of [
      cast.officer,
      cast.chair,
      await r.actor('corporatieLead', 'domesta'),
      await r.actor('mentor', 'leger-des-heils'),
      await r.actor('boardMember', 'emmen'),
    ])
      expect(await rowsFor(who), who.role).toEqual([0, null])
  })

  it('say nothing of themselves in what the journal tells', async () => {
    const told = await r.kernel<{ said: string }>(
      `SELECT j.tells::text AS said FROM journal j WHERE subject_id = $1 AND step IN ('guaranteeReturn', 'reopenCase')`,
      [id],
    )
    expect(told).toHaveLength(2)
    expect(told.map(({ said }) => said).join()).not.toContain(PLACE)
  })
})
