// Cases that leave in a file: only what the list shows to whoever takes them, none that is shielded, and each recorded.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/case/actor'
import { caseFilter } from '@/domain/worklist/case-filter'
import { caseView } from '@/domain/worklist/case-view'
import type { Asked } from '@/domain/worklist/work-filter'
import { takeLines } from '@/features/worklist/taken-lines'
import { asActor } from '@/server/db/as-actor'
import { type Busy, busyRegion } from '../support/busy-region'
import { TODAY, take } from '../support/region'

let r: Busy['r']
let cast: Busy['cast']
beforeAll(async () => {
  ;({ r, cast } = await busyRegion())
})
afterAll(() => r.close())

const taken = (who: Actor, asked: Asked = {}) =>
  asActor(who, (tx) =>
    takeLines(tx, who, {
      filter: caseFilter(asked),
      view: caseView(asked, who.role, TODAY),
      day: TODAY,
      requestId: null,
    }),
  )
const names = async (who: Actor, asked: Asked = {}) =>
  (await taken(who, asked)).map(({ name, initials }) => name ?? initials).sort()
const records = () =>
  r.kernel<{ subject: string; shown: string[]; n: number; membership: string }>(
    `SELECT subject_id::text AS subject, shown, (tells->>'taken')::int AS n, membership_id::text AS membership FROM journal WHERE kind = 'read' AND subject_kind = 'case' AND tells ? 'taken' ORDER BY recorded_at, seq`,
  )

describe('a selection in a file', () => {
  it('has the cases of whoever takes it, of the filter that was chosen, and each is recorded with what it shows', async () => {
    const lines = await taken(cast.regisseur, { stage: 'tenancy' })
    expect(lines.map(({ name }) => name)).toEqual(['Saar Sleutel'])
    expect(await records()).toEqual([
      {
        subject: lines[0]?.id,
        shown: ['identity', 'readiness'],
        n: 1,
        membership: cast.regisseur.membershipId,
      },
    ])
  })

  it('is empty, and recorded nowhere, for who sees no cases', async () => {
    const before = (await records()).length
    for (const who of [await r.actor('boardMember', 'emmen'), await r.actor('mentor', 'wender')])
      expect(await names(who)).toEqual([])
    expect((await records()).length).toBe(before)
  })

  it('leaves a shielded case out, also for who was named for it', async () => {
    const [line] = await taken(cast.mentor, { stage: 'tenancy' })
    await take(cast.mentor, 'describeSafety', line?.id as string, {
      threat: 'stalking',
      secrecy: 'geheim',
      note: null,
    })
    expect(await names(cast.mentor, { stage: 'tenancy' })).toEqual([])
    expect((await names(cast.mentor)).length).toBeGreaterThan(2)
  })
})
