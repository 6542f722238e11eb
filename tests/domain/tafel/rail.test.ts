// How far a tafel is: one row of words, each with its day, whoever looks; and that it was postponed.
import { describe, expect, test } from 'vitest'
import { movesIn, type Reached, tafelRailOf } from '@/domain/tafel/rail'

const words = (now: string, reached: Reached, meets: string | null = '2026-02-03') =>
  tafelRailOf(now, meets, reached).map(({ stage, state, on }) => [stage, state, on].filter(Boolean).join(' '))
const planned = { planned: '2026-01-12' }
const open = { ...planned, agendaOpen: '2026-01-20', invited: null }
const invited = { ...open, invited: '2026-01-27' }

describe('a tafel that is planned', () => {
  test('is planned, with an open agenda, or invited: each with its day, and the day on which it will be held', () => {
    expect(words('planned', { ...planned, agendaOpen: null, invited: null })).toEqual([
      'planned current 2026-01-12',
      'agendaOpen next',
      'invited next',
      'inSession next 2026-02-03',
      'adopted next',
      'closed next',
    ])
    expect(words('planned', open).slice(0, 3)).toEqual([
      'planned done 2026-01-12',
      'agendaOpen current 2026-01-20',
      'invited next',
    ])
    expect(words('planned', invited).slice(1, 4)).toEqual([
      'agendaOpen done 2026-01-20',
      'invited current 2026-01-27',
      'inSession next 2026-02-03',
    ])
  })

  test('can be invited while nothing is on the agenda', () => {
    expect(words('planned', { ...planned, agendaOpen: null, invited: '2026-01-27' })[1]).toBe(
      'agendaOpen skipped',
    )
  })

  test('has an open agenda without a day for whoever does not read the agenda', () => {
    expect(words('planned', { ...planned, invited: '2026-01-27' })[1]).toBe('agendaOpen done')
  })
})

describe('a tafel that was held', () => {
  test('is in session, adopted and closed, each since a day', () => {
    const held = { ...invited, inSession: '2026-02-03', adopted: '2026-02-04', closed: '2026-02-10' }
    expect(words('inSession', { ...invited, inSession: '2026-02-03' }).slice(3)).toEqual([
      'inSession current 2026-02-03',
      'adopted next',
      'closed next',
    ])
    expect(words('closed', held).slice(3)).toEqual([
      'inSession done 2026-02-03',
      'adopted done 2026-02-04',
      'closed current 2026-02-10',
    ])
  })

  test('is none when it was called off: what it came to, and that it ended there', () => {
    expect(words('cancelled', { ...open, cancelled: '2026-01-30' })).toEqual([
      'planned done 2026-01-12',
      'agendaOpen done 2026-01-20',
      'cancelled current 2026-01-30',
    ])
  })
})

describe('a tafel that was postponed', () => {
  const record = (step: string, on: string, day: string) => ({
    step,
    tells: { on: day },
    on,
    person: 'Johan',
    organisation: 'Emmen',
  })
  test('says from when to when, by whom and on which day; another hour is no other day', () => {
    const story = [
      record('changeTafel', '2026-01-30', '2026-02-10'),
      record('changeTafel', '2026-01-22', '2026-02-03'),
      { ...record('putOnTafel', '2026-01-20', ''), tells: {} },
      record('planTafel', '2026-01-12', '2026-02-03'),
    ]
    expect(movesIn(story)).toEqual([
      { from: '2026-02-03', to: '2026-02-10', on: '2026-01-30', person: 'Johan', organisation: 'Emmen' },
    ])
    expect(movesIn(story.slice(1))).toEqual([])
  })
})
