// The job of an import on a real Postgres: it stops, it goes on, and it ends with the access of who agreed.
import { describe, expect, it } from 'vitest'
import { asActor } from '@/server/db/as-actor'
import { bringInAll, claimImport } from '@/server/imports/bring-in'
import { cancelImport } from '@/server/imports/keep'
import { broughtIn, many } from '../support/import-file'
import { cast, counts, openImporting, r, run } from '../support/importing'

openImporting()

describe('the job of an import', () => {
  it('holds the number of the import and no word of a client', async () => {
    const id = await broughtIn(cast.mentor, many(1))
    const [job] = await r.kernel(`SELECT * FROM job WHERE kind = 'import'`)
    expect(job).toMatchObject({ subject_id: id, task: 'import', failure: null })
    expect(JSON.stringify(job)).not.toContain('Bestand')
  })

  it('stops when it is cancelled: what came in stays, nothing more comes in', async () => {
    const id = await broughtIn(cast.mentor, many(60))
    let seen = 0
    const stop = () => ++seen > 12
    const some = await run(stop)
    expect(some).toBeLessThan(60)
    expect(await asActor(cast.mentor, (tx) => cancelImport(tx, id))).toBe(true)
    await r.kernel(`UPDATE job SET next_at = now() WHERE kind = 'import'`)
    expect(await run()).toBeNull()
    expect(await counts(id)).toMatchObject({ done: some, good: 60 - (some ?? 0) })
  })

  it('goes on after the website stopped half way, and no row comes in twice', async () => {
    const id = await broughtIn(
      cast.mentor,
      many(30).map((line) => line.with(1, `${line[1]}x`)),
    )
    let seen = 0
    const some = await run(() => ++seen > 8)
    await r.kernel(`UPDATE job SET next_at = now() WHERE kind = 'import'`)
    const rest = await run()
    expect([(some ?? 0) + (rest ?? 0), (await counts(id)).done]).toEqual([30, 30])
    const rows = await r.kernel(
      `SELECT file_row FROM case_imported WHERE file = (SELECT checksum FROM import WHERE id = $1)`,
      [id],
    )
    expect(new Set(rows.map(({ file_row }) => file_row)).size).toBe(30)
    expect(rows).toHaveLength(30)
  })

  it('brings nothing in any more once the access of who agreed has ended, and wipes out the rows', async () => {
    const leaver = await r.actor('mentor', 'cosis', 'Gaat weg')
    await broughtIn(
      leaver,
      many(40).map((line) => line.with(1, `${line[1]}weg`)),
    )
    let seen = 0
    const claimed = await claimImport()
    const before = await r.kernel('SELECT subject_id FROM case_imported')
    await r.kernel('UPDATE membership SET ended_at = now() WHERE id = $1', [leaver.membershipId])
    expect(claimed && (await bringInAll(claimed, () => ++seen > 500))).toBe(0)
    expect(await r.kernel('SELECT subject_id FROM case_imported')).toHaveLength(before.length)
    await r.kernel(`UPDATE job SET next_at = now() WHERE kind = 'import'`)
    expect(await run()).toBeNull()
    expect(await r.kernel('SELECT * FROM import_row')).toEqual([])
    expect(await r.kernel(`SELECT * FROM job WHERE kind = 'import'`)).toEqual([])
  })
})
