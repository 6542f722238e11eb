// Running clients from a file on a real Postgres: whose the rows are, and what comes in.
import { describe, expect, it } from 'vitest'
import { asActor } from '@/server/db/as-actor'
import { Prisma } from '@/server/db/client'
import {
  agreeImport,
  cancelImport,
  endImport,
  importsOf,
  keepImport,
  keepVerdicts,
} from '@/server/imports/keep'
import { storyOf } from '@/server/story'
import { broughtIn, headings, lineOf, many } from '../support/import-file'
import { cast, counts, openImporting, r, run, state } from '../support/importing'
import { attempt, take } from '../support/region'
import { asked, see } from './sight'

openImporting()

const caseNamed = async (name: string) => {
  const [row] = await r.kernel<{ id: string }>(
    `SELECT s.id FROM spine s JOIN case_identity i ON i.person_id = s.person_id WHERE i.given_name = $1`,
    [name],
  )
  return row?.id as string
}
const everything = Prisma.sql`SELECT id::text FROM import UNION ALL SELECT import_id::text FROM import_row`

describe('a file on its way in', () => {
  it('is there for who brought it and for nobody else: no colleague, lead, privacy officer, other provider or gemeente', async () => {
    await broughtIn(cast.mentor, many(2), { agreed: false })
    const others = await Promise.all([
      r.actor('mentor', 'cosis', 'Een collega'),
      r.actor('zorgLead', 'cosis', cast.mentor.name),
      r.actor('privacyOfficer', 'cosis'),
      r.actor('mentor', 'leger-des-heils'),
      cast.regisseur,
    ])
    expect(await asked(cast.mentor, everything)).toHaveLength(3)
    for (const other of others) expect(await asked(other, everything)).toEqual([])
  })

  it('of another is not stopped, agreed to or thrown away by who knows its number', async () => {
    const id = await broughtIn(cast.mentor, many(1))
    const ready = await broughtIn(cast.mentor, many(1), { agreed: false })
    const others = [
      await r.actor('mentor', 'cosis', 'Een collega'),
      await r.actor('mentor', 'leger-des-heils'),
      cast.regisseur,
    ]
    for (const other of others) {
      for (const change of [cancelImport, endImport])
        expect(await asActor(other, (tx) => change(tx, id))).toBe(false)
      expect(await asActor(other, (tx) => agreeImport(tx, ready))).toBe(false)
      expect(await asActor(other, (tx) => keepVerdicts(tx, ready, {}, []))).toBe(false)
    }
    expect([await state(id), await state(ready)]).toEqual(['running', 'checked'])
    for (const change of [Prisma.sql`UPDATE import SET state = 'done'`, Prisma.sql`DELETE FROM import_row`])
      await expect(asActor(cast.mentor, (tx) => tx.$executeRaw(change))).rejects.toThrow(/permission denied/)
  })

  it('is sealed, and brought only by who may register a client, three at most', async () => {
    const id = await broughtIn(cast.mentor, many(1), { agreed: false })
    const rows = await r.kernel('SELECT sealed FROM import_row WHERE import_id = $1', [id])
    expect(JSON.stringify(rows)).not.toContain('Bestand1')
    const file = { format: 'csv' as const, checksum: 'x', headings, rows: [{ nr: 2, cells: lineOf({}) }] }
    for (const who of [await r.actor('zorgLead', 'cosis'), cast.regisseur])
      expect(await asActor(who, (tx) => keepImport(tx, file))).toBeNull()
    const made = [1, 2, 3].map(() => asActor(cast.mentor, (tx) => keepImport(tx, file)))
    expect((await Promise.all(made)).filter((one) => one === null)).toHaveLength(1)
  })

  it('makes no case before somebody agreed', async () => {
    const before = await r.kernel('SELECT id FROM spine')
    await broughtIn(cast.mentor, many(3), { agreed: false })
    expect(await run()).toBeNull()
    expect(await r.kernel('SELECT id FROM spine')).toHaveLength(before.length)
  })

  it('that was brought in before brings nobody in again', async () => {
    const lines = many(3).map((line) => line.with(0, 'Tweemaal'))
    const twice = async () => {
      const id = await broughtIn(cast.mentor, lines, { agreed: false })
      const done = await asActor(cast.mentor, (tx) => agreeImport(tx, id))
      return [done, await run(), await counts(id)]
    }
    expect(await twice()).toMatchObject([true, 3, { done: 3 }])
    expect(await twice()).toMatchObject([false, null, { done: 0, good: 0, double: 3 }])
    const cases = await r.kernel(`SELECT person_id FROM case_identity WHERE given_name = 'Tweemaal'`)
    expect(cases).toHaveLength(3)
  })

  it('finds doubles among the cases that its uploader sees, and says nothing of those of another provider', async () => {
    const line = lineOf({ givenName: 'Dubbele', familyName: 'Cliënt' })
    await broughtIn(cast.mentor, [line])
    await run()
    const own = await broughtIn(cast.mentor, [line], { agreed: false })
    expect(await counts(own)).toMatchObject({ double: 1, good: 0 })
    const stranger = await r.actor('mentor', 'leger-des-heils')
    const other = await broughtIn(stranger, [line], { agreed: false })
    expect(await counts(other, stranger)).toMatchObject({ double: 0, good: 1 })
  })
})

describe('a row that comes in', () => {
  it('is a case with its mark: who, when, which file and row, in its file and its timeline', async () => {
    const id = await broughtIn(cast.mentor, [
      lineOf({ givenName: 'Tafel', stated: 'tafel', statedSince: '1-11-2026' }),
    ])
    expect(await run()).toBe(1)
    const kase = await caseNamed('Tafel')
    const [its] = await asActor(cast.mentor, (tx) => importsOf(tx, id))
    expect((await see(cast.mentor, kase))?.of.imported).toMatchObject({
      file: its?.checksum,
      fileRow: 2,
      stated: 'tafel',
      statedSince: '2026-11-01',
      agreedOn: '2026-10-01',
    })
    const [told] = await asActor(cast.regisseur, (tx) => storyOf(tx, kase))
    expect(told).toMatchObject({ step: 'openCase', person: cast.mentor.name })
    expect(told?.tells).toEqual({ fromFile: its?.checksum.slice(0, 8), fileRow: 2 })
    const [job] = await r.kernel(`SELECT * FROM import_row WHERE import_id = $1`, [id])
    expect(job).toMatchObject({ state: 'done', sealed: null })
  })

  it('is at its stage only after the gemeente confirmed it', async () => {
    await broughtIn(cast.mentor, [
      lineOf({
        givenName: 'Woont',
        stated: 'nazorg',
        statedSince: '1-3-2026',
        statedForm: 'driepartijen',
        statedLevel: 'licht',
      }),
    ])
    await run()
    const kase = await caseNamed('Woont')
    expect((await see(cast.mentor, kase))?.spine.stage).toBe('intake')
    expect(await attempt(cast.mentor, 'confirmHoused', kase)).toEqual({ refusal: { reason: 'notYourRole' } })
    await take(cast.regisseur, 'confirmHoused', kase)
    expect((await see(cast.mentor, kase))?.spine.stage).toBe('aftercare')
  })

  it('with a secret address is shielded before anybody else sees it', async () => {
    await broughtIn(cast.mentor, [lineOf({ givenName: 'Verborgen', threat: 'stalking', secrecy: 'ja' })])
    await run()
    const kase = await caseNamed('Verborgen')
    expect((await see(cast.mentor, kase))?.of.identity).toMatchObject({ givenName: 'Verborgen' })
    expect((await see(cast.regisseur, kase))?.of.identity).toBeNull()
    expect((await see(cast.regisseur, kase))?.outside).toBe(true)
  })

  it('comes in whole or not at all: one that is refused leaves no case, and the others come in', async () => {
    const id = await broughtIn(cast.mentor, [lineOf({ givenName: 'Heel' }), lineOf({ givenName: 'Half' })])
    // The same client was registered by hand since the preview.
    await broughtIn(cast.mentor, [lineOf({ givenName: 'Half' })]).then(async (first) => {
      await r.kernel(`UPDATE job SET next_at = now() + interval '1 day' WHERE subject_id = $1`, [id])
      await run()
      await r.kernel(`UPDATE job SET next_at = now() WHERE subject_id = $1`, [id])
      expect(await counts(first)).toMatchObject({ done: 1 })
    })
    expect(await run()).toBe(1)
    expect(await counts(id)).toMatchObject({ done: 1, refused: 1 })
    const [refused] = await r.kernel(`SELECT reason FROM import_row WHERE state = 'refused'`)
    expect(refused).toEqual({ reason: 'importDouble' })
    expect(await state(id)).toBe('done')
  })
})
