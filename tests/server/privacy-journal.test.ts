// The journal as the privacy officer of one organisation reads it.
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/case/actor'
import { type Cursor, type JournalFilter, journalFilter } from '@/domain/privacy/journal-filter'
import { asActor } from '@/server/db/as-actor'
import { Prisma } from '@/server/db/client'
import { load } from '@/server/db/load'
import { recordJournalRead, recordRead } from '@/server/journal'
import {
  colleaguesOf,
  countEntries,
  type Entry,
  entriesOf,
  numberOfSubject,
  subjectOfNumber,
} from '@/server/journal-entries'
import { checkChain, seenSince } from '@/server/journal-watch'
import { type Cast, castOf, register } from '../support/main-job'
import { attempt, type Region, region, TODAY } from '../support/region'
import { asked } from './sight'

let r: Region
let cast: Cast
let kase: string
let number: string
let officer: Actor
let foreigner: Actor
beforeAll(async () => {
  r = await region()
  cast = await castOf(r)
  officer = await r.actor('privacyOfficer', 'cosis', 'Carla Smid')
  foreigner = await r.actor('privacyOfficer', 'leger-des-heils', 'Loes Hulzebos')
  kase = await register(r, cast, { givenName: 'Kanarie', familyName: 'Zangvogel' })
  await asActor(cast.mentor, async (tx) => {
    const subject = await load(tx, 'mentor', 'case', kase)
    const look = { today: TODAY, requestId: null, shown: ['health', 'debts'] }
    if (subject) await recordRead(tx, cast.mentor, subject, look)
  })
  await attempt(await r.actor('mentor', 'leger-des-heils'), 'recordVisit', kase, {})
  const [row] = await r.kernel<{ number: string }>('SELECT number FROM spine WHERE id = $1', [kase])
  number = row?.number ?? ''
})
afterAll(() => r.close())
const all = journalFilter({})
const read = (who: Actor, filter: Partial<JournalFilter> = {}, cursor: Cursor = null, limit = 100) =>
  asActor(who, (tx) => entriesOf(tx, who, { ...all, ...filter }, cursor, limit))
const seqs = (entries: readonly Entry[]) => entries.map((e) => Number(e.seq))

describe('the privacy officer', () => {
  it('reads who looked at what of which case, by name, role and number', async () => {
    const [last] = await read(officer)
    expect(last).toMatchObject({ kind: 'read', person: cast.mentor.name, role: 'mentor', number })
    expect(last?.shown).toEqual(['health', 'debts'])
  })

  it('reads the steps too, and nothing of what they wrote', async () => {
    const entries = await read(officer)
    expect(entries.map((e) => e.step)).toContain('describeDebts')
    const text = JSON.stringify(entries)
    for (const canary of ['Kanarie', 'Zangvogel', 'Bij de GKB', '1650000', 'Karin Smit', '7824'])
      expect(text).not.toContain(canary)
  })

  it('of another organisation reads none of it, and finds no case by its number', async () => {
    const theirs = await read(foreigner)
    expect(theirs.map((e) => [e.kind, e.step, e.reason])).toEqual([['denied', 'recordVisit', 'notFound']])
    const ours = await asActor(foreigner, (tx) => entriesOf(tx, officer, all, null, 100))
    expect(ours).toEqual([])
    const wender = await r.actor('privacyOfficer', 'wender')
    expect(await asActor(wender, (tx) => subjectOfNumber(tx, number))).toBeNull()
    expect(await asActor(wender, (tx) => numberOfSubject(tx, kase))).toBeNull()
  })

  it('finds the records of a case by its number, and back', async () => {
    expect(await asActor(officer, (tx) => subjectOfNumber(tx, number))).toBe(kase)
    expect(await asActor(officer, (tx) => numberOfSubject(tx, kase))).toBe(number)
    expect(await asActor(officer, (tx) => subjectOfNumber(tx, 'ZOD-26-9999'))).toBeNull()
    expect(await read(officer, { subject: foreigner.accountId })).toEqual([])
    expect((await read(officer, { subject: kase })).length).toBe((await read(officer)).length)
  })

  it('chooses a kind, a person and a period', async () => {
    expect((await read(officer, { kind: 'read' })).map((e) => e.kind)).toEqual(['read'])
    expect(await read(officer, { person: officer.accountId })).toEqual([])
    expect((await read(officer, { person: cast.mentor.accountId })).length).toBeGreaterThan(10)
    const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' }).format(new Date())
    expect((await read(officer, { from: day, until: day })).length).toBeGreaterThan(10)
    expect(await read(officer, { until: '2020-01-01' })).toEqual([])
    expect(await read(officer, { from: '2100-01-01' })).toEqual([])
  })

  it('pages forward and back over the same records, each once', async () => {
    const whole = seqs(await read(officer))
    expect(whole).toEqual([...whole].sort((a, b) => b - a))
    const first = seqs(await read(officer, {}, null, 4))
    const second = seqs(await read(officer, {}, { way: 'after', seq: String(first.at(-1)) }, 4))
    expect([...first, ...second]).toEqual(whole.slice(0, 8))
    expect(seqs(await read(officer, {}, { way: 'before', seq: String(second[0]) }, 4))).toEqual(first)
  })

  it('is told how many there are, and no further than was asked to count', async () => {
    const count = (most: number) => asActor(officer, (tx) => countEntries(tx, officer, all, most))
    expect(await count(1000)).toBe((await read(officer)).length)
    expect(await count(5)).toBe(6)
  })

  it('knows the colleagues by name', async () => {
    const colleagues = await asActor(officer, (tx) => colleaguesOf(tx, officer))
    expect(colleagues.map((c) => c.name)).toEqual(['Carla Smid', cast.mentor.name])
  })
})

describe('nobody else', () => {
  it.each(['mentor', 'zorgLead', 'organisationAdmin', 'boardMember'] as const)(
    'reads who looked or was refused: not the %s',
    async (role) => {
      const who = await r.actor(role, 'cosis')
      expect((await read(who)).filter((e) => e.kind !== 'step')).toEqual([])
      expect(await asActor(who, (tx) => subjectOfNumber(tx, number))).toBeNull()
      expect(await asActor(who, (tx) => numberOfSubject(tx, kase))).toBeNull()
      expect(await asked(who, Prisma.sql`SELECT * FROM app.check_chain(false)`)).toBe('42501')
    },
  )
})

describe('what asks attention', () => {
  it('is counted per person: hours of reading, cases of a day, refusals', async () => {
    const seen = await asActor(officer, (tx) => seenSince(tx, officer, '2020-01-01'))
    expect(seen.hours).toMatchObject([{ person: cast.mentor.accountId, reads: 1 }])
    expect(seen.days).toMatchObject([{ person: cast.mentor.accountId, cases: 1 }])
    expect(seen.refused).toEqual([])
    const theirs = await asActor(foreigner, (tx) => seenSince(tx, foreigner, '2020-01-01'))
    expect(theirs.refused).toMatchObject([{ times: 1 }])
    const later = await asActor(officer, (tx) => seenSince(tx, officer, '2100-01-01'))
    expect(later).toEqual({ hours: [], days: [], refused: [] })
  })
})

describe('reading the journal', () => {
  const visit = (taken: number | null = null) =>
    asActor(officer, (tx) => recordJournalRead(tx, officer, TODAY, null, taken))
  const own = () => read(officer, { person: officer.accountId })

  it('is recorded once a visit, and is no reading of a case', async () => {
    await visit()
    await visit()
    expect(await own()).toMatchObject([{ kind: 'read', subjectKind: 'journal', number: null, taken: null }])
    const seen = await asActor(officer, (tx) => seenSince(tx, officer, '2020-01-01'))
    expect(seen.hours.map((h) => h.person)).not.toContain(officer.accountId)
  })

  it('is recorded each time that records are taken along, with how many', async () => {
    await visit(12)
    await visit(12)
    expect((await own()).map((e) => e.taken)).toEqual([12, 12, null])
  })
})

/** As whoever owns the tables, past every right. */
async function tamper(sql: string) {
  const owner = new pg.Client({ connectionString: r.ownerUrl })
  await owner.connect()
  await owner.query(
    `BEGIN; ALTER TABLE journal NO FORCE ROW LEVEL SECURITY; ALTER TABLE chain NO FORCE ROW LEVEL SECURITY; ${sql}; ALTER TABLE chain FORCE ROW LEVEL SECURITY; ALTER TABLE journal FORCE ROW LEVEL SECURITY; COMMIT`,
  )
  await owner.end()
}

describe('the check of the chain', () => {
  const check = (anew = false) => asActor(officer, (tx) => checkChain(tx, anew))
  const ours = (condition: string) => `organisation_id = '${officer.organisationId}' AND ${condition}`

  it('finds it whole to its end, and goes on from there', async () => {
    const end = Number((await read(officer))[0]?.seq)
    expect(await check()).toMatchObject({ reached: end, brokenAt: null, complete: true })
    await asActor(officer, (tx) => recordJournalRead(tx, officer, TODAY, null, 1))
    expect(await check()).toMatchObject({ reached: end + 1, brokenAt: null, complete: true })
  })

  it('finds a record that was changed before, when all is checked anew, and says so until it is restored', async () => {
    await tamper(`UPDATE journal SET role = 'officer' WHERE ${ours('seq = 5')}`)
    expect((await check()).brokenAt).toBeNull()
    expect(await check(true)).toMatchObject({ reached: 4, brokenAt: 5, complete: false })
    expect((await check()).brokenAt).toBe(5)
    await tamper(`UPDATE journal SET role = 'mentor' WHERE ${ours('seq = 5')}`)
    expect(await check()).toMatchObject({ brokenAt: null, complete: true })
  })

  it('finds that the end was cut off, also when the head was set back with it', async () => {
    const { reached } = await check()
    await tamper(
      `DELETE FROM journal WHERE ${ours(`seq = ${reached}`)}; UPDATE chain SET seq = ${reached - 1}, hash = (SELECT hash FROM journal WHERE ${ours(`seq = ${reached - 1}`)}) WHERE ${ours('true')}`,
    )
    expect((await check()).brokenAt).toBe(reached)
    expect((await check(true)).brokenAt).toBe(reached)
    await asActor(officer, (tx) => recordJournalRead(tx, officer, TODAY, null, 9))
    expect((await check()).brokenAt).toBe(reached)
  })
})
