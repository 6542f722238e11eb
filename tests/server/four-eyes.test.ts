// Four eyes on a support plan and on more or less support, held by the database: also against one person with two hats.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/case/actor'
import type { StepName } from '@/domain/case/steps'
import { addDays } from '@/domain/kernel/days'
import { Prisma } from '@/server/db/client'
import { lasting } from '../support/lasting-inputs'
import { admit, type Cast, castOf, enter, moveIn, propose, register } from '../support/main-job'
import { attempt, type Region, region, TODAY, take } from '../support/region'
import { asked } from './sight'

let r: Region
let cast: Cast
let id: string
let lead: Actor
/** One person who is mentor and team leader. */
let hats: { mentor: Actor; lead: Actor }
beforeAll(async () => {
  r = await region()
  cast = await castOf(r)
  lead = await r.actor('zorgLead', 'cosis')
  hats = {
    mentor: await r.actor('mentor', 'cosis', 'Twee petten'),
    lead: await r.actor('zorgLead', 'cosis', 'Twee petten'),
  }
  id = await register(r, cast)
  await admit(r, cast, id)
  await moveIn(cast, id, await propose(cast, await enter(r, cast, '1'), id))
}, 180_000)
afterAll(() => r.close())

const of = (step: StepName) => lasting[step]?.({ today: TODAY, ids: {} }) ?? {}
const full = { planHelps: null, planSigns: null }
const plan = (words: string) => ({ ...full, ...of('revisePlan'), planGoals: words })
const word = (who: Actor, by: string, number: number) =>
  asked(
    who,
    Prisma.sql`INSERT INTO case_plan_words (subject_id, organisation_id, recorded_on, covenant_id, plan_number, plan_word, recorded_by, said_by)
      VALUES (${id}::uuid, ${who.organisationId}::uuid, ${TODAY}::date, ${who.covenantId}::uuid, ${number}, 'approved', 'Een ander', ${by}::uuid) RETURNING 1`,
  )
const scaling = (who: Actor, by: string) =>
  asked(
    who,
    Prisma.sql`INSERT INTO case_scaling_words (subject_id, organisation_id, recorded_on, covenant_id, scaling_word, recorded_by, said_by)
      VALUES (${id}::uuid, ${who.organisationId}::uuid, ${TODAY}::date, ${who.covenantId}::uuid, 'approved', 'Een ander', ${by}::uuid) RETURNING 1`,
  )

describe('a version of a support plan', () => {
  it('is agreed to by no person who wrote it, with another hat and under another name neither', async () => {
    expect(hats.lead.accountId).toBe(hats.mentor.accountId)
    await take(hats.mentor, 'revisePlan', id, plan('Eerste'))
    await take(hats.mentor, 'agreePlan', id, { ...of('agreePlan'), note: null })
    expect(await attempt(hats.lead, 'approvePlan', id, { planWord: 'approved', note: null })).toEqual({
      refusal: { reason: 'secondPersonNeeded' },
    })
    expect(await word(hats.lead, hats.lead.membershipId, 1)).toBe('TT015')
    expect(await word(hats.lead, hats.mentor.membershipId, 1)).toBe('TT015')
  })

  it('is agreed to by another supervisor, of the last version alone, and in nobody else’s name', async () => {
    expect(await word(hats.lead, lead.membershipId, 1)).toBe('TT015')
    expect(await word(lead, hats.lead.membershipId, 1)).toBe('TT015')
    expect(await word(lead, lead.membershipId, 2)).toBe('TT015')
    await take(lead, 'approvePlan', id, { planWord: 'approved', note: null })
  })

  it('is written in nobody else’s name', async () => {
    const other = Prisma.sql`INSERT INTO case_plan_versions (subject_id, organisation_id, recorded_on, covenant_id, plan_number, plan_goals, plan_steps, hours_per_week, reachable, plan_review_on, recorded_by, written_by)
      VALUES (${id}::uuid, ${hats.mentor.organisationId}::uuid, ${TODAY}::date, ${hats.mentor.covenantId}::uuid, 2, 'x', 'x', 1, 'avonden', ${addDays(TODAY, 9)}::date, 'x', ${cast.mentor.membershipId}::uuid) RETURNING 1`
    expect(await asked(hats.mentor, other)).toBe('TT015')
  })
})

describe('more or less support', () => {
  it('is agreed to by no person who asked it, with another hat neither', async () => {
    await take(hats.mentor, 'scaleSupport', id, of('scaleSupport'))
    expect(await attempt(hats.lead, 'approveScaling', id, { scalingWord: 'approved', note: null })).toEqual({
      refusal: { reason: 'secondPersonNeeded' },
    })
    expect(await scaling(hats.lead, hats.lead.membershipId)).toBe('TT015')
    expect(await scaling(hats.lead, lead.membershipId)).toBe('TT015')
    await take(lead, 'approveScaling', id, { scalingWord: 'approved', note: null })
  })

  it('is agreed to by nobody of another organisation', async () => {
    for (const who of [
      await r.actor('zorgLead', 'leger-des-heils'),
      cast.regisseur,
      cast.officer,
      await r.actor('coordinator', 'emmen'),
    ]) {
      expect(await scaling(who, who.membershipId), who.role).toBe('42501')
      const rows = await asked(who, Prisma.sql`SELECT note FROM case_scaling_words`)
      expect(rows?.length, who.role).toBe(['regisseur', 'coordinator'].includes(who.role) ? 1 : 0)
    }
  })
})
