// Who is invited to a tafel gets it in their own calendar: one mail for each event, right, and silent about everything else.
import ICAL from 'ical.js'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/case/actor'
import { addDays } from '@/domain/kernel/days'
import { type Cast, castOf } from '../support/main-job'
import { addressOf, openOffice, type TestOffice } from '../support/office'
import { type Region, region, TODAY, take } from '../support/region'

const ON = addDays(TODAY, 14)
const session = { on: ON, at: '10:00', place: 'KANARIE-PLAATS', minutes: 90, note: 'KANARIE-NOOT' }

let r: Region
let cast: Cast
let office: TestOffice
let standIn: Actor
let tafel: string
beforeAll(async () => {
  r = await region()
  cast = await castOf(r)
  office = await openOffice(r)
  standIn = await r.actor('regisseur', 'emmen', 'Vera Vervanger')
  tafel = await take(cast.secretary, 'planTafel', null, session)
  const seat = (name: string, who: Actor, other: Actor | null = null) =>
    take(cast.secretary, 'nameDelegate', tafel, {
      seat: name,
      delegate: who.membershipId,
      standIn: other?.membershipId ?? null,
    })
  await seat('gemeente', cast.regisseur, standIn)
  await seat('corporatie', cast.officer)
  await seat('zorgaanbieder', cast.mentor)
})
afterAll(async () => {
  await office.close()
  await r.close()
})
beforeEach(() => office.clear())

/** What a strict reader makes of the calendar in each mail that came, by its person. */
async function calls() {
  await office.round(60)
  const found = office.letters().map(({ to, calendar }) => {
    expect(calendar?.endsWith('\r\n')).toBe(true)
    for (const line of (calendar ?? '').split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    const whole = new ICAL.Component(ICAL.parse(calendar ?? ''))
    const events = whole.getAllSubcomponents('vevent')
    expect(events).toHaveLength(1)
    const one = (name: string) => {
      expect(events[0]?.getAllProperties(name)).toHaveLength(1)
      return String(events[0]?.getFirstPropertyValue(name))
    }
    const said = Object.fromEntries(
      ['uid', 'sequence', 'status', 'dtstart', 'dtend', 'summary', 'attendee', 'organizer'].map((name) => [
        name,
        one(name),
      ]),
    )
    return { to, method: String(whole.getFirstPropertyValue('method')), ...said }
  })
  return found.sort((a, b) => (a.to < b.to ? -1 : 1))
}
const people = (...who: Actor[]) => who.map(addressOf).sort()

describe('before anybody is invited', () => {
  it('no mail with a calendar goes out, whatever changes', async () => {
    await take(cast.secretary, 'changeTafel', tafel, { ...session, at: '09:00' })
    expect(await calls()).toEqual([])
  })
})

describe('an invitation', () => {
  it('reaches every delegate and stand-in once, with the same id for all', async () => {
    await take(cast.secretary, 'inviteDelegates', tafel)
    const found = await calls()
    expect(found.map(({ to }) => to)).toEqual(people(cast.regisseur, standIn, cast.officer, cast.mentor))
    for (const one of found)
      expect(one).toEqual({
        to: one.to,
        method: 'REQUEST',
        uid: `${tafel}-tafel@thuistafel.example.nl`,
        sequence: '1',
        status: 'CONFIRMED',
        dtstart: `${ON}T08:00:00Z`,
        dtend: `${ON}T09:30:00Z`,
        summary: 'Uitstroomtafel',
        attendee: `mailto:${one.to}`,
        organizer: 'mailto:niet-antwoorden@thuistafel.example.nl',
      })
    expect(await calls()).toHaveLength(4)
  })

  it('holds no place, no note and no name', async () => {
    await take(cast.secretary, 'inviteDelegates', tafel)
    await calls()
    // Everybody's own address stands in it, and no other.
    const said = office
      .letters()
      .map(({ text, calendar = '', to }) => text + calendar.replace(/\r\n /g, '').replaceAll(to, ''))
    const all = said.join('\n')
    expect(all).not.toContain('voorbeeld.example')
    for (const word of ['KANARIE', 'Vera', 'Cosis', 'Domesta', 'Emmen']) expect(all).not.toContain(word)
  })

  it('comes again with a higher sequence when the tafel moves', async () => {
    await take(cast.chair, 'changeTafel', tafel, { ...session, at: '14:00' })
    const found = await calls()
    expect(found).toHaveLength(4)
    for (const one of found)
      expect(one).toMatchObject({ method: 'REQUEST', sequence: '2', dtstart: `${ON}T13:00:00Z` })
    for (const { header, text } of office.letters()) expect(header('subject') + text).not.toMatch(/verzet/i)
  })

  it('says from which day to which it was postponed, and nothing more', async () => {
    const later = addDays(ON, 7)
    await take(cast.chair, 'changeTafel', tafel, { ...session, on: later, at: '14:00' })
    await calls()
    const spelled = (day: string) => day.split('-').reverse().join('-')
    const said = `De uitstroomtafel is verzet van ${spelled(ON)} naar ${spelled(later)}.`
    for (const { header, text, calendar = '' } of office.letters()) {
      expect(header('subject')).toBe('Verzet: uitstroomtafel')
      expect(text).toContain(said)
      expect(calendar.replace(/\r\n /g, '')).toContain(said)
      for (const word of ['KANARIE', cast.chair.name]) expect(text + calendar).not.toContain(word)
    }
    expect(office.letters()).toHaveLength(4)
  })

  it('reaches who comes to sit there later, and is taken back from who does not any more', async () => {
    const other = await r.actor('regisseur', 'emmen', 'Nina Nieuw')
    const named = { seat: 'gemeente', delegate: cast.regisseur.membershipId }
    await take(cast.secretary, 'nameDelegate', tafel, { ...named, standIn: other.membershipId })
    expect(await calls()).toMatchObject([
      { to: addressOf(other), method: 'REQUEST' },
      { to: addressOf(standIn), method: 'CANCEL', status: 'CANCELLED' },
    ])
    await office.clear()
    await take(cast.secretary, 'dropDelegate', tafel, { delegate: cast.regisseur.membershipId })
    const found = await calls()
    expect(found.map(({ to }) => to)).toEqual(people(other, cast.regisseur))
    expect(found.map(({ method }) => method)).toEqual(['CANCEL', 'CANCEL'])
  })

  it('is taken back from everybody when the tafel is called off', async () => {
    await take(cast.secretary, 'cancelTafel', tafel)
    const found = await calls()
    expect(found.map(({ to }) => to)).toEqual(people(cast.officer, cast.mentor))
    for (const one of found)
      expect(one).toMatchObject({ method: 'CANCEL', status: 'CANCELLED', sequence: '4' })
  })
})
