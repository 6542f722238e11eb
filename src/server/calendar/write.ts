import 'server-only'
// A calendar as a text that programs read (RFC 5545). What stands in it says a task or a tafel, a day and a link: nothing of anyone.
import ICAL from 'ical.js'
import { createTranslator } from 'use-intl/core'
import type { SubjectKind } from '@/domain/kernel/subject'
import { momentOf } from '@/domain/kernel/zone'
import { catalogues, type Language } from '@/i18n/catalogues'
import { paths } from '@/paths'

// A line is 75 octets at most; the library does not count the space with which it goes on.
ICAL.foldLength = 74

/** `starts` is a day, or a day and a time of the clock in the Netherlands; a meeting has no task. */
export type Entry = {
  readonly subject_id: string
  readonly subject_kind: SubjectKind
  readonly task: string
  readonly starts: string
  readonly sequence: number
  readonly changed_at: Date
  readonly cancelled: boolean
}

/** For so many minutes a tafel is put down where nobody said how long it lasts. */
const MEETING = 120

export const utc = (at: Date) => ICAL.Time.fromJSDate(at, true)

/** When a meeting begins and ends; `minutes` is null where nobody said how long it lasts. */
export function meetingTimes(
  day: string,
  time: string,
  minutes: number | null,
): readonly [string, ICAL.Time][] {
  const begin = momentOf(day, time)
  return [
    ['dtstart', utc(begin)],
    ['dtend', utc(new Date(begin.getTime() + (minutes ?? MEETING) * 60_000))],
  ]
}

function timesOf(starts: string): readonly [string, ICAL.Time][] {
  const [day = '', time] = starts.split('T')
  if (time) return meetingTimes(day, time, null)
  const date = ICAL.Time.fromDateString(day)
  const next = date.clone()
  next.adjust(1, 0, 0, 0)
  return [
    ['dtstart', date],
    ['dtend', next],
  ]
}

/** The calendar with these entries, in a language. `base` is the address of the website. */
export function calendarText(entries: readonly Entry[], locale: Language, base: string): string {
  const t = createTranslator({ locale, messages: catalogues[locale] })
  const { hostname } = new URL(base)
  const calendar = new ICAL.Component('vcalendar')
  const head = { version: '2.0', prodid: '-//Thuistafel//NL', calscale: 'GREGORIAN', method: 'PUBLISH' }
  for (const [name, value] of Object.entries({ ...head, 'x-wr-calname': t('app.name') }))
    calendar.addPropertyWithValue(name, value)
  for (const { subject_id, subject_kind, task, starts, sequence, changed_at, cancelled } of entries) {
    const link = new URL(paths.subject(subject_kind, subject_id), base).toString()
    const title = task ? t('calendar.term', { task: t(`tasks.${task}.label` as never) }) : t('calendar.tafel')
    const event = new ICAL.Component('vevent')
    const said: [string, string | number | ICAL.Time][] = [
      ['uid', `${subject_id}-${task || 'tafel'}@${hostname}`],
      ['dtstamp', utc(changed_at)],
      ['sequence', sequence],
      ['status', cancelled ? 'CANCELLED' : 'CONFIRMED'],
      ...timesOf(starts),
      ['summary', title],
      ['description', link],
      ['url', link],
      ['class', 'PRIVATE'],
      ['transp', task ? 'TRANSPARENT' : 'OPAQUE'],
    ]
    for (const [name, value] of said) event.addPropertyWithValue(name, value)
    calendar.addSubcomponent(event)
  }
  return `${calendar.toString()}\r\n`
}
