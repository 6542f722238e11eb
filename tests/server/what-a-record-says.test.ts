// What a record says besides who, what and when, for a privacy officer to read; and the records from before it did.
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/case/actor'
import { type JournalFilter, journalFilter } from '@/domain/privacy/journal-filter'
import { chainLines, endOfChain } from '@/server/chain-file'
import { asActor } from '@/server/db/as-actor'
import { load } from '@/server/db/load'
import { recordRead } from '@/server/journal'
import { entriesOf } from '@/server/journal-entries'
import { checkChain } from '@/server/journal-watch'
import { Check } from '../../tools/audit/check.mjs'
import { type Cast, castOf, register } from '../support/main-job'
import { type Region, region, TODAY } from '../support/region'
import { makeOld } from '../support/tampering'

const OLD = 9
const trace = { session: '0123456789abcdef', origin: '4f2a91c0 firefox' }

let r: Region
let cast: Cast
let kase: string
let officer: Actor
beforeAll(async () => {
  r = await region()
  cast = await castOf(r)
  officer = await r.actor('privacyOfficer', 'cosis')
  kase = await register(r, cast)
  await makeOld(r.ownerUrl, officer.organisationId, OLD)
  for (const mentor of [cast.mentor, { ...cast.mentor, trace }])
    await asActor(mentor, async (tx) => {
      const subject = await load(tx, 'mentor', 'case', kase)
      const look = { today: TODAY, requestId: null, shown: ['profile'] }
      if (subject) await recordRead(tx, mentor, subject, look)
    })
})
afterAll(() => r.close())

const read = (who: Actor, filter: Partial<JournalFilter> = {}) =>
  asActor(who, (tx) => entriesOf(tx, who, { ...journalFilter({}), ...filter }, null, 100))

/** The lines of the whole chain, as they are taken along. */
async function taken(): Promise<string[]> {
  const until = await asActor(officer, (tx) => endOfChain(tx, officer))
  let text = ''
  for await (const part of chainLines(officer, until)) text += part
  return text.trimEnd().split('\n')
}

describe('a privacy officer', () => {
  it('reads with each record what it was for and on which ground, and chooses by it', async () => {
    const looks = await read(officer, { purpose: 'begeleiden' })
    expect(looks).toHaveLength(2)
    expect(looks[0]).toMatchObject({ kind: 'read', purpose: 'begeleiden', ground: 'overeenkomst' })
    const steps = await read(officer, { purpose: 'aanmelden' })
    expect(new Set(steps.map((e) => e.kind))).toEqual(new Set(['step']))
  })

  it('reads one visit by itself, with where it came from', async () => {
    const visit = await read(officer, { session: trace.session, person: cast.mentor.accountId })
    expect(visit).toMatchObject([{ ...trace, shown: ['profile'] }])
    const foreigner = await r.actor('privacyOfficer', 'wender')
    expect(await read(foreigner, { session: trace.session })).toEqual([])
  })

  it('still reads the records from before, which say nothing of it', async () => {
    const old = (await read(officer)).filter((e) => Number(e.seq) <= OLD)
    expect(old).toHaveLength(OLD)
    for (const entry of old) expect(entry).toMatchObject({ purpose: null, ground: null, session: null })
  })
})

describe('records of both forms', () => {
  it('stand in one chain that is found whole', async () => {
    expect(await asActor(officer, (tx) => checkChain(tx, true))).toMatchObject({
      brokenAt: null,
      complete: true,
    })
  })

  it('have the hash of their own form: the old one over the places of then, and nothing else', async () => {
    const found = await r.kernel<{ seq: number; hash: string; then_hash: string }>(
      `SELECT seq::int, hash, encode(sha256(convert_to(jsonb_build_array(j.previous_hash, j.id,
         j.organisation_id, j.seq, j.kind, j.covenant_id, j.membership_id, j.account_id, j.role, j.subject_kind, j.subject_id, j.step,
         j.from_stage, j.to_stage, j.shown, j.tells, j.cause_id, j.action_key, j.payload_hash, j.request_id, j.taken_on,
         extract(epoch FROM j.recorded_at), j.transaction_id)::text, 'UTF8')), 'hex') AS then_hash
       FROM journal j WHERE organisation_id = $1 ORDER BY seq`,
      [officer.organisationId],
    )
    for (const one of found) expect([one.seq, one.hash === one.then_hash]).toEqual([one.seq, one.seq <= OLD])
  })

  it('go out together in one file, each in its own length, and verify without a database', async () => {
    const lines = await taken()
    const lengths = lines.slice(1).map((line) => JSON.parse(JSON.parse(line).record).length)
    expect(lengths.slice(0, OLD)).toEqual(Array(OLD).fill(23))
    expect([...new Set(lengths.slice(OLD))]).toEqual([29])
    const check = new Check({ keys: [] })
    for (const line of lines) check.line(line)
    expect(check.faults).toEqual([])
    expect(check.records).toBe(lines.length - 1)
  })

  it('are the only ones: another form is not believed, however well it is hashed', async () => {
    const [head = '', first = ''] = await taken()
    const record = JSON.stringify([...JSON.parse(JSON.parse(first).record), 'more'])
    const check = new Check({ keys: [] })
    for (const line of [
      head,
      JSON.stringify({ record, hash: createHash('sha256').update(record).digest('hex') }),
    ])
      check.line(line)
    expect(check.faults).toEqual(['Record 1 has a form that is not known.'])
  })
})
