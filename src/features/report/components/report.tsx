import { getTranslations } from 'next-intl/server'
import { formats } from '@/i18n/format'
import { Columns } from '@/ui/columns'
import { EmptyState } from '@/ui/empty-state'
import { Facts } from '@/ui/facts'
import { Section } from '@/ui/section'
import { Table } from '@/ui/table'
import type { ReportScreen } from '../queries'

type T = Awaited<ReturnType<typeof getTranslations>>

const count = (t: T, n: number | null, limit: number) => (n === null ? t('report.few', { limit }) : String(n))

type CellsProps = { caption: string; label: string; rows: { key: string; label: string; value: string }[] }

async function Cells({ caption, label, rows }: CellsProps) {
  const t = await getTranslations('report')
  const columns = [
    { key: 'label', label },
    { key: 'value', label: t('number'), align: 'right' as const },
  ]
  const empty = <EmptyState title={t('nothing')}>{t('nothingHelp')}</EmptyState>
  return (
    <Table
      caption={caption}
      captionHidden
      columns={columns}
      rows={rows.map(({ key, ...cells }) => ({ key, cells }))}
      empty={empty}
    />
  )
}

/** What became of the places that were left. */
async function left(r: ReportScreen) {
  const t = await getTranslations()
  const { days } = await formats()
  return [
    { term: t('report.freed'), value: count(t, r.freed, r.limit) },
    { term: t('report.retaken'), value: count(t, r.retaken, r.limit) },
    { term: t('report.takenHere'), value: count(t, r.takenHere, r.limit) },
    { term: t('report.takenOutside'), value: count(t, r.takenOutside, r.limit) },
    { term: t('report.emptyDays'), value: r.emptyDays === null ? t('report.tooFew') : days(r.emptyDays) },
    { term: t('report.guaranteed'), value: count(t, r.guarantees.given, r.limit) },
    { term: t('report.guaranteeUsed'), value: count(t, r.guarantees.used, r.limit) },
    { term: t('report.timeOuts'), value: count(t, r.timeOuts.clients, r.limit) },
    {
      term: t('report.timeOutDays'),
      value: r.timeOuts.days === null ? t('report.tooFew') : days(r.timeOuts.days),
    },
  ]
}

/** At how many appointments nobody was there, of how many there were. */
async function Appointments({ report: r }: { report: ReportScreen }) {
  const t = await getTranslations('report')
  const items = r.appointments.map(({ what, n, missed }) => ({
    term: t(`missed.${what}`),
    value: n === null || missed === null ? t('few', { limit: r.limit }) : t('missed.of', { missed, n }),
  }))
  return (
    <Section title={t('missed.title')}>
      <p className="mb-3 text-soft">{t('missed.help')}</p>
      <Facts items={items} />
    </Section>
  )
}

/** The counts of the region: first who came to live somewhere, then who still waits. */
export async function Report({ report: r }: { report: ReportScreen }) {
  const t = await getTranslations()
  const { days } = await formats()
  const n = (value: number | null) => count(t, value, r.limit)
  const middle = (value: number | null) => (value === null ? t('report.tooFew') : days(value))
  const housed = [
    { term: t('report.persons'), value: n(r.persons) },
    { term: t('report.households'), value: n(r.households) },
    { term: t('report.guided'), value: n(r.guided) },
    { term: t('report.waited'), value: middle(r.waitedDays) },
    { term: t('report.waitedTotal'), value: middle(r.waitedTotal) },
    ...(await left(r)),
  ]
  const origins = r.byOrigin.map((c) => ({ key: c.key, label: t(`codes.origin.${c.key}`), value: n(c.n) }))
  const stages = r.byStage.map((c) => ({ key: c.key, label: t(`stages.case.${c.key}`), value: n(c.n) }))
  return (
    <Columns
      aside={
        <Section title={t('report.waiting')}>
          <Facts
            items={[
              { term: t('report.waitingDays'), value: middle(r.waitingDays) },
              { term: t('report.urgent'), value: n(r.urgent) },
            ]}
          />
          <Cells caption={t('report.byStage')} label={t('list.stage')} rows={stages} />
        </Section>
      }
    >
      <Section title={t('report.housed')}>
        <Facts items={housed} />
      </Section>
      <Appointments report={r} />
      <Section title={t('report.byOrigin')}>
        <Cells caption={t('report.byOrigin')} label={t('fields.setting.label')} rows={origins} />
        <p className="mt-4 text-soft">{t('report.small', { limit: r.limit })}</p>
      </Section>
    </Columns>
  )
}
