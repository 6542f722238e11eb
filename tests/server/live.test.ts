import pg from 'pg'
import { describe, expect, inject, it } from 'vitest'
import { stepOf } from '@/domain/case/steps'
import type { Step } from '@/domain/kernel/step'
import { asActor } from '@/server/db/as-actor'
import { APART } from '@/server/live/watch'
import { runStep } from '@/server/run-step'
import { listening } from '../support/listening'
import { openPage } from '../support/open-page'
import { TODAY } from '../support/region'

const l = listening()
const { changes, costs, settled, versionFor } = l

describe('a step', () => {
  it('is heard within a second by the open page of another party: of that case, and of a list', async () => {
    const pages = [
      await openPage(l.watch, l.cast.regisseur, { of: l.kase }),
      await openPage(l.watch, l.cast.regisseur, { of: 'all' }),
    ]
    const heard = pages.map((page) => page.hears('changed', 1_000))
    await changes()
    expect(Math.max(...(await Promise.all(heard)))).toBeLessThan(1_000)
  })

  it('that is undone is heard by nobody', async () => {
    const page = await openPage(l.watch, l.cast.regisseur)
    const undone = asActor(l.cast.mentor, async (tx) => {
      const step = stepOf('recordCosts') as Step
      const request = {
        actor: l.cast.mentor,
        step,
        subjectId: l.kase,
        input: costs(),
        version: null,
        today: TODAY,
      }
      const outcome = await runStep(tx, { ...request, actionKey: null, requestId: null })
      expect(outcome).toHaveProperty('done')
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    await settled()
    expect(page.said).toEqual([])
    const heard = page.hears('changed')
    await changes()
    await heard
  })

  it('is told to a page that shows the case as it was before, and not to one that shows it already', async () => {
    const before = await versionFor(l.cast.regisseur)
    await changes()
    const [old, fresh] = [
      await openPage(l.watch, l.cast.regisseur, { of: l.kase, version: before }),
      await openPage(l.watch, l.cast.regisseur, { of: l.kase, version: (before ?? 0) + 1 }),
    ]
    await settled()
    expect([old.said, fresh.said]).toEqual([['changed'], []])
  })

  it('that was taken just before is told to a list: it may have been on its way', async () => {
    const first = await openPage(l.watch, l.cast.regisseur)
    const heard = first.hears('changed')
    await changes()
    await heard
    const late = await openPage(l.watch, l.cast.regisseur)
    const outside = await openPage(l.watch, l.cast.officer)
    await settled()
    expect([late.said, outside.said]).toEqual([['changed'], []])
  })

  it('among many is not told again and again: a page hears of them together', async () => {
    const page = await openPage(l.watch, l.cast.regisseur, { of: l.kase })
    const from = performance.now()
    for (let i = 0; i < 15; i++) await changes()
    await settled()
    expect(page.said.length).toBeGreaterThan(0)
    expect(page.said.length).toBeLessThanOrEqual(2 + (performance.now() - from) / APART)
  })
})

const asServer = async (sql: string, values: unknown[] = [], url = inject('adminUrl')) => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return client.query(sql, values).finally(() => client.end())
}

describe('when the connection that listens is cut', () => {
  it('lists are told that they may have missed something, a page what it missed, and the next step is heard as before', async () => {
    const list = await openPage(l.watch, l.cast.regisseur)
    const page = await openPage(l.watch, l.cast.regisseur, { of: l.kase })
    const again = list.hears('missed', 10_000)
    const cut = await asServer(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND application_name = 'thuistafel live'`,
      [new URL(l.r.ownerUrl).pathname.slice(1)],
    )
    expect(cut.rowCount).toBe(1)
    // Taken while nobody listens.
    const missed = page.hears('changed', 10_000)
    await changes()
    await Promise.all([again, missed])
    await settled()
    const next = [list.hears('changed', 1_000), page.hears('changed', 1_000)]
    await changes()
    await Promise.all(next)
  })
})
