// Who is away, for whoever waits for them: on the case, at the own organisation, and no further.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/case/actor'
import { addDays } from '@/domain/kernel/days'
import { awayHere, awayIn } from '@/server/absence'
import { asActor } from '@/server/db/as-actor'
import { castOf, register } from '../support/main-job'
import { attempt, type Region, region, TODAY, take } from '../support/region'

let r: Region
let cast: Awaited<ReturnType<typeof castOf>>
let lead: Actor
let kase: string
let away: string
const UNTIL = addDays(TODAY, 20)
beforeAll(async () => {
  r = await region()
  cast = await castOf(r)
  lead = await r.actor('zorgLead', 'cosis')
  const admin = await r.actor('organisationAdmin', 'cosis')
  kase = await register(r, cast)
  away = await take(admin, 'giveAccess', null, {
    name: 'Mia Mentor',
    email: 'mia@voorbeeld.example',
    role: 'mentor',
    until: null,
    standsInFor: null,
  })
  const parties = { mentorName: 'Mia Mentor', mentorPhone: null, deputyName: null, deputyPhone: null }
  await take(cast.mentor, 'describeParties', kase, parties)
})
afterAll(() => r.close())

const said = async (who: Actor, day = TODAY) =>
  (await asActor(who, (tx) => awayIn(tx, [kase], day))).get(kase) ?? null
const report = { awayFrom: TODAY, awayUntil: UNTIL }

describe('an absence', () => {
  it('is reported by a team leader of the organisation, and by nobody of another', async () => {
    const refused = async (who: Actor) =>
      (await attempt(who, 'reportAbsence', away, { ...report, standIn: null })) as {
        refusal?: { reason: string }
      }
    expect((await refused(await r.actor('zorgLead', 'wender'))).refusal?.reason).toBe('notFound')
    expect((await refused(cast.mentor)).refusal?.reason).toBe('notFound')
    await take(lead, 'reportAbsence', away, { ...report, standIn: cast.mentor.membershipId })
  })

  it('is told to whoever reads who is the mentor of the case, until its last day', async () => {
    const known = { until: UNTIL, standIn: cast.mentor.name }
    for (const who of [cast.mentor, cast.regisseur, lead]) expect(await said(who), who.role).toEqual(known)
    expect(await said(cast.regisseur, UNTIL)).toEqual(known)
    expect(await said(cast.regisseur, addDays(UNTIL, 1))).toBeNull()
    expect(await said(cast.regisseur, addDays(TODAY, -1))).toBeNull()
    for (const who of [
      cast.officer,
      await r.actor('mentor', 'wender'),
      await r.actor('boardMember', 'emmen'),
    ])
      expect(await said(who), who.role).toBeNull()
  })

  it('is known at the own organisation, and not at another', async () => {
    const here = (who: Actor) => asActor(who, (tx) => awayHere(tx, TODAY))
    expect(await here(lead)).toEqual([
      { name: 'Mia Mentor', role: 'mentor', until: UNTIL, standIn: cast.mentor.name },
    ])
    expect(await here(cast.regisseur)).toEqual([])
  })

  it('ends when somebody says that they are back', async () => {
    await take(lead, 'endAbsence', away, {})
    expect(await said(cast.regisseur)).toBeNull()
  })
})
