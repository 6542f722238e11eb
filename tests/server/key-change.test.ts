// FIELD_KEY is changed while numbers, drafts and files are stored under the old one.
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { asActor } from '@/server/db/as-actor'
import { keepDraft } from '@/server/drafts'
import { castOf, register } from '../support/main-job'
import { type Region, region, take } from '../support/region'

const NUMBER = '111222333'
const OLD = process.env.NEXTAUTH_SECRET ?? ''
const NEW = 'a new key of the fields, which is long enough'

let r: Region
beforeAll(async () => {
  r = await region()
  const cast = await castOf(r)
  const subjectId = await register(r, cast)
  await take(cast.mentor, 'recordBsn', subjectId, { number: NUMBER })
  const of = { kind: 'case', subjectId, step: 'describeHealth', about: '' } as const
  const typed = { diagnosis: ['half een zin'] }
  const keeping = { id: randomUUID(), seq: 1, from: [], version: 1, stood: {}, typed }
  await asActor(cast.mentor, (tx) => keepDraft(tx, of, keeping))
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await r.close()
})

const stored = async () =>
  (await r.kernel<{ number: string }>('SELECT number FROM case_bsn'))[0]?.number ?? ''

const draft = async () => (await r.kernel<{ sealed: string }>('SELECT sealed FROM draft'))[0]?.sealed ?? ''

describe('a change of the key', () => {
  it('opens with the old key, seals with the new one, and needs the old one no more', async () => {
    const before = await stored()
    vi.stubEnv('FIELD_KEY', NEW)
    vi.stubEnv('FIELD_KEY_OLD', '')
    vi.resetModules()
    const without = await import('@/server/db/seal')
    expect(() => without.open(before)).toThrow('FIELD_KEY_OLD')

    vi.stubEnv('FIELD_KEY_OLD', OLD)
    vi.resetModules()
    const both = await import('@/server/db/seal')
    expect(both.open(before)).toBe(NUMBER)
    expect(both.printsOf(NUMBER)).toHaveLength(2)
    const { reseal } = await import('../../prisma/reseal')
    const { sealed, seen } = await reseal(r.ownerUrl)
    expect([sealed, seen]).toEqual([2, 2])
    expect(await reseal(r.ownerUrl)).toEqual({ sealed: 0, seen: 2 })

    vi.stubEnv('FIELD_KEY_OLD', '')
    vi.resetModules()
    const { open, printsOf } = await import('@/server/db/seal')
    expect(open(await stored())).toBe(NUMBER)
    expect(open(await draft())).toContain('half een zin')
    const prints = await r.kernel<{ print: string }>('SELECT DISTINCT print FROM bsn_print')
    expect(prints.map((row) => row.print)).toContain(printsOf(NUMBER)[0])
  })

  it('does the same for files: their keys are sealed anew, and their bytes stay as they are', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'thuistafel-files-'))
    const owner = { id: randomUUID(), caseId: randomUUID() }
    const under = async (key: string, old: string) => {
      vi.stubEnv('FIELD_KEY', key)
      vi.stubEnv('FIELD_KEY_OLD', old)
      vi.resetModules()
      const { folderStore } = await import('@/server/files/folder')
      return {
        store: folderStore(folder),
        ...(await import('@/server/files/sealed')),
        ...(await import('../../prisma/reseal')),
      }
    }
    const first = await under(OLD, '')
    await first.store.put(owner.id, first.sealFile(owner, Buffer.from(NUMBER)))
    const both = await under(NEW, OLD)
    expect(await both.resealFiles(both.store)).toEqual({ sealed: 1, seen: 1 })
    expect(await both.resealFiles(both.store)).toEqual({ sealed: 0, seen: 1 })
    const last = await under(NEW, '')
    expect(last.openFile(owner, (await last.store.get(owner.id)) as Buffer).toString()).toBe(NUMBER)
    expect(() => last.openFile({ ...owner, caseId: randomUUID() }, Buffer.alloc(90))).toThrow()
    rmSync(folder, { recursive: true, force: true })
  })
})
