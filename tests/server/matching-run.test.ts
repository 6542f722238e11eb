// A run of the matching on a real Postgres: asked by a person, computed as the matching membership, kept as it came out.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { goneSince } from '@/features/matching/gone'
import { asActor } from '@/server/db/as-actor'
import { commitmentOf } from '@/server/matching/compute'
import { replay } from '@/server/matching/replay'
import { askRun, cancelRun, claimRun, computeRun } from '@/server/matching/run'
import { admit, type Cast, castOf, enter, register } from '../support/main-job'
import { type Region, region, TODAY, take } from '../support/region'

let r: Region
let cast: Cast
let clients: string[]
let homes: string[]

beforeAll(async () => {
  r = await region()
  cast = await castOf(r)
  clients = [await register(r, cast), await register(r, cast, { givenName: 'Piet', familyName: 'Bos' })]
  await admit(r, cast, ...clients)
  homes = [await enter(r, cast, '1'), await enter(r, cast, '2'), await enter(r, cast, '3')]
})
afterAll(() => r.close())

type Run = {
  id: string
  state: string
  seed: string
  commitment: string
  progress: number
  found: { proposed: number; clients: number; homes: number; proven: boolean; caps: unknown[] } | null
}
const ask = () => asActor(cast.regisseur, askRun)
const runs = (id: string) => r.kernel<Run>('SELECT * FROM matching_run WHERE id = $1', [id])
const work = async () => {
  const claimed = await claimRun()
  return claimed && computeRun(claimed, TODAY)
}
const proposals = (id: string, who = cast.regisseur) =>
  asActor(
    who,
    (tx) => tx.$queryRaw<{ case: string; dwelling: string; kind: string }[]>`
    SELECT case_id::text AS "case", dwelling_id::text AS dwelling, kind FROM matching_proposal WHERE run_id = ${id}::uuid`,
  )

async function ran(): Promise<string> {
  const id = (await ask()) as string
  expect(await work()).toBe(true)
  return id
}

describe('a run', () => {
  it('publishes the hash of its lottery before anything is computed, and opens the seed when it ended', async () => {
    const id = (await ask()) as string
    const [before] = await runs(id)
    expect(before).toMatchObject({ state: 'asked', found: null })
    expect(before?.seed).not.toMatch(/^[0-9a-f]{64}$/)
    expect(await work()).toBe(true)
    const [after] = await runs(id)
    expect(after).toMatchObject({ state: 'done', progress: 100, commitment: before?.commitment })
    expect(commitmentOf(after?.seed ?? '')).toBe(before?.commitment)
  })

  it('proposes a home to each client that there is one for, with a proof, and nobody twice', async () => {
    const id = await ran()
    const [run] = await runs(id)
    expect(run?.found).toMatchObject({ clients: 2, homes: 3, proposed: 2, proven: true })
    const found = await proposals(id)
    expect(found.map((p) => p.case).sort()).toEqual([...clients].sort())
    expect(new Set(found.map((p) => p.dwelling)).size).toBe(2)
  })

  it('keeps the pairs of the run before when nothing changed', async () => {
    const before = await proposals(await ran())
    const after = await proposals(await ran())
    expect(after.map(({ kind }) => kind)).toEqual(['kept', 'kept'])
    expect(after.map((p) => p.dwelling).sort()).toEqual(before.map((p) => p.dwelling).sort())
  })

  it('comes out the same to the last bit when it is computed again', async () => {
    const id = await ran()
    const [run] = await r.kernel<{ result_hash: string }>(
      'SELECT result_hash FROM matching_run WHERE id = $1',
      [id],
    )
    expect(await replay(id)).toMatchObject({ differs: [], resultHash: run?.result_hash })
  })

  it('is kept as it was: nobody changes or removes it, and another seed is found out', async () => {
    const id = await ran()
    await expect(r.kernel(`UPDATE matching_run SET found = '{}' WHERE id = $1`, [id])).rejects.toThrow(
      /kept as it is/,
    )
    await expect(r.kernel('DELETE FROM matching_run WHERE id = $1', [id])).rejects.toThrow(
      /permission denied/,
    )
    await expect(r.kernel('UPDATE matching_proposal SET fit = 0')).rejects.toThrow(/permission denied/)
  })

  it('runs one at a time in a covenant, and stops when it is cancelled', async () => {
    const id = (await ask()) as string
    expect(await ask()).toBeNull()
    expect(await asActor(cast.officer, (tx) => cancelRun(tx, id))).toBe(false)
    expect(await asActor(cast.regisseur, (tx) => cancelRun(tx, id))).toBe(true)
    expect(await work()).toBeNull()
    expect((await runs(id))[0]).toMatchObject({ state: 'cancelled', found: null })
  })

  it('is cancelled while it computes: nothing of it is kept', async () => {
    const id = (await ask()) as string
    const claimed = await claimRun()
    await asActor(cast.regisseur, (tx) => cancelRun(tx, id))
    expect(claimed && (await computeRun(claimed, TODAY))).toBe(false)
    expect(await proposals(id)).toEqual([])
  })
})

describe('who may know of a run', () => {
  it('is asked by the regie and the gemeente, and by nobody of another party', async () => {
    for (const who of [cast.mentor, cast.officer, cast.chair]) expect(await asActor(who, askRun)).toBeNull()
  })

  it('shows a proposal to whoever reads the client, and to nobody else', async () => {
    const id = await ran()
    for (const who of [cast.mentor, cast.officer, await r.actor('regisseur', 'coevorden')])
      expect(await proposals(id, who)).toEqual([])
    expect(await proposals(id, await r.actor('coordinator', 'emmen'))).toHaveLength(2)
  })

  it('gives what it was made of to the matching membership alone', async () => {
    await ran()
    const count = (who: { membershipId: string }) =>
      asActor(
        who,
        async (tx) =>
          (await tx.$queryRaw<{ n: number }[]>`SELECT count(*)::int AS n FROM matching_input`)[0]?.n,
      )
    const [matching] = await r.kernel<{ id: string }>(`SELECT id FROM membership WHERE role = 'matching'`)
    for (const who of [cast.regisseur, await r.actor('coordinator', 'emmen')])
      expect(await count(who)).toBe(0)
    expect(await count({ membershipId: matching?.id ?? '' })).toBeGreaterThan(0)
  })

  it('holds no place that a client must keep away from, nor who anybody is', async () => {
    const caseId = clients[0] as string
    const id = await ran()
    const { open } = await import('@/server/db/seal')
    const [kept] = await r.kernel<{ sealed: string }>('SELECT sealed FROM matching_input WHERE run_id = $1', [
      id,
    ])
    const text = open(kept?.sealed ?? '')
    expect(text).toContain(caseId)
    expect(text).not.toMatch(/Vries|Weiersstraat|7811/)
  })
})

describe('what was agreed from above', () => {
  it('lets no more clients into a complex than its corporation thinks it can bear', async () => {
    for (const id of homes)
      await r.kernel(`UPDATE dwelling_facts SET complex = $2, most_in_complex = 1 WHERE subject_id = $1`, [
        id,
        'De Brink',
      ])
    const id = await ran()
    const [run] = await runs(id)
    expect(run?.found).toMatchObject({
      proposed: 1,
      full: [0],
      caps: [{ kind: 'complex', name: 'De Brink', most: 1, homes: 3 }],
    })
    await r.kernel('UPDATE dwelling_facts SET complex = NULL, most_in_complex = NULL')
  })
})

describe('what changed since the run before', () => {
  it('says which pairs are gone and why, to whoever reads the client and to nobody else', async () => {
    const before = await ran()
    const pair = (await proposals(before)).find((p) => p.case === clients[0])
    await take(cast.officer, 'withdrawDwelling', pair?.dwelling ?? '')
    const last = await ran()
    const gone = (who = cast.regisseur) => asActor(who, (tx) => goneSince(tx, before, last))
    expect((await gone()).find((one) => one.case === clients[0])).toMatchObject({ why: 'otherHome' })
    for (const who of [cast.officer, cast.mentor, await r.actor('regisseur', 'coevorden')])
      expect(await gone(who)).toEqual([])
    await r.kernel('UPDATE dwelling_facts SET rooms = 9')
    const none = await ran()
    const left = await asActor(cast.regisseur, (tx) => goneSince(tx, last, none))
    expect(left.map(({ why }) => why)).toEqual(['otherwise', 'otherwise'])
  })
})
