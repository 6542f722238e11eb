import 'server-only'
// A selection of the journal as a file. That it was taken along is a record of its own.
import { getTranslations } from 'next-intl/server'
import type { Asked } from '@/domain/privacy/journal-filter'
import { csvOf } from '@/domain/report/csv'
import { posted } from '@/server/guard'
import { EXPORTED, takeEntries } from './queries'
import { words } from './words'

// biome-ignore format: the columns of the file are a line
const COLUMNS = ['seq', 'day', 'time', 'person', 'role', 'kind', 'what', 'number', 'parts', 'reason', 'purpose', 'ground', 'visit', 'origin'] as const

const asked = (form: FormData): Asked =>
  Object.fromEntries([...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])))

/** The file of the records that a posted form asks for; null for whoever does not read the journal. */
export const exportJournal = posted(
  async (form: FormData): Promise<{ name: string; text: string } | null> => {
    const taken = await takeEntries(asked(form), EXPORTED)
    if (!taken) return null
    const t = await getTranslations()
    const say = await words()
    const rows = taken.entries.map((e) => {
      const { what, parts, why, purpose, ground, origin } = say(e)
      const kind = t(`journal.kinds.${e.kind}`)
      const role = t(`roles.${e.role}`)
      return [
        e.seq,
        e.day,
        e.time,
        e.person,
        role,
        kind,
        what,
        e.number ?? '',
        parts.join(', '),
        ...[why, purpose, ground, e.session, origin].map((text) => text ?? ''),
      ]
    })
    const head = COLUMNS.map((column) => t(`journal.columns.${column}`))
    return { name: `${t('journal.file')}-${taken.day}.csv`, text: csvOf([head, ...rows]) }
  },
)
