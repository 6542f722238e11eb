import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/case/actor'
import { Prisma } from '@/server/db/client'
import { type Cast, castOf, decision, register, sitDown } from '../support/main-job'
import { attempt, type Region, region, take } from '../support/region'
import { asked, see } from './sight'

let r: Region
let cast: Cast
let both: { chair: Actor; secretary: Actor }
beforeAll(async () => {
  r = await region()
  cast = await castOf(r)
  both = {
    chair: await r.actor('chair', 'emmen', 'Sam de Boer'),
    secretary: await r.actor('secretary', 'emmen', 'Sam de Boer'),
  }
})
afterAll(() => r.close())

let kase: string
let tafel: string
beforeEach(async () => {
  kase = await register(r, cast)
  tafel = await sitDown(cast, kase)
})

const decide = () => take(cast.chair, 'proposeDecision', kase, decision(r))
const stages = async () => [
  (await see(cast.chair, tafel, 'tafel'))?.spine.stage,
  (await see(cast.mentor, kase))?.spine.stage,
]

describe('the list of the tafel', () => {
  it('counts only when chair and secretary have both adopted it, in whichever order', async () => {
    await decide()
    await take(cast.secretary, 'adoptList', tafel)
    expect(await stages()).toEqual(['inSession', 'tafel'])
    await take(cast.chair, 'adoptList', tafel)
    expect(await stages()).toEqual(['adopted', 'matching'])
  })

  it('is not adopted twice by the chair', async () => {
    await decide()
    await take(cast.chair, 'adoptList', tafel)
    expect(await attempt(cast.chair, 'adoptList', tafel)).toEqual({
      refusal: { reason: 'alreadyAdopted', values: { role: 'chair' } },
    })
  })

  it('is not adopted by one person who is both chair and secretary', async () => {
    await decide()
    expect(both.chair.accountId).toBe(both.secretary.accountId)
    await take(both.chair, 'adoptList', tafel)
    const second = await attempt(both.secretary, 'adoptList', tafel)
    expect(second).toEqual({ refusal: { reason: 'secondPersonNeeded' } })
    expect(await stages()).toEqual(['inSession', 'tafel'])
  })

  it('is not adopted by one person in the database either, whoever writes it', async () => {
    await decide()
    await take(both.chair, 'adoptList', tafel)
    const write = Prisma.sql`UPDATE tafel_adoption SET secretary_by = chair_by WHERE subject_id = ${tafel}::uuid RETURNING 1`
    expect(await asked(both.secretary, write)).toBe('23514')
    const asOwner = r.kernel('UPDATE tafel_adoption SET secretary_by = chair_by WHERE subject_id = $1', [
      tafel,
    ])
    await expect(asOwner).rejects.toThrow('two_people')
  })
})

describe('a list with one case that was not decided', () => {
  it('is adopted by nobody: the adoption and the decided cases go back as well', async () => {
    const undecided = await register(r, cast)
    const other = await register(r, cast)
    const full = await sitDown(cast, undecided, other)
    await take(cast.chair, 'proposeDecision', other, decision(r))
    const before = await r.kernel(
      'SELECT max(seq) AS last, count(*) AS records FROM journal WHERE kind = $1',
      ['step'],
    )
    const number = (await see(cast.chair, undecided))?.spine.number
    for (const who of [cast.chair, cast.secretary])
      expect(await attempt(who, 'adoptList', full)).toEqual({
        refusal: { reason: 'itemWithoutDecision', values: { number } },
      })
    expect((await see(cast.secretary, full, 'tafel'))?.of.adoption).toBeNull()
    expect((await see(cast.mentor, other))?.spine.stage).toBe('tafel')
    expect((await see(cast.mentor, other))?.of.decision).toMatchObject({ fixedOn: null, adoptedOn: null })
    expect(
      await r.kernel('SELECT max(seq) AS last, count(*) AS records FROM journal WHERE kind = $1', ['step']),
    ).toEqual(before)
  })
})
