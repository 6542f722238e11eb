import { getTranslations } from 'next-intl/server'
import {
  type Age,
  ages,
  groupings,
  measures,
  type RetentionRow,
  type ShownTally,
} from '@/domain/report/retention'
import { formats } from '@/i18n/format'
import { paths } from '@/paths'
import { AppLink } from '@/ui/app-link'
import { Button } from '@/ui/button'
import { EmptyState } from '@/ui/empty-state'
import { FilterSelect } from '@/ui/filters'
import { Section } from '@/ui/section'
import { Table } from '@/ui/table'
import type { RetentionScreen } from '../retention'

type T = Awaited<ReturnType<typeof getTranslations<'retention'>>>
type Props = { screen: RetentionScreen }
type Words = Props & { t: T }

/** Which months of keys: a small form that works without a script. */
async function Period({ screen: { months, choices } }: Props) {
  const t = await getTranslations('retention')
  const { month } = await formats()
  const options = choices.map((value) => ({ value, label: month(value) }))
  return (
    <form method="get" action={paths.retention} className="ui-form print:hidden">
      <FilterSelect name="from" label={t('from')} value={months.from} all={t('usual')} options={options} />
      <FilterSelect
        name="until"
        label={t('until')}
        value={months.until}
        all={t('thisMonth')}
        options={options}
      />
      <div className="ui-button-row">
        <Button type="submit">{t('show')}</Button>
      </div>
    </form>
  )
}

type OneNumber = { row: RetentionRow; age: Age; what: keyof ShownTally }

function hrefOf({ months }: RetentionScreen, { row, age, what }: OneNumber) {
  const asked = new URLSearchParams({ ...months, by: row.by, age: String(age), what })
  if (row.organisation) asked.set('of', row.organisation)
  return `${paths.retention}?${asked}#behind`
}

/** A number, that opens the cases behind it for those who may; or that it cannot be shown. */
function Shown({ t, screen, ...one }: Words & OneNumber) {
  const { row, age, what } = one
  const { reached, [what]: n } = row.at.get(age) ?? { reached: 0 }
  if (n === null || n === undefined) return <span className="text-soft">{t('hidden')}</span>
  const whole = what === 'reached' || what === 'persons' || reached === null
  const text = whole ? String(n) : t('of', { n, of: reached })
  if (!screen.opens || n === 0 || what === 'persons') return <>{text}</>
  return (
    <AppLink href={hrefOf(screen, one)}>
      {text}
      <span className="sr-only"> {t('open', { what: t(`columns.${what}`), age: t('age', { age }) })}</span>
    </AppLink>
  )
}

const NUMBERS = ['reached', 'persons', ...measures] as const

const nameOf = ({ t, screen }: Words, { by, organisation }: RetentionRow) =>
  by === 'covenant'
    ? t('covenant')
    : organisation
      ? (screen.names.get(organisation) ?? t('unknown'))
      : t(by === 'corporation' ? 'noCorporation' : 'unknown')

function rowsOf(words: Words, row: RetentionRow, group: string | null) {
  const { t } = words
  return ages.flatMap((age) => {
    if (typeof row.at.get(age)?.reached !== 'number') return []
    const numbers = NUMBERS.map((what) => [what, <Shown key={what} {...words} {...{ row, age, what }} />])
    return [
      {
        key: `${row.by} ${row.organisation} ${age}`,
        ...(group && { group }),
        cells: { age: t('age', { age }), ...Object.fromEntries(numbers) },
      },
    ]
  })
}

async function Rows({ screen, by }: Props & { by: RetentionRow['by'] }) {
  const t = await getTranslations('retention')
  const words = { t, screen }
  const rows = screen.rows.filter((row) => row.by === by)
  const named = rows
    .map((row) => ({ row, name: nameOf(words, row) }))
    .sort((a, b) => a.name.localeCompare(b.name))
  if (by !== 'covenant' && named.length === 0) return null
  return (
    <Section title={t(`by.${by}`)}>
      <Table
        caption={t(`by.${by}`)}
        captionHidden
        columns={[
          { key: 'age', label: t('after') },
          ...NUMBERS.map((key) => ({ key, label: t(`columns.${key}`), align: 'right' as const })),
        ]}
        rows={named.flatMap(({ row, name }) => rowsOf(words, row, by === 'covenant' ? null : name))}
        empty={<EmptyState title={t('nothing')}>{t('nothingHelp')}</EmptyState>}
      />
    </Section>
  )
}

/** The cases behind one number, as far as this person reads them. */
async function Behind({ screen }: Props) {
  if (!screen.shown) return null
  const t = await getTranslations('retention')
  const { figure, cases, more } = screen.shown
  const title = t('behind', { what: t(`columns.${figure.what}`), age: t('age', { age: figure.age }) })
  return (
    <div id="behind">
      <Section title={title}>
        <p className="mb-4 text-soft">{t(more ? 'behindMore' : 'behindHelp', { n: cases.length })}</p>
        <Table
          caption={title}
          captionHidden
          columns={[{ key: 'number', label: t('number') }]}
          rows={cases.map(({ id, number }) => ({
            key: id,
            href: paths.subject('case', id),
            cells: { number },
          }))}
          empty={<EmptyState title={t('noCases')}>{t('noCasesHelp')}</EmptyState>}
        />
      </Section>
    </div>
  )
}

/** Of the covenant, then by party; with what the words mean, for a number without its meaning is read wrongly. */
export async function Retention({ screen }: Props) {
  const t = await getTranslations('retention')
  return (
    <div className="grid gap-8">
      <Period screen={screen} />
      <Behind screen={screen} />
      {groupings.map((by) => (
        <Rows key={by} screen={screen} by={by} />
      ))}
      <Section title={t('meaning')}>
        <ul>
          {(['reached', 'home', 'guided', 'well'] as const).map((key) => (
            <li key={key}>{t(`means.${key}`)}</li>
          ))}
        </ul>
        <p className="mt-4 text-soft">{t('small', { limit: screen.limit })}</p>
        {screen.rounded && <p className="mt-2 text-soft">{t('rounded', { limit: screen.limit })}</p>}
      </Section>
    </div>
  )
}
