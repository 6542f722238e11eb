import { getTranslations } from 'next-intl/server'
import type { LedgerRow, Standing } from '@/domain/report/ledger'
import { formats } from '@/i18n/format'
import { EmptyState } from '@/ui/empty-state'
import { Facts } from '@/ui/facts'
import { Section } from '@/ui/section'
import { Table } from '@/ui/table'
import { Tag, type TagTone } from '@/ui/tag'
import type { ContingentScreen } from '../contingent'
import { Shares } from './shares'
import { Two } from './two'

type T = Awaited<ReturnType<typeof getTranslations>>
type Props = { screen: ContingentScreen }

const TONES: Record<Standing, TagTone> = {
  over: 'info',
  behind: 'warning',
  met: 'success',
  onTime: 'success',
  within: 'neutral',
}

const COLUMNS = ['where', 'period', 'agreed', 'waiting', 'delivered', 'stands'] as const
const NUMBERS: readonly string[] = ['waiting', 'delivered']

function agreedText(t: T, { line: { agreed }, agreed: n }: LedgerRow): string {
  if (agreed.as !== 'percentage') return t(`contingent.as.${agreed.as}`, { n: agreed.homes })
  const { percent, lettings } = agreed
  return n === null || lettings === null
    ? t('contingent.as.share', { percent })
    : t('contingent.as.percentage', { percent, lettings, n })
}

function carriedText(t: T, { line, carried }: LedgerRow): string | null {
  if (!line.carryOver || carried === 0) return null
  if (carried === null) return t('contingent.carried.unknown')
  return carried > 0
    ? t('contingent.carried.more', { n: carried })
    : t('contingent.carried.less', { n: -carried })
}

/** More homes than a number that was promised is no fault; more than the most that was agreed asks for a look. */
function StandingTag({ t, row: { line, standing, by } }: { t: T; row: LedgerRow }) {
  if (!standing) return <span className="text-soft">{t('contingent.unknown')}</span>
  const tone = standing === 'over' && line.agreed.as === 'maximum' ? 'warning' : TONES[standing]
  return <Tag tone={tone}>{t(`contingent.standing.${standing}`, { n: by ?? 0 })}</Tag>
}

type Words = { t: T; screen: ContingentScreen; period: (from: string, until: string) => string }

function rowOf({ t, screen, period }: Words, row: LedgerRow) {
  const { corporation, municipality, origin, from, until } = row.line
  const name = (key: string) => screen.names.get(key) ?? key
  const shown = (n: number | null) => (n === null ? t('contingent.few', { limit: screen.limit }) : String(n))
  return {
    key: [corporation, municipality, origin, from].join(),
    group: name(corporation),
    cells: {
      where: (
        <Two
          first={municipality ? name(municipality) : t('contingent.everywhere')}
          second={origin ? t(`codes.origin.${origin}`) : t('contingent.everyone')}
        />
      ),
      period: period(from, until),
      agreed: <Two first={agreedText(t, row)} second={carriedText(t, row)} />,
      waiting: shown(row.waiting),
      delivered: shown(row.delivered),
      stands: <StandingTag t={t} row={row} />,
    },
  }
}

async function Lines({ rows, screen, title }: Props & { rows: readonly LedgerRow[]; title: string }) {
  const t = await getTranslations()
  const { period } = await formats()
  return (
    <Section title={title}>
      <Table
        caption={title}
        captionHidden
        columns={COLUMNS.map((key) => ({
          key,
          label: t(`contingent.${key}`),
          ...(NUMBERS.includes(key) && { align: 'right' as const }),
        }))}
        rows={rows.map((row) => rowOf({ t, screen, period }, row))}
        empty={<EmptyState title={t('contingent.nothing')}>{t('contingent.nothingHelp')}</EmptyState>}
      />
    </Section>
  )
}

/** What was agreed and what came of it: this period first, then the one before. */
export async function Contingent({ screen }: Props) {
  const t = await getTranslations('contingent')
  const { now, before } = screen.ledger
  const facts = [
    ...(screen.source ? [{ term: t('source'), value: screen.source }] : []),
    ...(screen.key ? [{ term: t('key'), value: screen.key }] : []),
  ]
  return (
    <>
      <Lines rows={now} screen={screen} title={t('now')} />
      {before.length > 0 && <Lines rows={before} screen={screen} title={t('before')} />}
      {facts.length > 0 && (
        <Section title={t('basis')}>
          <Facts items={facts} />
        </Section>
      )}
      <p className="mt-4 text-soft">{t('small', { limit: screen.limit })}</p>
      <Shares screen={screen.shares} names={screen.names} limit={screen.limit} />
    </>
  )
}
