// Files to be brought in: invented clients or dwellings that nobody has yet, by the columns of their template.
import { columnOf, keysOf, neededOf, type SheetKind } from '@/domain/import/columns'
import { addDays } from '@/domain/kernel/days'
import { csvOf } from '@/domain/report/csv'

type Line = Readonly<Record<string, string>>

/** Clients with a name that nobody has: four in five in the aanmelding, the others waiting for the tafel. */
const client =
  (mark: string) =>
  (nr: number): Line => ({
    givenName: `Rij ${nr}`,
    familyName: `Meting-${mark}-${nr}`,
    birthDate: addDays('1950-01-01', (nr * 37) % 20_000),
    setting: 'BW',
    facility: 'De Es',
    law: 'Wmo',
    readySince: '1-9-2026',
    gemeente: 'Emmen',
    mentorName: 'Naam van de begeleider',
    agreedOn: '1-10-2026',
    agreedHow: 'mondeling',
    ...(nr % 5 ? { stated: 'aanmelding' } : { stated: 'tafel', statedSince: '1-11-2026' }),
  })

/** One that differs from minute to minute: two dwellings are one by their postcode and number. */
const newPostcode = (mark: string) => {
  const minute = Math.floor(Number.parseInt(mark, 36) / 60_000)
  const letter = (n: number) => 'BCDEFGHJKLMNPRTV'[n % 16] ?? 'B'
  return `${1000 + (minute % 9000)} ${letter(Math.floor(minute / 9000))}${letter(Math.floor(minute / 144_000))}`
}

/** Dwellings with a number of their corporation that none has. */
const dwelling =
  (mark: string) =>
  (nr: number): Line => ({
    unitNumber: `${mark}-${nr}`,
    street: 'Metingstraat',
    houseNumber: String(nr),
    postcode: newPostcode(mark),
    municipality: 'Emmen',
    type: 'Portiekflat',
    rooms: String(1 + (nr % 4)),
    floor: String(nr % 3),
    lift: 'nee',
    accessibility: 'ZON',
    rent: '612,50',
    availableFrom: '15-12-2026',
  })

/** So many rows of this kind, as CSV with the headings of the template. */
export function fileOf(kind: SheetKind, rows: number): string {
  const mark = Date.now().toString(36)
  const line = kind === 'case' ? client(mark) : dwelling(mark)
  const more = ['statedSince', 'unitNumber']
  const keys = keysOf(kind).filter((key) => more.includes(key) || neededOf(kind).includes(key))
  const lines = Array.from({ length: rows }, (_, at) => {
    const cells = line(at + 1)
    return keys.map((key) => cells[key] ?? '')
  })
  return csvOf([keys.map((key) => columnOf(key).names[0] ?? key), ...lines])
}
