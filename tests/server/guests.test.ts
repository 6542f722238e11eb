import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/case/actor'
import { type Cast, castOf, decision, register, sitDown } from '../support/main-job'
import { attempt, type Region, region, take } from '../support/region'
import { see, sightOf } from './sight'

let r: Region
let cast: Cast
let guest: Actor
let team: Actor
let welfare: Actor
beforeAll(async () => {
  r = await region()
  cast = await castOf(r)
  guest = await r.actor('officer', 'woonservice')
  team = await r.actor('localTeam', 'wijkteam-de-verbinding')
  welfare = await r.actor('localTeam', 'welzijn-de-buurtkamer')
})
afterAll(() => r.close())

let kase: string
let tafel: string
beforeEach(async () => {
  kase = await register(r, cast)
  tafel = await sitDown(cast, kase)
})

const shared = async (who: Actor) => [...((await see(who, kase))?.shared ?? [])].sort()
const invite = () => take(cast.regisseur, 'inviteParty', kase, { organisation: r.organisations.woonservice })
const assign = (key: string) =>
  take(cast.regisseur, 'assignLocalTeam', kase, { localTeam: r.organisations[key] })
type Keys = { person: string; household: string }
const keys = async () => {
  const [found] = await r.kernel<Keys>(
    'SELECT person_id AS person, household_id AS household FROM spine WHERE id = $1',
    [kase],
  )
  return found as Keys
}
const admit = async () => {
  await take(cast.chair, 'proposeDecision', kase, decision(r))
  await take(cast.chair, 'adoptList', tafel)
  await take(cast.secretary, 'adoptList', tafel)
}

describe('a guest at the table', () => {
  it('finds nothing before the invitation, and then what everybody at the table may know: no name', async () => {
    expect(await see(guest, kase)).toBeNull()
    await invite()
    expect(await shared(guest)).toEqual([
      'agenda',
      'household',
      'initials',
      'positions',
      'profile',
      'readiness',
      'shield',
      'supportSummary',
    ])
  })

  it('finds nothing any more once the table has decided', async () => {
    await invite()
    await admit()
    expect(await see(guest, kase)).toBeNull()
    expect(await sightOf(guest, 'case', kase, await keys())).toEqual({})
  })

  it('takes no step of the case', async () => {
    await invite()
    expect(await attempt(guest, 'recordCosts', kase, {})).toEqual({ refusal: { reason: 'notYourRole' } })
  })
})

describe('the wijkteam of the neighbourhood', () => {
  const known = ['contact', 'guidanceSummary', 'identity', 'initials', 'parties', 'shield', 'supportSummary']

  it('knows whom it may meet and which support there is, and nothing else', async () => {
    expect(await see(team, kase)).toBeNull()
    await assign('wijkteam-de-verbinding')
    expect(await shared(team)).toEqual(known)
    await admit()
    expect(await shared(team)).toEqual(known)
  })

  it('loses sight of the client when another team is assigned in its place', async () => {
    await assign('wijkteam-de-verbinding')
    await assign('welzijn-de-buurtkamer')
    expect(await shared(welfare)).toEqual(known)
    expect(await sightOf(team, 'case', kase, await keys())).toEqual({})
  })

  it('is a wijkteam or a welzijn organisation: no other party is assigned as one', async () => {
    const wrong = await attempt(cast.regisseur, 'assignLocalTeam', kase, {
      localTeam: r.organisations.lefier,
    })
    expect(wrong).toEqual({ refusal: { reason: 'notAParty' } })
    expect(await see(await r.actor('officer', 'lefier'), kase)).toBeNull()
  })
})
