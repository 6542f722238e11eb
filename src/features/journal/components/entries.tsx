import { getTranslations } from 'next-intl/server'
import { formats } from '@/i18n/format'
import { paths } from '@/paths'
import type { Entry } from '@/server/journal-entries'
import { AppLink } from '@/ui/app-link'
import { Disclosure } from '@/ui/disclosure'
import { EmptyState } from '@/ui/empty-state'
import { Table } from '@/ui/table'
import { Tag } from '@/ui/tag'
import { type Words, words } from '../words'

/** So many compartments are named at once; more than that are behind a press. */
const NAMED = 6

async function Parts({ parts, all }: { parts: readonly string[]; all: boolean }) {
  const t = await getTranslations('journal')
  const named = all || parts.length <= NAMED + 1 ? parts : parts.slice(0, NAMED)
  const rest = parts.slice(named.length)
  return (
    <>
      <span className="block text-soft">{named.join(', ')}</span>
      {rest.length > 0 && (
        <Disclosure summary={t('andMore', { n: rest.length })}>
          <p>{rest.join(', ')}</p>
        </Disclosure>
      )}
    </>
  )
}

async function What({ entry, said, all }: { entry: Entry; said: Words; all: boolean }) {
  const t = await getTranslations('journal')
  return (
    <>
      {entry.kind === 'denied' && <Tag tone="danger">{t('kinds.denied')}</Tag>} {said.what}
      {said.why && <span className="block text-soft">{said.why}</span>}
      {said.purpose && <span className="block">{t('purpose', { purpose: said.purpose })}</span>}
      <Parts parts={said.parts} all={all} />
    </>
  )
}

/** The number leads to all records of its subject; a privacy officer opens no case. */
const numberOf = (entry: Entry) =>
  entry.number && entry.subjectId ? (
    <AppLink className="ui-link whitespace-nowrap" href={`${paths.journal}?subject=${entry.subjectId}`}>
      {entry.number}
    </AppLink>
  ) : (
    ''
  )

/** Who it was, and in which visit: all that was done in it is one press away. */
async function Who({ entry, said }: { entry: Entry; said: Words }) {
  const t = await getTranslations()
  const { accountId: person, session } = entry
  return (
    <span className="block min-w-32">
      <span dir="auto">{entry.person}</span>
      <span className="block text-soft">{t(`roles.${entry.role}`)}</span>
      {session && (
        <AppLink
          className="ui-link block"
          href={`${paths.journal}?${new URLSearchParams({ person, session })}`}
        >
          {t('journal.visit', { visit: said.visit ?? '' })}
        </AppLink>
      )}
      {said.origin && <span className="block text-soft">{said.origin}</span>}
    </span>
  )
}

/** Records in a table. `all`: with every compartment named, for paper. */
export async function Entries({ entries, all = false }: { entries: readonly Entry[]; all?: boolean }) {
  const t = await getTranslations()
  const { day } = await formats()
  const say = await words()
  const rows = entries.map((entry) => ({
    key: entry.seq,
    cells: {
      when: (
        <span className="whitespace-nowrap font-normal">
          {t('journal.moment', { day: day(entry.day), time: entry.time })}
        </span>
      ),
      who: <Who entry={entry} said={say(entry)} />,
      what: <What entry={entry} said={say(entry)} all={all} />,
      number: numberOf(entry),
    },
  }))
  const columns = ['when', 'who', 'what', 'number'].map((key) => ({
    key,
    label: t(`journal.columns.${key}`),
  }))
  return (
    <Table
      caption={t('journal.caption')}
      captionHidden
      columns={columns}
      rows={rows}
      empty={<EmptyState title={t('journal.empty')}>{t('journal.emptyHelp')}</EmptyState>}
    />
  )
}
