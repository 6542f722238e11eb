// Who looked, as the client reads it: sentences, one line for what one colleague did for one reason on one day.
import { createTranslator } from 'use-intl/core'
import { describe, expect, test } from 'vitest'
import { type Look, lookDays, periodOf } from '@/domain/privacy/looks'
import { lookWords } from '@/features/case/look-words'
import { catalogues } from '@/i18n/catalogues'
import { formatsOf } from '@/i18n/format'

const names = new Map([
  ['emmen', { name: 'Gemeente Emmen' }],
  ['domesta', { name: 'Domesta' }],
])
const look = (said: Partial<Look> = {}): Look => ({
  day: '2026-11-12',
  from: '14:10',
  until: '14:10',
  organisationId: 'emmen',
  organisationKind: 'gemeente',
  role: 'regisseur',
  person: 1,
  kind: 'read',
  step: null,
  shown: ['profile'],
  purpose: 'aanmelden',
  ground: 'overeenkomst',
  consents: null,
  emergency: false,
  times: 1,
  ...said,
})

const t = createTranslator({ locale: 'nl', messages: catalogues.nl }) as never
const say = lookWords(t, formatsOf('nl'), names)
/** Everything that is told of these looks, a line each. */
const told = (...looks: Look[]) =>
  lookDays(looks).flatMap((day) =>
    [...day.looks, ...day.denied].map((one) => {
      const { when, what, why } = say(one)
      return `${when} – ${what} ${why}`
    }),
  )

describe('a look is told', () => {
  test('with when, who by role and organisation, what and why', () => {
    expect(told(look())).toEqual([
      '12 november 2026, 14:10 – Een medewerker van Gemeente Emmen (regisseur) bekeek: woonprofiel. Reden: de aanmelding maken en beoordelen. Grond: een overeenkomst met de cliënt (AVG, artikel 6 lid 1 onder b).',
    ])
  })

  test('with the consent that it stood on', () => {
    const rests = look({ shown: ['debtSummary'], consents: ['schulden'] })
    expect(told(rests)[0]).toContain('Dit kon door uw toestemming over: schulden.')
  })

  test('without a reason where none was kept yet, and says so', () => {
    expect(told(look({ purpose: null, ground: null }))[0]).toContain(
      'De reden werd toen nog niet vastgelegd.',
    )
  })

  test('by the kind of organisation alone where its name would tell a place', () => {
    const [line] = told(look({ organisationId: null, organisationKind: 'corporatie', role: 'officer' }))
    expect(line).toContain('Een medewerker van een woningcorporatie (medewerker huisvesting) bekeek')
  })

  test('with a number where a sentence would be too long, and what it was beside it, the most private first', () => {
    const all = look({ shown: ['identity', 'profile', 'household', 'health', 'debts', 'initials'] })
    const { what, things } = say(all)
    expect(what).toBe('Een medewerker van Gemeente Emmen (regisseur) bekeek 6 onderdelen van het dossier.')
    expect(things).toMatch(/^Het ging om: (schulden|gezondheid), .+ en .+\.$/)
  })

  test('also when nothing was filled in yet', () => {
    expect(told(look({ shown: [] }))[0]).toContain('opende het dossier.')
  })
})

describe('an attempt that was refused', () => {
  const attempt = look({ kind: 'denied', step: 'recordVisit', shown: [], ground: null, times: 3 })

  test('is told as it was: what was tried, and that nothing came of it', () => {
    expect(told(attempt)[0]).toMatch(/\(regisseur\) probeerde: .+\. Dat mocht niet\. Er is niets veranderd/)
  })

  test('stands apart from what was looked at', () => {
    const [day] = lookDays([attempt, look()])
    expect([day?.looks.length, day?.denied.length]).toEqual([1, 1])
  })
})

describe('looks become one line', () => {
  test('when the same colleague read the same again that day', () => {
    const again = look({ from: '15:02', until: '16:40', times: 4 })
    expect(told(look(), again)).toHaveLength(1)
    expect(told(look(), again)[0]).toMatch(/^12 november 2026, tussen 14:10 en 16:40 –/)
    expect(lookDays([look(), again])[0]?.looks[0]?.times).toBe(5)
  })

  test('when they read less of the same before or after', () => {
    const more = look({ shown: ['health', 'profile'], from: '09:00', until: '09:30' })
    expect(told(look(), more)).toHaveLength(1)
    expect(told(look(), more)[0]).toContain('bekeek: gezondheid en woonprofiel.')
  })

  test.each([
    ['another colleague', { person: 2 }],
    ['another role', { role: 'gemeenteLead' }],
    ['another organisation', { organisationId: 'domesta' }],
    ['another reason', { purpose: 'verantwoorden' }],
    ['an emergency', { emergency: true }],
    ['another day', { day: '2026-11-13' }],
    ['other facts', { shown: ['health'] }],
  ] as const)('but not with %s', (_, other) => {
    expect(told(look(), look(other))).toHaveLength(2)
  })
})

test('the newest day and hour stand first', () => {
  const looks = [look({ until: '09:00' }), look({ person: 2, until: '17:00' }), look({ day: '2026-11-14' })]
  expect(lookDays(looks).map((d) => [d.day, ...d.looks.map((l) => l.until)])).toEqual([
    ['2026-11-14', '14:10'],
    ['2026-11-12', '17:00', '09:00'],
  ])
})

test('a period holds days and nothing else', () => {
  expect(periodOf({ from: '2026-11-01', until: "' OR 1=1" })).toEqual({ from: '2026-11-01', until: null })
  expect(periodOf({ from: '2026-02-30' })).toEqual({ from: null, until: null })
})
