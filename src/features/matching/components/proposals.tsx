import { getTranslations } from 'next-intl/server'
import { paths } from '@/paths'
import { AppLink } from '@/ui/app-link'
import { EmptyState } from '@/ui/empty-state'
import { Section } from '@/ui/section'
import { Table } from '@/ui/table'
import { Tag } from '@/ui/tag'
import type { Line } from '../queries'

const tones = { new: 'info', kept: 'neutral', agreed: 'success' } as const

/** What the last run proposes for the clients of whoever looks: who comes first, and what fits. */
export async function Proposals({ lines }: { lines: readonly Line[] }) {
  const t = await getTranslations('matching')
  const columns = [
    { key: 'client', label: t('client') },
    { key: 'home', label: t('home') },
    { key: 'urgency', label: t('urgency'), align: 'right' as const },
    { key: 'fit', label: t('fit'), align: 'right' as const },
    { key: 'kind', label: t('change') },
  ]
  const rows = lines.map((line) => ({
    key: line.case,
    cells: {
      client: <AppLink href={paths.subject('case', line.case)}>{line.number}</AppLink>,
      home: <AppLink href={paths.subject('dwelling', line.dwelling)}>{line.address}</AppLink>,
      urgency: String(line.urgency),
      fit: String(line.fit),
      kind: <Tag tone={tones[line.kind]}>{t(`kinds.${line.kind}`)}</Tag>,
    },
  }))
  return (
    <Section title={t('proposals')}>
      <p className="mb-4 text-soft">{t('proposalsHelp')}</p>
      <Table
        caption={t('proposals')}
        captionHidden
        columns={columns}
        rows={rows}
        empty={<EmptyState title={t('noProposals')}>{t('noProposalsHelp')}</EmptyState>}
      />
    </Section>
  )
}
