// What a row of a file must say, and what is said when it does not.
import { describe, expect, test } from 'vitest'
import { steps } from '@/domain/case/steps'
import { exampleClient } from '@/domain/import/client-columns'
import { type ColumnKey, columns, keysOf, letterOf, neededOf, recognised } from '@/domain/import/columns'
import { type Ground, judge } from '@/domain/import/judge'
import { judgeAll, verdictsOf } from '@/domain/import/verdict'
import { actors, organisations } from '../../support/actors'
import { norms, rules } from '../../support/rules'
import { unopened } from '../../support/unopened'

const today = '2026-01-12'
const [emmen] = organisations.gemeente
const ground: Ground = {
  today,
  rules,
  labels: { wayToConsent: { ingesprek: 'mondeling' }, origin: { beschermdwonenbw: 'BW' } },
  gemeenten: { emmen: emmen.id },
  refuses: (opening) =>
    steps.openCase.check(unopened('case', 0, today) as never, opening, {
      today,
      rules,
      norms,
      actor: actors.mentor,
    }),
}

const columnKeys = keysOf('case')
const mapping = Object.fromEntries(columnKeys.map((key, place) => [key, place]))
const whole: Partial<Record<ColumnKey, string>> = {
  givenName: 'Jan',
  familyName: 'de Vries',
  birthDate: '1-2-1990',
  setting: 'bw',
  facility: 'De Es',
  law: 'Wmo',
  readySince: '2025-11-03',
  gemeente: 'Emmen',
  mentorName: 'Sanne Mentor',
  agreedOn: '1-12-2025',
  agreedHow: 'In gesprek',
  stated: 'Aanmelding',
}
const row = (more: Partial<Record<ColumnKey, string>> = {}) => {
  const said = { ...whole, stated: 'intake', ...more }
  return columnKeys.map((key) => said[key] ?? '')
}
const judged = (more: Partial<Record<ColumnKey, string>> = {}) => judge(row(more), mapping, ground)
const wrong = (more: Partial<Record<ColumnKey, string>>) => {
  const found = judged(more)
  return 'wrong' in found ? found.wrong.map(({ column, fault }) => `${column} ${fault}`) : []
}
const client = (more: Partial<Record<ColumnKey, string>> = {}) => {
  const found = judged(more)
  if ('wrong' in found) throw new Error(JSON.stringify(found.wrong))
  return found.client
}

describe('the headings of a file', () => {
  test('are known by any of their names, with capitals, accents, spaces and marks as people write them', () => {
    const found = recognised(
      ['ACHTERNAAM ', 'Voor-naam', 'Geb. datum', 'Begeleider', 'Telefoon (begeleider)', 'Iets'],
      'case',
    )
    expect(found).toEqual({ familyName: 0, givenName: 1, birthDate: 2, mentorName: 3, mentorPhone: 4 })
  })

  test('of the template are all known, each as its own column', () => {
    expect(
      recognised(
        columnKeys.map((key) => columns[key].names[0]),
        'case',
      ),
    ).toEqual(mapping)
  })

  test('are called by the letters of a spreadsheet when something is wrong below them', () => {
    expect([0, 25, 26, 51, 52, 59].map(letterOf)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'BH'])
  })

  test('ask for no burgerservicenummer', () => {
    expect(recognised(['BSN', 'burgerservicenummer'], 'case')).toEqual({})
  })
})

describe('a row', () => {
  test('with all that is needed is a client; what is left out is empty', () => {
    expect(client()).toMatchObject({
      opening: { givenName: 'Jan', birthDate: '1990-02-01', setting: 'BW', gemeente: emmen.id, phone: null },
      way: { stated: 'intake', statedSince: null, agreedOn: '2025-12-01', agreedHow: 'mondeling' },
      safety: null,
    })
  })

  test('is refused for each column that is needed and empty, and says all of them at once', () => {
    for (const column of neededOf('case')) expect(wrong({ [column]: '' }).join(), column).toContain(column)
    expect(wrong({ givenName: '', law: '' })).toEqual(['givenName missing', 'law missing'])
  })

  test('without the consent of the client, its day or its way, does not come in', () => {
    expect(wrong({ agreedOn: '' })).toEqual(['agreedOn consentMissing'])
    expect(wrong({ agreedHow: '' })).toEqual(['agreedHow consentMissing'])
    expect(wrong({ agreedOn: '1-12-2026' })).toEqual(['agreedOn dayInFuture'])
    expect(wrong({ agreedHow: 'telepathie' })).toEqual(['agreedHow noSuchWord'])
  })

  test('reads days and numbers of a spreadsheet as they were meant', () => {
    expect(client({ birthDate: '32905', phone: '612345678' }).opening).toMatchObject({
      birthDate: '1990-02-01',
      phone: '06 12 34 56 78',
    })
    expect(wrong({ birthDate: '31-2-1990' })).toEqual(['birthDate notADay'])
    expect(wrong({ birthDate: 'gisteren geboren' })).toEqual(['birthDate notADay'])
  })

  test('is refused for what the step of a registration would refuse', () => {
    expect(wrong({ birthDate: '1-2-2020' })).toEqual(['birthDate tooYoung'])
    expect(wrong({ readySince: '1-1-1980' })).toEqual(['readySince readyBeforeBirth'])
    expect(wrong({ gemeente: 'Atlantis' })).toEqual(['gemeente noSuchGemeente'])
  })

  test('of a client who is further says since when, and on which contract', () => {
    expect(wrong({ stated: 'wachtlijst' })).toEqual(['statedSince sinceMissing'])
    expect(wrong({ stated: 'matching', statedSince: '1-12-2025' })).toEqual(['statedForm formMissing'])
    expect(wrong({ stated: 'nazorg', statedSince: '1-12-2025', statedForm: 'eigenNaam' })).toEqual([
      'statedLevel levelMissing',
    ])
    expect(client({ stated: 'tafel', statedSince: '1-12-2025' }).way).toMatchObject({ stated: 'tafel' })
    expect(wrong({ stated: 'sleutel' })).toEqual(['stated noSuchWord'])
  })

  test('that speaks of danger must say whether the address is secret, and a secret address shields', () => {
    expect(wrong({ threat: 'geweld' })).toEqual(['secrecy secrecyMissing'])
    expect(client({ threat: 'geweld', secrecy: 'ja' }).safety).toEqual({
      threat: 'geweld',
      secrecy: 'geheim',
      note: null,
    })
    expect(client({ secrecy: 'ja' }).safety).toMatchObject({ threat: 'geen', secrecy: 'geheim' })
  })

  test('that is the example of the template, left where it stood, is nobody', () => {
    expect(wrong(exampleClient)).toEqual(['givenName exampleRow'])
    expect(wrong({ ...exampleClient, givenName: 'Iemand' })).toEqual([])
  })

  test('with a huge text, a formula or control characters is refused or kept as text, never computed', () => {
    expect(wrong({ facility: 'x'.repeat(5000) })).toEqual(['facility tooLong'])
    expect(client({ facility: '=HYPERLINK("http://x")' }).opening.facility).toBe('=HYPERLINK("http://x")')
    expect(wrong({ phone: '=1+1' })).toEqual(['phone notAPhone'])
  })
})

describe('a whole file', () => {
  const two = [
    { nr: 2, cells: row() },
    { nr: 3, cells: row({ givenName: 'JAN', familyName: 'De  Vries', birthDate: '1990-02-01' }) },
    { nr: 4, cells: row({ givenName: 'Piet', law: '' }) },
    { nr: 5, cells: row({ givenName: 'Piet' }) },
  ]

  test('takes a client once: the first row counts, a later one is double, a wrong one is neither', () => {
    expect(verdictsOf(judgeAll(two, mapping, ground), new Map())).toEqual([
      { nr: 2, state: 'good', twin: null },
      { nr: 3, state: 'double', twin: 2 },
      { nr: 4, state: 'wrong', twin: null },
      { nr: 5, state: 'good', twin: null },
    ])
  })

  test('takes nobody who has a case already', () => {
    const known = new Map([['piet devries 1990-02-01', 'ZOD-26-0001']])
    expect(verdictsOf(judgeAll(two, mapping, ground), known).at(-1)).toMatchObject({
      state: 'double',
      twin: null,
    })
  })
})
