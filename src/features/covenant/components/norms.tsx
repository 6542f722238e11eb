import { getTranslations } from 'next-intl/server'
import type { Norm } from '@/domain/norm/norm'
import { type Format, formats } from '@/i18n/format'
import { Section } from '@/ui/section'
import { Table } from '@/ui/table'
import { Tag, type TagTone } from '@/ui/tag'
import type { CovenantScreen } from '../queries'

type T = Awaited<ReturnType<typeof getTranslations>>

const tones: Readonly<Record<Norm['status'], TagTone>> = {
  published: 'success',
  derived: 'info',
  unverified: 'warning',
  provisional: 'warning',
}

/** Shares are kept in percent times 100, ages in months, everything else in cents. */
function amountOf(t: T, { kind, value }: Norm, { money, percent }: Format): string {
  if (kind.endsWith('_pct')) return percent(value / 10_000)
  if (kind.endsWith('_age_months')) return t('age', { years: Math.floor(value / 12), months: value % 12 })
  return money(value)
}

/** The norms of the law of this year, each with where it was read and how sure it is. */
export async function Norms({ screen: { norms, day } }: { screen: CovenantScreen }) {
  const t = await getTranslations('covenant.norms')
  const format = await formats()
  const year = day.slice(0, 4)
  const columns = [
    { key: 'norm', label: t('norm') },
    { key: 'value', label: t('value'), align: 'right' as const },
    { key: 'sure', label: t('sure') },
    { key: 'source', label: t('source') },
  ]
  const rows = norms.map(({ kind, now }) => ({
    key: kind,
    cells: {
      norm: t(`of.${kind}`, { age: now?.belowAge ?? 0 }),
      value: now ? <span className="whitespace-nowrap">{amountOf(t, now, format)}</span> : '',
      sure: now ? (
        <Tag tone={tones[now.status]}>{t(`status.${now.status}`)}</Tag>
      ) : (
        <Tag tone="danger">{t('missing', { year })}</Tag>
      ),
      source: now ? (now.source ?? t('noSource')) : t('missingHelp'),
    },
  }))
  return (
    <Section title={t('title', { year })}>
      <p className="mb-4 text-soft">{t('help')}</p>
      <Table caption={t('title', { year })} captionHidden columns={columns} rows={rows} empty={t('none')} />
    </Section>
  )
}
