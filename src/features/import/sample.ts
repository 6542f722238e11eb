import 'server-only'
// Five invented clients to try an import with: three that can come in, and two with a mistake. Only in the demo.
import { type ColumnKey, keysOf } from '@/domain/import/columns'
import { addDays, addMonths } from '@/domain/kernel/days'

type Said = Readonly<Partial<Record<ColumnKey, string>>>

/** As people write a day. */
const written = (day: string) => day.split('-').map(Number).reverse().join('-')

/** The rows, for a region with this gemeente and this kind of stay, on this day. */
export function sampleRows(today: string, gemeente: string, setting: string): readonly (readonly string[])[] {
  const before = (months: number) => written(addMonths(today, -months))
  const all: Said = {
    familyName: 'Proefbestand',
    setting,
    facility: 'Huize Voorbeeld',
    law: 'Wmo',
    readySince: before(4),
    gemeente,
    mentorName: 'Naam van de begeleider',
    agreedOn: before(2),
    agreedHow: 'mondeling',
    stated: 'aanmelding',
    threat: 'nee',
    secrecy: 'nee',
  }
  const rows: readonly Said[] = [
    { givenName: 'Anouk', birthDate: '14-3-1988' },
    { givenName: 'Bram', birthDate: '2-11-1979', stated: 'tafel', statedSince: before(1) },
    {
      givenName: 'Chaima',
      birthDate: '30-7-1995',
      stated: 'nazorg',
      statedSince: before(3),
      statedForm: 'driepartijen',
      statedLevel: 'licht',
    },
    { givenName: 'Daan', birthDate: '31-2-1990' },
    { givenName: 'Esra', birthDate: '9-9-1991', agreedOn: written(addDays(today, 30)), gemeente: 'Atlantis' },
  ]
  return rows.map((row) => keysOf('case').map((key) => ({ ...all, ...row })[key] ?? ''))
}
