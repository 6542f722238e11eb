// Papers on a real Postgres and a real folder: what is kept, who gets it, and what happens when something breaks off.
import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { folderStore } from '@/server/files/folder'
import { givePaper } from '@/server/files/give'
import { bytesOf, files } from '@/server/files/receive'
import { tidyFiles } from '@/server/files/tidy'
import { file, pdf, pdfFile, photo } from '../support/files'
import { register } from '../support/main-job'
import { TODAY, take } from '../support/region'
import { add, added, cast, folder, give, input, kase, kept, office, openDesk, papers, r } from './desk'

openDesk()

describe('a paper that is kept', () => {
  it('comes back byte for byte, and the folder holds nothing that can be read', async () => {
    const bytes = pdf('Zeer herkenbare woorden')
    const id = await added(pdfFile(bytes))
    expect((await give(cast.mentor, id))?.bytes.equals(bytes)).toBe(true)
    const stored = readFileSync(join(folder, id))
    expect(stored.toString('latin1')).not.toMatch(/herkenbare|%PDF|inkomen/)
    expect([statSync(join(folder, id)).mode & 0o777, statSync(folder).mode & 0o777]).toEqual([0o600, 0o700])
    expect(kept().every((name) => /^[0-9a-f-]{36}$/.test(name))).toBe(true)
  })

  it('is told in the journal when it was given, by its group and not by its name', async () => {
    const id = await added(pdfFile(pdf(), 'Piet Geheim.pdf'))
    await give(cast.regisseur, id)
    const [row] = await r.kernel<{ shown: string[]; all: string }>(
      `SELECT shown, j::text AS all FROM journal j WHERE kind = 'read' AND account_id = $1 ORDER BY recorded_at DESC LIMIT 1`,
      [cast.regisseur.accountId],
    )
    expect(row?.shown).toEqual(['papersIncome'])
    const [{ n } = { n: -1 }] = await r.kernel<{ n: number }>(
      `SELECT count(*)::int AS n FROM journal j WHERE j::text LIKE '%Geheim%'`,
    )
    expect(n).toBe(0)
  })

  it('is not there for who may not read its row, for another case, or under another id', async () => {
    const id = await added()
    const other = await register(r, cast, { givenName: 'Noa', familyName: 'Bakker' })
    expect(await give(await r.actor('mentor', 'leger-des-heils'), id)).toBeNull()
    expect(await give(await r.actor('coordinator', 'emmen'), id)).toBeNull()
    expect(await give(cast.mentor, id, other)).toBeNull()
    expect(await give(cast.mentor, randomUUID())).toBeNull()
  })

  it('opens only as the file it is: put in the place of another it is broken', async () => {
    const [one, two] = [await added(), await added(pdfFile(pdf('een ander')))]
    const mine = readFileSync(join(folder, two))
    writeFileSync(join(folder, two), readFileSync(join(folder, one)))
    await expect(give(cast.mentor, two)).rejects.toThrow('SEAL')
    writeFileSync(join(folder, two), mine)
    expect(await give(cast.mentor, two)).not.toBeNull()
  })

  it('as a photo has lost where it was taken', async () => {
    const id = await added(file(await photo(), 'IMG_1.jpg', 'image/jpeg'), { paperType: 'payslip' })
    const given = await give(cast.mentor, id)
    expect(given?.bytes.toString('latin1')).not.toMatch(/GPS|Exif|Geheim/)
    expect(given?.paper).toMatchObject({ fileFormat: 'jpeg', fileSize: given?.bytes.length })
  })
})

describe('nobody gets', () => {
  it('a file that was changed, that is gone, or of which the checksum is another; and the journal says of no reading', async () => {
    const id = await added()
    const path = join(folder, id)
    const whole = readFileSync(path)
    const reads = () =>
      r.kernel(`SELECT 1 FROM journal WHERE kind = 'read' AND account_id = $1`, [cast.mentor.accountId])
    const before = (await reads()).length
    writeFileSync(path, Buffer.concat([whole.subarray(0, -1), Buffer.from([(whole.at(-1) ?? 0) ^ 1])]))
    await expect(give(cast.mentor, id)).rejects.toMatchObject({ name: 'DamagedFile', code: 'SEAL' })
    rmSync(path)
    await expect(give(cast.mentor, id)).rejects.toMatchObject({ code: 'ABSENT' })
    writeFileSync(path, whole)
    await expect(bytesOf(kase, { id, checksum: '0'.repeat(64) })).rejects.toMatchObject({ code: 'CHECKSUM' })
    expect((await reads()).length).toBe(before)
    expect(await give(cast.mentor, id)).not.toBeNull()
  })

  it('a paper that was withdrawn; its record stays', async () => {
    const id = await added()
    await take(cast.mentor, 'withdrawPaper', kase, { paper: id })
    expect(await give(cast.mentor, id)).toBeNull()
    expect((await papers(cast.mentor)).find((p) => p.paper === id)).toMatchObject({ withdrawnOn: TODAY })
  })

  it('but an older version and an expired paper are still given', async () => {
    const old = await added(pdfFile(), { lastDay: '2026-11-24' })
    const newer = await added(pdfFile(pdf('nieuw')), { replaces: old })
    expect(await give(cast.mentor, old)).toMatchObject({ paper: { replaced: true, paperVersion: 1 } })
    expect(await give(cast.mentor, newer)).toMatchObject({ paper: { replaced: false, paperVersion: 2 } })
    const later = { caseId: kase, paper: old, today: '2027-01-01', requestId: null }
    expect(await givePaper(cast.mentor, later)).not.toBeNull()
  })
})

describe('nothing is left behind', () => {
  it('by a file that is refused, a role that may not, or a form that was sent before', async () => {
    const key = randomUUID()
    expect(await add(cast.mentor, pdfFile(), {}, 'addPaper', key)).toMatchObject({ done: {} })
    const before = kept()
    expect(await add(cast.mentor, pdfFile(), {}, 'addPaper', key)).toEqual({
      refusal: { reason: 'twiceSent' },
    })
    expect(await add(cast.mentor, null)).toMatchObject({ refusal: { reason: 'fileMissing' } })
    expect(await add(cast.mentor, file('<svg/>', 'a.svg', 'image/svg+xml'))).toMatchObject({
      refusal: { reason: 'fileKind' },
    })
    expect(await add(cast.regisseur, pdfFile())).toMatchObject({ refusal: { reason: 'notYourRole' } })
    expect(await add(cast.officer, pdfFile(), {}, 'addContract')).toMatchObject({
      refusal: { reason: 'notFound' },
    })
    expect(await add(cast.mentor, pdfFile(), { replaces: randomUUID() })).toMatchObject({
      refusal: { reason: 'paperNotThere' },
    })
    expect(kept()).toEqual(before)
  })

  it('for long by a step that broke off after the file was kept: an hour later it is tidied up, and what is needed stays', async () => {
    const needed = await added()
    const withdrawn = await added()
    await take(cast.mentor, 'withdrawPaper', kase, { paper: withdrawn })
    await r.kernel(`UPDATE case_papers_income SET withdrawn_on = current_date WHERE withdrawn_on IS NOT NULL`)
    const lost = randomUUID()
    await files().put(lost, Buffer.from('kept, and then the power went'))
    writeFileSync(join(folder, `${randomUUID()}.half`), 'cut off while it was written')
    const hours = (n: number) => Date.now() + n * 3_600_000
    expect(await tidyFiles(office.client, folderStore(folder))).toBe(0)
    expect(await tidyFiles(office.client, folderStore(folder), hours(2))).toBe(1)
    expect([existsSync(join(folder, lost)), existsSync(join(folder, needed))]).toEqual([false, true])
    expect(kept().some((name) => name.endsWith('.half'))).toBe(false)
    // What was withdrawn goes after a day.
    await r.kernel(
      `UPDATE case_papers_income SET withdrawn_on = current_date - 2 WHERE paper = $1 AND withdrawn_on IS NOT NULL`,
      [withdrawn],
    )
    expect(await tidyFiles(office.client, folderStore(folder), hours(2))).toBeGreaterThan(0)
    expect([existsSync(join(folder, withdrawn)), existsSync(join(folder, needed))]).toEqual([false, true])
  })

  it('and a paper comes in once: a second row about the same bytes is not written', async () => {
    const id = await added()
    const again = take(cast.mentor, 'addPaper', kase, input, {
      file: { id, name: 'a.pdf', format: 'pdf', size: 1, checksum: 'a' },
    })
    await expect(again).rejects.toThrow(/one_income_paper|23505/)
  })
})

describe('what the region asks for', () => {
  it('holds the aanmelding back until it is there', async () => {
    await r.kernel(
      `UPDATE covenant_version SET rules = rules || '{"evidence":[{"paper":"guidanceCommitment"}]}'`,
    )
    const attempt = async () => {
      const other = await register(r, cast, { givenName: 'Sam', familyName: 'Visser' }).catch(
        (error: Error) => error.message,
      )
      return String(other)
    }
    expect(await attempt()).toContain('paperMissing')
  })
})
