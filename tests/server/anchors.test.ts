// The journal checked from outside: a file of the chain and a public key, against whoever owns the database.
import { spawnSync } from 'node:child_process'
import { createPublicKey, generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/case/actor'
import { anchorChains, type Seal, unanchoredChains } from '@/server/anchors'
import { chainLines, endOfChain } from '@/server/chain-file'
import { asActor } from '@/server/db/as-actor'
import { connect } from '@/server/db/client'
import { Check } from '../../tools/audit/check.mjs'
import { admit, type Cast, castOf, enter, moveIn, propose, register } from '../support/main-job'
import { type Region, region } from '../support/region'
import { bound, linesAfter, makeOld, tamperings, unbound } from '../support/tampering'

const HOUR = 3_600_000
const { privateKey: key, publicKey } = generateKeyPairSync('ed25519')
const folder = mkdtempSync(join(tmpdir(), 'anchors-'))
const now = Date.now()
const later = new Date(now + 3 * HOUR)

let r: Region
let cast: Cast
let officer: Actor
let seal: Seal
let chain: string
const anchored = (hoursAgo: number) => anchorChains(seal, new Date(now - hoursAgo * HOUR))

beforeAll(async () => {
  r = await region()
  cast = await castOf(r)
  officer = await r.actor('privacyOfficer', 'cosis')
  chain = officer.organisationId
  seal = { client: connect(r.workerUrl, 2), key, folder }
  const trace = { session: '0123456789abcdef', origin: '4f2a91c0 firefox' }
  cast = { ...cast, mentor: { ...cast.mentor, trace } }
  const kase = await register(r, cast)
  // The first half was written before the journal knew what it was for.
  await makeOld(r.ownerUrl, chain, 9)
  await anchored(48)
  await admit(r, cast, kase)
  await anchored(24)
  await moveIn(cast, kase, await propose(cast, await enter(r, cast), kase))
  await anchored(0)
})
afterAll(async () => {
  await seal.client.$disconnect()
  await r.close()
  rmSync(folder, { recursive: true })
})

async function linesOf(who: Actor, until: string): Promise<string[]> {
  let text = ''
  for await (const part of chainLines(who, until)) text += part
  return text.trimEnd().split('\n')
}

async function taken(): Promise<string[]> {
  const until = await asActor(officer, (tx) => endOfChain(tx, officer))
  return linesOf(officer, until)
}

function check(lines: readonly string[], at = later, outside: readonly string[] = []) {
  const it = new Check({ keys: [publicKey], at })
  for (const line of lines) it.line(line)
  for (const line of outside) it.outside(line)
  return it.end()
}

const forger = async () => {
  const client = new pg.Client({ connectionString: r.ownerUrl })
  await client.connect()
  return client
}

const takenAfter = async (client: pg.Client, sql: readonly string[]) => {
  const head = { thuistafel: 'chain-1', organisation: chain, name: officer.organisationName }
  return [JSON.stringify(head), ...(await linesAfter(client, chain, sql))]
}

describe('a chain that nobody touched', () => {
  it('is found as it was written, with its three anchors, by the public key alone', async () => {
    const found = check(await taken())
    expect(found.faults).toEqual([])
    expect(found.anchors).toBe(3)
    expect(found.records).toBeGreaterThan(10)
    expect(found.anchored).toBe(found.records)
  })

  it('is not trusted with another key, without an anchor, or with an old one', async () => {
    const lines = await taken()
    const other = new Check({ keys: [createPublicKey(generateKeyPairSync('ed25519').privateKey)], at: later })
    for (const line of lines) other.line(line)
    expect(other.end().faults.join()).toContain('was not signed with this key')
    const bare = check(lines.filter((line) => !line.includes('"statement"')))
    expect(bare.faults).toEqual(['There is no anchor: nothing shows that this is the true chain.'])
    expect(check(lines, new Date(now + 27 * HOUR)).faults).toHaveLength(1)
  })

  it('of another organisation has no readable record or anchor for this officer', async () => {
    const stranger = await r.actor('privacyOfficer', 'wender')
    expect(await linesOf({ ...stranger, organisationId: chain }, '999')).toHaveLength(1)
  })
})

describe('whoever owns the database', () => {
  it('changes nothing of what is anchored without being found: every column, row, order and end', async () => {
    const truth = await taken()
    const client = await forger()
    expect(await takenAfter(client, [])).toEqual(truth)
    const all = tamperings(chain, check(truth).anchored, 6)
    expect(all).toHaveLength(864)
    const missed: string[] = []
    for (const { name, sql } of all) {
      const lines = await takenAfter(client, sql)
      if (!check(lines).faultCount) missed.push(name)
    }
    await client.end()
    expect(missed).toEqual([])
  }, 120_000)

  it('gets no anchor for a history that was written anew, not even when all anchors were taken away', async () => {
    const client = await forger()
    const kept = (t: string) =>
      `CREATE TABLE kept_${t} AS SELECT * FROM ${t} WHERE organisation_id = '${chain}'`
    const rewriting = tamperings(chain, 12, 2).find(
      (t) => t.name === 'record 2: taken out and the chain written anew',
    )
    await client.query(`${unbound}; ${['journal', 'anchor', 'chain'].map(kept).join(';')}`)
    await client.query(`DELETE FROM anchor WHERE organisation_id = '${chain}'`)
    for (const one of rewriting?.sql ?? []) await client.query(one)
    const before = readFileSync(join(folder, `${chain}.jsonl`), 'utf8')
    await anchorChains(seal, later)
    expect(readFileSync(join(folder, `${chain}.jsonl`), 'utf8')).toBe(before)
    expect(await unanchoredChains(seal.client)).toBe(1)
    const calls = await r.kernel<{ about: string }>('SELECT about FROM alert WHERE organisation_id = $1', [
      chain,
    ])
    expect(calls.map((call) => call.about)).toContain('history')
    for (const t of ['journal', 'chain', 'anchor'])
      await client.query(
        `DELETE FROM ${t} WHERE organisation_id = '${chain}'; INSERT INTO ${t} SELECT * FROM kept_${t}; DROP TABLE kept_${t}`,
      )
    await client.query(bound)
    await client.end()
    expect(await unanchoredChains(seal.client)).toBe(0)
    expect(check(await taken()).faults).toEqual([])
  })

  it('is found at once with the anchors that were kept outside, whatever became of those in the database', async () => {
    const client = await forger()
    const end = check(await taken()).records
    const cut = tamperings(chain, end + 1, 2).filter((t) => t.name.startsWith(`record ${end}: cut`))
    const lines = await takenAfter(client, cut.at(-1)?.sql ?? [])
    await client.end()
    const outside = readFileSync(join(folder, `${chain}.jsonl`), 'utf8')
      .trimEnd()
      .split('\n')
    expect(check(lines, new Date(now), outside).faults.join()).toContain('are missing at the end')
  })
})

describe('npm run audit:verify', () => {
  const verify = (...args: string[]) =>
    spawnSync(process.execPath, ['tools/audit-verify.mjs', ...args], { encoding: 'utf8' })

  it('says so in one sentence, ends with 1 when it is not, and with 2 when it was asked wrongly', async () => {
    const [file, bad, pem] = ['chain.jsonl', 'bad.jsonl', 'public.pem'].map((name) => join(folder, name))
    const lines = await taken()
    writeFileSync(file as string, lines.join('\n'))
    writeFileSync(bad as string, lines.toSpliced(5, 1).join('\n'))
    writeFileSync(pem as string, publicKey.export({ type: 'spki', format: 'pem' }))
    const good = verify(file as string, '--key', pem as string)
    expect([good.status, good.stdout]).toEqual([
      0,
      expect.stringContaining('This journal is as it was written.'),
    ])
    const found = verify(bad as string, '--key', pem as string)
    expect([found.status, found.stdout]).toEqual([1, expect.stringContaining('Where record 5 should stand')])
    expect(verify(file as string).status).toBe(2)
    expect(verify(file as string, '--key', file as string).status).toBe(2)
  })
})
