import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/case/actor'
import { asNobody } from '@/server/db/as-actor'
import { database } from '@/server/db/client'
import { folderStore } from '@/server/files/folder'
import { keep } from '@/server/files/receive'
import { openFile } from '@/server/files/sealed'
import { hashOf } from '@/server/hash'
import { acceptInvitation, accountByPassword } from '@/server/sign-in'
import { see } from '../server/sight'
import { pdf } from '../support/files'
import { admit, type Cast, castOf, enter, moveIn, propose, register } from '../support/main-job'
import { type Region, region, take } from '../support/region'
import { catalogueOf, type Drill, openDrill, sightsOf } from './drill'

const PASSWORD = 'een lange zin die niemand raadt'
const BSN = '111222333'

process.env.FILES_FOLDER = mkdtempSync(join(tmpdir(), 'thuistafel-files-'))

let r: Region
let cast: Cast
let strangers: Actor[]
let kase: string
let drill: Drill
let before: { sights: unknown; catalogue: readonly unknown[] }

/** What there is to lose: a client in a home, another at the table, a number that is sealed, somebody with a password. */
async function live() {
  kase = await register(r, cast)
  await take(cast.mentor, 'recordBsn', kase, { number: BSN })
  const file = await keep(kase, { format: 'pdf', bytes: pdf(), name: 'inkomen.pdf' })
  const paper = { paperType: 'incomeStatement', replaces: null, lastDay: null }
  await take(cast.mentor, 'addPaper', kase, paper, { file })
  await admit(r, cast, kase)
  await moveIn(cast, kase, await propose(cast, await enter(r, cast), kase))
  await register(r, cast, { givenName: 'Noa', familyName: 'Bakker' })
  const token = randomBytes(32).toString('base64url')
  await r.kernel(
    `INSERT INTO invitation (token_hash, account_id, expires_at, used_at) VALUES ($1, $2, now() + interval '1 day', NULL)`,
    [hashOf(token), cast.mentor.accountId],
  )
  await acceptInvitation(token, PASSWORD)
}

beforeAll(async () => {
  r = await region()
  cast = await castOf(r)
  strangers = [
    await r.actor('mentor', 'leger-des-heils'),
    await r.actor('officer', 'lefier'),
    await r.actor('regisseur', 'borger-odoorn'),
    await r.actor('privacyOfficer', 'emmen'),
  ]
  await live()
  before = {
    sights: await sightsOf([...Object.values(cast), ...strangers]),
    catalogue: await catalogueOf(r.ownerUrl),
  }
  drill = await openDrill(r)
  await drill.backup()
  await drill.restore('thuistafel', drill.newFiles)
})
afterAll(async () => {
  await drill?.close()
  await r.close()
})

describe('a backup', () => {
  it('is two files and a folder that only their owner reads, and says what is in it', () => {
    const all = readdirSync(drill.folder).sort()
    const files = all.filter((name) => !name.endsWith('.files'))
    expect(all.length - files.length).toBe(1)
    expect(files.map((f) => f.replace(/-\d{4}-\d\d-\d\dT\d{6}Z/, ''))).toEqual([
      'thuistafel.dump',
      'thuistafel.json',
    ])
    for (const file of files) expect(statSync(join(drill.folder, file)).mode & 0o777).toBe(0o600)
    const about = JSON.parse(readFileSync(join(drill.folder, files[1] as string), 'utf8'))
    expect(about.rows.journal).toBeGreaterThan(30)
    expect(about.chains.length).toBeGreaterThan(2)
    expect(about.sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(Object.keys(about.files)).toHaveLength(1)
    const [file = ''] = readdirSync(drill.dump.replace('.dump', '.files'))
    const copy = join(drill.dump.replace('.dump', '.files'), file)
    expect(statSync(copy).mode & 0o777).toBe(0o600)
    expect(readFileSync(copy).toString('latin1')).not.toContain('Inkomensverklaring')
  })

  it('holds no burgerservicenummer that can be read, and no key', () => {
    const dump = readFileSync(drill.dump, 'latin1')
    expect(dump).not.toContain(BSN)
    expect(dump).not.toContain(process.env.FIELD_KEY)
  })

  it('is not made by a role that would leave rows out', async () => {
    expect(await drill.backup(r.appUrl)).toContain('cannot see every row')
  })
})

describe('put back on another server', () => {
  beforeAll(async () => database.use(await drill.client()))

  it('everybody sees exactly what they saw, row by row, and strangers nothing more', async () => {
    expect(await sightsOf([...Object.values(cast), ...strangers])).toEqual(before.sights)
  })

  it('the rights are the same: every policy, every grant, every owner of a function', async () => {
    expect(before.catalogue.length).toBeGreaterThan(500)
    expect(await catalogueOf(drill.newUrl)).toEqual(before.catalogue)
  })

  it('who had a password signs in with it, and with no other', async () => {
    const { name, accountId } = cast.mentor
    const email = `${name.replaceAll(' ', '.')}@voorbeeld.example`
    expect(await accountByPassword(email, PASSWORD)).toBe(accountId)
    expect(await accountByPassword(email, `${PASSWORD}!`)).toBeNull()
    const key = hashOf('a session on the new server')
    await asNobody((tx) => tx.$executeRaw`SELECT app.open_session(${key}, ${accountId}::uuid)`)
    const rows = await asNobody(
      (tx) => tx.$queryRaw<{ role: string }[]>`SELECT role FROM app.session_of(${key})`,
    )
    expect(rows).toEqual([{ role: 'mentor' }])
  })

  it('a sealed number opens, for it has the same key', async () => {
    const seen = (await see(cast.regisseur, kase)) as { of: { bsn?: { number: string } } } | null
    expect(seen?.of.bsn?.number).toBe(BSN)
  })

  it('a paper is given byte for byte, from its new place', async () => {
    process.env.FILES_FOLDER = drill.newFiles
    expect(readdirSync(drill.newFiles)).toHaveLength(1)
    const [paper = ''] = readdirSync(drill.newFiles)
    const sealed = await folderStore(drill.newFiles).get(paper)
    expect(openFile({ id: paper, caseId: kase }, sealed as Buffer).equals(pdf())).toBe(true)
  })

  it('the work goes on, and the chains of the journal with it', async () => {
    const broken = () => drill.ask('SELECT app.broken_link(organisation_id) AS link FROM chain')
    const length = async () => (await drill.ask<{ n: string }>('SELECT count(*) AS n FROM journal'))[0]?.n
    const then = await length()
    await register(r, cast, { givenName: 'Sam', familyName: 'Visser' })
    expect(Number(await length())).toBeGreaterThan(Number(then))
    expect((await broken()).every((row) => row.link === null)).toBe(true)
  })
})

describe('a backup is not put back', () => {
  it('over a database that is there, or over files that are there', async () => {
    expect(await drill.restore('thuistafel', join(drill.newFiles, 'none'))).toContain('is there already')
    expect(await drill.restore('elsewhere', drill.newFiles)).toContain('There are files in')
  })

  it('when a file of a paper was changed or is gone', async () => {
    const kept = drill.dump.replace('.dump', '.files')
    const [name = ''] = readdirSync(kept)
    const file = readFileSync(join(kept, name))
    writeFileSync(join(kept, name), Buffer.concat([file, Buffer.from('x')]))
    expect(await drill.restore('another')).toContain('are not those that were written')
    rmSync(join(kept, name))
    expect(await drill.restore('another')).toContain('are not those that were written')
    writeFileSync(join(kept, name), file)
  })

  it('when the file was changed', async () => {
    const file = readFileSync(drill.dump)
    writeFileSync(drill.dump, Buffer.concat([file.subarray(0, -1), Buffer.from([(file.at(-1) ?? 0) ^ 1])]))
    expect(await drill.restore('another')).toContain('is not the file that was written')
    writeFileSync(drill.dump, file)
  })

  it('and left unremarked when rows are missing or a record was changed', async () => {
    const path = drill.dump.replace('.dump', '.json')
    const about = JSON.parse(readFileSync(path, 'utf8'))
    const [chain] = about.chains
    const changed = { ...about, rows: { ...about.rows, case_visits: 99 }, chains: [{ ...chain, hash: '0' }] }
    writeFileSync(path, JSON.stringify(changed))
    const said = await drill.restore('third')
    expect(said).toContain('case_visits: 99 rows then')
    expect(said).toContain(`the chain of organisation ${chain.organisation} ends otherwise`)
    writeFileSync(path, JSON.stringify(about))
  })
})
