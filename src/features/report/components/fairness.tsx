import { getTranslations } from 'next-intl/server'
import { type FairnessDim, type FairnessRow, fairnessDims } from '@/domain/report/fairness'
import { formats } from '@/i18n/format'
import { EmptyState } from '@/ui/empty-state'
import { Section } from '@/ui/section'
import { Table } from '@/ui/table'
import type { FairnessScreen } from '../fairness'

type T = Awaited<ReturnType<typeof getTranslations>>
type Props = { screen: FairnessScreen }

/** The name of a group, of its own kind. */
function groupOf(t: T, names: FairnessScreen['names'], { dim, key }: FairnessRow): string {
  if (!key) return t('fairness.unknown')
  if (dim === 'origin') return t(`codes.origin.${key}`)
  return dim === 'municipality' ? (names.get(key) ?? t('fairness.unknown')) : t(`fairness.groups.${key}`)
}

async function Groups({ screen, dim }: Props & { dim: FairnessDim }) {
  const t = await getTranslations()
  const { days } = await formats()
  const number = (n: number | null) => (n === null ? t('fairness.hidden') : String(n))
  const middle = (n: number | null) => (n === null ? t('fairness.hidden') : days(n))
  const columns = ['waiting', 'waitingDays', 'housed', 'waitedDays'] as const
  const rows = screen.rows
    .filter((row) => row.dim === dim)
    .map((row) => ({
      key: row.key,
      cells: {
        group: groupOf(t, screen.names, row),
        waiting: number(row.waiting),
        waitingDays: middle(row.waitingDays),
        housed: number(row.housed),
        waitedDays: middle(row.waitedDays),
      },
    }))
  return (
    <Section title={t(`fairness.dims.${dim}`)}>
      <Table
        caption={t(`fairness.dims.${dim}`)}
        captionHidden
        columns={[
          { key: 'group', label: t('fairness.group') },
          ...columns.map((key) => ({ key, label: t(`fairness.columns.${key}`), align: 'right' as const })),
        ]}
        rows={rows}
        empty={<EmptyState title={t('report.nothing')}>{t('report.nothingHelp')}</EmptyState>}
      />
    </Section>
  )
}

/** How offers went, by whose client it was and by whose home. */
async function Offers({ screen }: Props) {
  const t = await getTranslations()
  const number = (n: number | null) => (n === null ? t('fairness.hidden') : String(n))
  if (!screen.offers.length) return null
  const columns = ['offers', 'refused', 'withdrawn'] as const
  return (
    <Section title={t('fairness.parties')}>
      <Table
        caption={t('fairness.parties')}
        captionHidden
        columns={[
          { key: 'party', label: t('fairness.party') },
          ...columns.map((key) => ({ key, label: t(`fairness.columns.${key}`), align: 'right' as const })),
        ]}
        rows={screen.offers.map(({ by, organisation, offers, refused, withdrawn }) => ({
          key: `${by} ${organisation}`,
          cells: {
            party: screen.names.get(organisation) ?? t('fairness.unknown'),
            ...{ offers: number(offers), refused: number(refused), withdrawn: number(withdrawn) },
          },
        }))}
        empty={null}
      />
    </Section>
  )
}

/** Waiting and success, by group and by party: what stands out is a question for the table, and no verdict. */
export async function Fairness({ screen }: Props) {
  const t = await getTranslations('fairness')
  return (
    <>
      {fairnessDims.map((dim) => (
        <Groups key={dim} screen={screen} dim={dim} />
      ))}
      <Offers screen={screen} />
      <p className="text-soft">
        {t('small', { limit: screen.limit })}
        {screen.rounded && <> {t('rounded', { limit: screen.limit })}</>}
      </p>
    </>
  )
}
