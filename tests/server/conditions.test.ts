// What became of a condition of the tafel, on a real Postgres: who says it, who reads it, and what the database keeps out.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/case/actor'
import { addDays } from '@/domain/kernel/days'
import { Prisma } from '@/server/db/client'
import { type Cast, castOf, decision, register, sitDown } from '../support/main-job'
import { attempt, type Region, region, TODAY, take } from '../support/region'
import { asked } from './sight'

const DUE = addDays(TODAY, 30)
const why = 'KANARIE-WAAROM-NIET'

let r: Region
let cast: Cast
let kase: string
let rows: { id: string; by: string }[]
beforeAll(async () => {
  r = await region()
  cast = await castOf(r)
  kase = await register(r, cast)
  const tafel = await sitDown(cast, kase)
  const first = { condition: 'Budgetbeheer', conditionBy: 'provider', conditionOn: DUE }
  await take(cast.chair, 'proposeDecision', kase, decision(r, { outcome: 'admittedOnConditions', ...first }))
  await take(cast.secretary, 'addCondition', kase, {
    condition: 'Bijzondere bijstand',
    conditionBy: 'gemeente',
    conditionOn: addDays(TODAY, 40),
  })
  await take(cast.chair, 'adoptList', tafel)
  await take(cast.secretary, 'adoptList', tafel)
  rows = await r.kernel(
    'SELECT id, condition_by AS by FROM case_conditions WHERE subject_id = $1 ORDER BY seq',
    [kase],
  )
})
afterAll(() => r.close())

const rowOf = (by: string) => rows.find((row) => row.by === by)?.id ?? ''
const turnsOf = (who: Actor) =>
  asked<{ task: string; due: string }>(
    who,
    Prisma.sql`SELECT task, due_on::text AS due FROM turn WHERE subject_id = ${kase}::uuid AND holder_id = ${who.organisationId}::uuid AND role = ${who.role} ORDER BY task`,
  )
const wordsFor = (who: Actor) =>
  asked<{ why: string | null }>(
    who,
    Prisma.sql`SELECT condition_why AS why FROM case_condition_words WHERE subject_id = ${kase}::uuid ORDER BY seq`,
  )
const writes = (who: Actor, about: string, state = 'met') =>
  asked(
    who,
    Prisma.sql`INSERT INTO case_condition_words (subject_id, organisation_id, recorded_on, covenant_id, condition_row, condition_state)
      SELECT s.id, ${who.organisationId}::uuid, ${TODAY}::date, s.covenant_id, ${about}::uuid, ${state} FROM spine s WHERE s.id = ${kase}::uuid RETURNING 1`,
  )

describe('a condition', () => {
  it('is the task of its owner by its day', async () => {
    expect(await turnsOf(cast.mentor)).toContainEqual({ task: 'meetProviderConditions', due: DUE })
    expect(await turnsOf(cast.regisseur)).toContainEqual({
      task: 'meetGemeenteConditions',
      due: addDays(TODAY, 40),
    })
  })

  it('gets a word from its owner or the gemeente, whatever the website lets through', async () => {
    expect(
      await attempt(cast.mentor, 'reportCondition', kase, {
        conditionRow: rowOf('gemeente'),
        conditionState: 'met',
      }),
    ).toMatchObject({
      refusal: { reason: 'conditionNotThere' },
    })
    expect(await writes(cast.mentor, rowOf('gemeente'))).toBe('TT012')
    expect(await writes(cast.mentor, kase)).toBe('TT012')
    for (const who of [cast.chair, cast.secretary, cast.officer, await r.actor('mentor', 'wender')])
      expect(await writes(who, rowOf('provider'))).not.toEqual([{ '?column?': 1 }])
  })

  it('was not met with a reason only, in the database too', async () => {
    expect(await writes(cast.mentor, rowOf('provider'), 'notMet')).toBe('23514')
    expect(await writes(cast.mentor, rowOf('provider'), 'otherDay')).toBe('23514')
  })

  it('is read with what became of it by its parties, and not a word of it by anybody else', async () => {
    const said = { conditionRow: rowOf('provider'), conditionState: 'notMet', conditionWhy: why }
    await take(cast.mentor, 'reportCondition', kase, said)
    for (const who of [cast.mentor, cast.regisseur, cast.chair, cast.secretary])
      expect(await wordsFor(who)).toEqual([{ why }])
    const strangers = [cast.officer, await r.actor('mentor', 'wender')]
    for (const who of strangers) expect(await wordsFor(who)).toEqual([])
    expect(await turnsOf(cast.mentor)).not.toContainEqual(
      expect.objectContaining({ task: 'meetProviderConditions' }),
    )
  })

  it('keeps each word for good', async () => {
    const id = Prisma.raw(`'${kase}'`)
    for (const change of [
      Prisma.sql`UPDATE case_condition_words SET condition_state = 'met' WHERE subject_id = ${id} RETURNING 1`,
      Prisma.sql`DELETE FROM case_condition_words WHERE subject_id = ${id} RETURNING 1`,
    ])
      expect(await asked(cast.mentor, change)).toBe('42501')
  })
})
