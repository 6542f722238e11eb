// The calendar of somebody's terms and tafels, as a program reads it: right, silent about clients, and gone with the access.
import ICAL from 'ical.js'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/case/actor'
import { tasks } from '@/domain/case/tasks'
import { languages } from '@/i18n/catalogues'
import { calendarOf, calendarToken, closeCalendar, openCalendar } from '@/server/calendar/feed'
import { calendarText, type Entry } from '@/server/calendar/write'
import { asActor } from '@/server/db/as-actor'
import { Prisma } from '@/server/db/client'
import { recordCalendarLink } from '@/server/journal'
import { type Cast, castOf, register } from '../support/main-job'
import { type Region, region, TODAY, take } from '../support/region'
import { asked } from './sight'

const BASE = 'https://thuistafel.example.nl'

/** What a strict reader makes of a calendar: each event by its id. Lines and their ends are looked at in the bytes. */
function read(text: string) {
  expect(text.endsWith('\r\n')).toBe(true)
  for (const line of text.split('\r\n')) {
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(line).not.toMatch(/[\r\n]/)
  }
  const whole = text.replace(/\r\n[ \t]/g, '')
  const calendar = new ICAL.Component(ICAL.parse(text))
  expect(whole).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\nPRODID:[^\r]+\r\n/)
  const events = calendar.getAllSubcomponents('vevent').map((event) => {
    const one = (name: string) => String(event.getFirstPropertyValue(name))
    for (const name of ['uid', 'dtstamp', 'dtstart', 'dtend', 'summary', 'status', 'sequence'])
      expect(event.getAllProperties(name)).toHaveLength(1)
    return {
      uid: one('uid'),
      starts: one('dtstart'),
      ends: one('dtend'),
      summary: one('summary'),
      url: one('url'),
      status: one('status'),
      sequence: Number(one('sequence')),
    }
  })
  expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length)
  return events
}

const entry = (more: Partial<Entry>): Entry => ({
  subject_id: '00000000-0000-4000-8000-000000000001',
  subject_kind: 'case',
  task: 'answerOffer',
  starts: '2026-12-01',
  sequence: 0,
  changed_at: new Date('2026-11-23T10:00:00Z'),
  cancelled: false,
  ...more,
})

describe('a calendar as a text', () => {
  it('can be read by a strict reader for every task, in every language, with short lines', () => {
    const entries = Object.keys(tasks).map((task) => entry({ task }))
    for (const language of languages) {
      const events = read(calendarText(entries, language, BASE))
      expect(events).toHaveLength(entries.length)
      for (const { summary } of events) expect(summary).not.toMatch(/undefined|tasks\./)
    }
  })

  it('puts a term on its day as a whole, with a title and a link', () => {
    expect(read(calendarText([entry({})], 'nl', BASE))[0]).toMatchObject({
      starts: '2026-12-01',
      ends: '2026-12-02',
      summary: 'Termijn: Aanbod beantwoorden',
      url: `${BASE}/cases/00000000-0000-4000-8000-000000000001`,
      status: 'CONFIRMED',
    })
  })

  it.each([
    ['in winter', '2026-12-08T10:00', '2026-12-08T09:00:00Z'],
    ['in summer', '2026-07-07T10:00', '2026-07-07T08:00:00Z'],
    ['on the day on which the clock goes forward', '2026-03-29T10:00', '2026-03-29T08:00:00Z'],
    ['on the day on which the clock goes back', '2026-10-25T10:00', '2026-10-25T09:00:00Z'],
  ])('says the moment of a tafel %s', (_when, starts, utc) => {
    const tafel = entry({ subject_kind: 'tafel', task: '', starts })
    expect(read(calendarText([tafel], 'nl', BASE))[0]).toMatchObject({
      starts: utc,
      summary: 'Uitstroomtafel',
    })
  })
})

describe('the calendar of somebody', () => {
  let r: Region
  let cast: Cast
  let kase: string
  beforeAll(async () => {
    process.env.BASE_URL = BASE
    r = await region()
    cast = await castOf(r)
  })
  afterAll(() => r.close())
  beforeEach(async () => {
    await r.kernel('DELETE FROM calendar_entry')
    kase = await register(r, cast)
  })

  const opened = async (who: Actor) => {
    await asActor(who, openCalendar)
    return (await asActor(who, calendarToken)) ?? ''
  }
  const seen = async (token: string, day = TODAY) => read((await calendarOf(token, day)) ?? '')
  const ofCase = async (token: string) => (await seen(token)).find(({ uid }) => uid.startsWith(kase))

  it('holds what waits on their role and says nothing of anyone', async () => {
    const token = await opened(cast.regisseur)
    const event = await ofCase(token)
    expect(event).toMatchObject({ starts: '2026-11-30', status: 'CONFIRMED', sequence: 0 })
    const text = (await calendarOf(token, TODAY)) ?? ''
    expect(text).not.toMatch(/Vries|Jan\b|ZOD|Emmen|Cosis|@voorbeeld/)
    expect(await ofCase(await opened(cast.mentor))).toBeUndefined()
  })

  it('keeps the name of an event, raises its number when its day changes, and cancels what is done', async () => {
    const token = await opened(cast.regisseur)
    const first = await ofCase(token)
    expect(await ofCase(token)).toEqual(first)
    await r.kernel(`UPDATE turn SET due_on = due_on + 1 WHERE subject_id = $1`, [kase])
    expect(await ofCase(token)).toMatchObject({ uid: first?.uid, starts: '2026-12-01', sequence: 1 })
    await r.kernel('DELETE FROM turn WHERE subject_id = $1', [kase])
    expect(await ofCase(token)).toMatchObject({ uid: first?.uid, status: 'CANCELLED', sequence: 2 })
    expect(await ofCase(token)).toMatchObject({ status: 'CANCELLED', sequence: 2 })
  })

  it('cancels a tafel that is called off, and forgets one that was held a month ago', async () => {
    const plan = { on: '2026-12-08', at: '10:00', place: 'Gemeentehuis', note: null }
    const tafel = await take(cast.secretary, 'planTafel', null, plan)
    const token = await opened(cast.chair)
    const mine = async (day?: string) =>
      (await seen(token, day)).find(({ uid }) => uid === `${tafel}-tafel@thuistafel.example.nl`)
    expect(await mine()).toMatchObject({ starts: '2026-12-08T09:00:00Z', status: 'CONFIRMED' })
    expect(await mine('2027-02-01')).toBeUndefined()
    await mine()
    await take(cast.secretary, 'cancelTafel', tafel, { reason: 'Ziek' })
    expect(await mine()).toMatchObject({ status: 'CANCELLED' })
  })

  it('shows no case that they may no longer see, but that its term is over', async () => {
    const token = await opened(cast.regisseur)
    await ofCase(token)
    await r.kernel('DELETE FROM relation WHERE subject_id = $1 AND holder_id = $2', [
      kase,
      cast.regisseur.organisationId,
    ])
    expect(await ofCase(token)).toMatchObject({ status: 'CANCELLED' })
  })

  it('is behind a link of which the database holds no more than a hash, and which a new one ends', async () => {
    const old = await opened(cast.regisseur)
    expect(old).toMatch(/^[\w-]{43}$/)
    const kept = await r.kernel<{ row: string }>('SELECT to_jsonb(f)::text AS row FROM calendar_feed f')
    expect(kept.map(({ row }) => row).join()).not.toContain(old)
    const fresh = await opened(cast.regisseur)
    expect(fresh).not.toBe(old)
    expect(await calendarOf(old, TODAY)).toBeNull()
    expect(await calendarOf(fresh, TODAY)).not.toBeNull()
    await asActor(cast.regisseur, closeCalendar)
    expect(await calendarOf(fresh, TODAY)).toBeNull()
  })

  it('stands in the journal of their organisation when its link is made, without the link', async () => {
    const token = await opened(cast.regisseur)
    await asActor(cast.regisseur, (tx) => recordCalendarLink(tx, TODAY, null))
    const [row] = await r.kernel<{ account: string; whole: string }>(
      `SELECT account_id::text AS account, to_jsonb(j)::text AS whole FROM journal j WHERE kind = 'read' AND subject_kind = 'calendar'`,
    )
    expect([row?.account, row?.whole.includes(token)]).toEqual([cast.regisseur.accountId, false])
  })

  it('is nobody’s without a token, and read by nobody else', async () => {
    await opened(cast.regisseur)
    for (const token of ['', 'x', 'a'.repeat(43), "' OR true --"]) expect(await calendarOf(token)).toBeNull()
    expect(
      await asked(
        cast.mentor,
        Prisma.sql`SELECT 1 FROM calendar_feed WHERE membership_id <> app.membership()`,
      ),
    ).toEqual([])
    expect(await asked(cast.mentor, Prisma.sql`SELECT 1 FROM calendar_entry`)).toBe('42501')
  })

  it('is gone when the access ended or the account was closed', async () => {
    const leaver = await r.actor('regisseur', 'emmen', 'leaver')
    const token = await opened(leaver)
    expect(await calendarOf(token)).not.toBeNull()
    await r.kernel('UPDATE account SET deactivated_at = now() WHERE id = $1', [leaver.accountId])
    expect(await calendarOf(token)).toBeNull()
    await r.kernel('UPDATE account SET deactivated_at = NULL WHERE id = $1', [leaver.accountId])
    await r.kernel('UPDATE membership SET ended_at = now() WHERE id = $1', [leaver.membershipId])
    expect(await calendarOf(token)).toBeNull()
  })
})
