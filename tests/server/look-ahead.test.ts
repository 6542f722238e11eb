// What a change of the matching would do, from the last run, on a real Postgres: for who proposes and agrees, and nobody shielded in it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor, Role } from '@/domain/case/actor'
import { agreers } from '@/domain/covenant/change'
import type { MatchingRules } from '@/domain/covenant/matching-rules'
import { totalsOf } from '@/domain/matching/run/frontier'
import { pairsIn } from '@/domain/matching/run/preview'
import { asActor } from '@/server/db/as-actor'
import { lookAhead, runToLook, tokenOf } from '@/server/matching/look-ahead'
import { askRun, claimRun, computeRun } from '@/server/matching/run'
import { rulesOn } from '@/server/rules'
import { admit, type Cast, castOf, enter, register } from '../support/main-job'
import { type Region, region, TODAY, take } from '../support/region'

let r: Region
let cast: Cast
let regie: Actor
let clients: string[]
let now: MatchingRules

beforeAll(async () => {
  r = await region('zuidoost-drenthe', 'flevoland')
  cast = await castOf(r)
  regie = await r.actor('coordinator', 'emmen')
  clients = [await register(r, cast), await register(r, cast, { givenName: 'Piet', familyName: 'Bos' })]
  await admit(r, cast, ...clients)
  for (const no of ['1', '2', '3']) await enter(r, cast, no)
  now = (await asActor(regie, (tx) => rulesOn(tx, TODAY))).matching
})
afterAll(() => r.close())

const toLook = (who: Actor) => asActor(who, (tx) => runToLook(tx, who))
const patience = 60_000
const heavier = () => ({ now, proposed: { ...now, priorityWeight: 7 } })

describe('a change of the matching', () => {
  it('can be seen by nobody while there was no run', async () => {
    expect(await toLook(regie)).toBeNull()
  })

  it('has at the knobs of now what the run came to, beside those proposed and the usual ones', async () => {
    const asked = (await asActor(cast.regisseur, askRun)) as string
    const claimed = await claimRun()
    expect(claimed && (await computeRun(claimed, TODAY))).toBe(true)
    const run = await toLook(regie)
    if (!run) throw new Error('No run to look at')
    expect(run.kept.id).toBe(asked)
    const ahead = await lookAhead(run, heavier(), patience)
    expect(ahead?.points.map(({ knobs }) => knobs.priorityWeight)).toEqual([1, 2, 5, 7, 10])
    const kept = await r.kernel<{
      case: string
      dwelling: string
      urgency: number
      fit: number
      kind: string
    }>(
      'SELECT case_id::text AS "case", dwelling_id::text AS dwelling, urgency, fit, kind FROM matching_proposal WHERE run_id = $1 ORDER BY 1',
      [asked],
    )
    expect(kept).toHaveLength(2)
    expect(ahead?.points.find(({ knobs }) => knobs.priorityWeight === now.priorityWeight)?.proposals).toEqual(
      kept,
    )
    expect(ahead?.preview).toBeNull()
  })

  it('says of another rule of the region how many pairs and clients it touches', async () => {
    const run = (await toLook(regie)) as NonNullable<Awaited<ReturnType<typeof toLook>>>
    const none = {
      name: 'Niemand',
      when: null,
      must: { field: 'rooms', operator: 'atLeast', value: 9 },
      warns: false,
    } as const
    const ahead = await lookAhead(run, { now, proposed: { ...now, agreed: [none] } }, patience)
    expect(ahead?.points).toEqual([])
    expect(ahead?.preview).toMatchObject({ added: [], moved: [] })
    expect(ahead?.preview && pairsIn(ahead.preview)).toEqual({ added: 0, removed: 6 })
    const without = new Set(clients.slice(0, 1))
    expect(ahead?.preview && pairsIn(ahead.preview, without)).toEqual({ added: 0, removed: 3 })
    expect(ahead?.preview?.removed.toSorted()).toEqual(clients.toSorted())
  })

  it('is seen by everybody who proposes or agrees, of each party', async () => {
    const seen: [Role, string][] = [
      ['coordinator', 'emmen'],
      ['gemeenteLead', 'coevorden'],
      ['corporatieLead', 'domesta'],
      ['zorgLead', 'cosis'],
      ['boardMember', 'lefier'],
    ]
    expect(seen.map(([role]) => role)).toEqual([...agreers])
    for (const [role, organisation] of seen) {
      const run = await toLook(await r.actor(role, organisation))
      expect(run && clients.every((id) => run.known.has(id)), role).toBe(true)
    }
  })

  it('is seen by nobody else, and by nobody of another region', async () => {
    const others: [Role, string][] = [
      ['mentor', 'cosis'],
      ['officer', 'domesta'],
      ['regisseur', 'emmen'],
      ['chair', 'emmen'],
      ['secretary', 'emmen'],
      ['organisationAdmin', 'emmen'],
      ['clientCouncil', 'clientenraad-samen-verder'],
    ]
    for (const [role, organisation] of others)
      expect(await toLook(await r.actor(role, organisation)), role).toBeNull()
    expect(await toLook(await r.actor('coordinator', 'noordoostpolder', 'Een ander', 'flevoland'))).toBeNull()
  })

  it('is another look for other rules, so an older one does not count as seen', async () => {
    const run = (await toLook(regie)) as NonNullable<Awaited<ReturnType<typeof toLook>>>
    const token = tokenOf(run, heavier())
    expect(tokenOf(run, heavier())).toBe(token)
    expect(tokenOf(run, { now, proposed: { ...now, priorityWeight: 8 } })).not.toBe(token)
    expect(tokenOf({ ...run, kept: { ...run.kept, id: 'another' } }, heavier())).not.toBe(token)
  })

  it('says that it is not there yet while it is computed', async () => {
    const run = (await toLook(regie)) as NonNullable<Awaited<ReturnType<typeof toLook>>>
    const other = { now, proposed: { ...now, priorityWeight: 9 } }
    expect(await lookAhead(run, other, 0)).toBeUndefined()
    expect(await lookAhead(run, other, patience)).toBeTruthy()
  })

  it('counts nobody who is shielded by now, also where it was computed before', async () => {
    const hidden = clients[0] as string
    await take(cast.mentor, 'describeSafety', hidden, { threat: 'stalking', secrecy: 'geheim', note: null })
    const run = (await toLook(regie)) as NonNullable<Awaited<ReturnType<typeof toLook>>>
    expect([...run.known].filter((id) => clients.includes(id))).toEqual([clients[1]])
    const ahead = await lookAhead(run, heavier(), patience)
    const without = new Set(ahead?.input.clients.map(({ id }) => id).filter((id) => !run.known.has(id)))
    const [point] = ahead?.points ?? []
    expect(point && ahead && totalsOf(point, ahead.input, without).housed).toBe(1)
  })

  it('cannot be seen once what the run was made of has had its time', async () => {
    await r.kernel('DELETE FROM matching_input')
    expect(await toLook(regie)).toBeNull()
  })
})
