import 'server-only'
// One tafel for the calendar of a mail program (RFC 5545 and 5546): an invitation, another moment, or that it is off. It says
// that there is a tafel, when, and where to read more: no name, no place, nothing of anyone.
import ICAL from 'ical.js'
import { createTranslator } from 'use-intl/core'
import { catalogues, languageOf } from '@/i18n/catalogues'
import { paths } from '@/paths'
import type { Letter } from '../notices/letter'
import { meetingTimes, utc } from './write'

/** `on` is 'yyyy-mm-dd' and `at` 'hh:mm' in the Netherlands; `sequence` rises each time that it moves. */
export type Meeting = {
  readonly tafel: string
  readonly on: string
  readonly at: string
  readonly minutes: number | null
  readonly sequence: number
  readonly stamp: string
  readonly method: 'REQUEST' | 'CANCEL'
  /** The day on which it would have been, where it was postponed. */
  readonly movedFrom?: string | null
}

/** Between whom it goes, as mail addresses. */
export type Between = { readonly organiser: string; readonly attendee: string }

function asked(event: ICAL.Component, { organiser, attendee }: Between) {
  event.addPropertyWithValue('organizer', `mailto:${organiser}`)
  const guest = event.addPropertyWithValue('attendee', `mailto:${attendee}`)
  guest.setParameter('partstat', 'NEEDS-ACTION')
  guest.setParameter('rsvp', 'FALSE')
}

const spelled = (day: string) => day.split('-').reverse().join('-')

/** The mail with this meeting, in the reader's language. `base` is the address of the website. */
export function callOf(meeting: Meeting, language: string | null, base: string, between: Between): Letter {
  const { tafel, on, at, minutes, sequence, stamp, method, movedFrom } = meeting
  const locale = languageOf(language)
  const t = createTranslator({ locale, messages: catalogues[locale] })
  const link = new URL(paths.subject('tafel', tafel), base).toString()
  const moved = movedFrom && t('mail.callMoved', { from: spelled(movedFrom), to: spelled(on) })
  const calendar = new ICAL.Component('vcalendar')
  const head = { version: '2.0', prodid: '-//Thuistafel//NL', calscale: 'GREGORIAN', method }
  for (const [name, value] of Object.entries(head)) calendar.addPropertyWithValue(name, value)
  const event = new ICAL.Component('vevent')
  const said: [string, string | number | ICAL.Time][] = [
    // The same as in the calendar that everybody can follow by a link.
    ['uid', `${tafel}-tafel@${new URL(base).hostname}`],
    ['dtstamp', utc(new Date(stamp))],
    ['sequence', sequence],
    ['status', method === 'CANCEL' ? 'CANCELLED' : 'CONFIRMED'],
    ...meetingTimes(on, at, minutes),
    ['summary', t('calendar.tafel')],
    ['description', [moved, link].filter(Boolean).join('\n')],
    ['url', link],
    ['class', 'PRIVATE'],
    ['transp', 'OPAQUE'],
  ]
  for (const [name, value] of said) event.addPropertyWithValue(name, value)
  asked(event, between)
  calendar.addSubcomponent(event)
  const off = method === 'CANCEL'
  return {
    subject: t(off ? 'mail.callOffSubject' : moved ? 'mail.callMovedSubject' : 'mail.callSubject'),
    text: [
      t('mail.greeting'),
      ...(moved ? [moved] : []),
      t(off ? 'mail.callOff' : 'mail.call'),
      link,
      t('mail.callWhy'),
      '',
    ].join('\n\n'),
    meeting: { method, content: `${calendar.toString()}\r\n` },
  }
}
