import { getTranslations } from 'next-intl/server'
import { paths } from '@/paths'
import { AppLink } from '@/ui/app-link'
import { EmptyState } from '@/ui/empty-state'
import { Notice } from '@/ui/notice'
import { SubmitButton } from '@/ui/pending-button'
import { Section } from '@/ui/section'
import { Table } from '@/ui/table'
import { Tag } from '@/ui/tag'
import { agreeToAllAction } from '../actions'
import type { Line, MatchingScreen } from '../queries'
import { Answered } from './answer-forms'

const tones = { new: 'info', kept: 'neutral', agreed: 'success' } as const

/** What a line asks of whoever looks: nothing where it was agreed to before. */
const nextOf = ({ kind, undisputed }: Line) =>
  kind === 'agreed' ? 'agreedBefore' : undisputed ? 'undisputed' : 'look'

/** What the last run proposes for the clients of whoever looks: who comes first, and what fits. */
export async function Proposals({ lines, shown }: Pick<MatchingScreen, 'lines' | 'shown'>) {
  const t = await getTranslations('matching')
  const columns = [
    { key: 'client', label: t('client') },
    { key: 'home', label: t('home') },
    { key: 'urgency', label: t('urgency'), align: 'right' as const },
    { key: 'fit', label: t('fit'), align: 'right' as const },
    { key: 'answer', label: t('answer') },
  ]
  const rows = lines.map((line) => ({
    key: line.case,
    cells: {
      client: <AppLink href={paths.homes(line.case)}>{line.number}</AppLink>,
      home: (
        <>
          <AppLink href={paths.subject('dwelling', line.dwelling)}>{line.address}</AppLink>
          <span className="mt-1 block">
            <Tag tone={tones[line.kind]}>{t(`kinds.${line.kind}`)}</Tag>
          </span>
        </>
      ),
      urgency: String(line.urgency),
      fit: String(line.fit),
      answer: line.answer ? <Answered answer={line.answer} /> : t(nextOf(line)),
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
      <AgreeToAll n={lines.filter((line) => line.undisputed && !line.answer).length} shown={shown} />
    </Section>
  )
}

/** Agreeing to many at once, where no rule asks for a closer look. */
async function AgreeToAll({ n, shown }: { n: number; shown: number }) {
  const t = await getTranslations()
  if (!n) return null
  return (
    <form action={agreeToAllAction} className="mt-4">
      <input type="hidden" name="shown" value={shown} />
      <SubmitButton variant="secondary" pendingLabel={t('form.pending')}>
        {t('matching.agreeToAll', { n })}
      </SubmitButton>
    </form>
  )
}

/** How people decide, and a warning where everything is agreed to unread. */
export async function Decided({ decided }: Pick<MatchingScreen, 'decided'>) {
  const t = await getTranslations('matching')
  if (!decided) return null
  const { answers, deviated, seconds, unread } = decided
  return (
    <Section title={t('decided')}>
      <p>{t('decidedText', { answers, deviated, seconds })}</p>
      {unread && <Notice tone="warning">{t('unread')}</Notice>}
    </Section>
  )
}
