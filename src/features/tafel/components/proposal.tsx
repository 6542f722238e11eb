import { getTranslations } from 'next-intl/server'
import { daysBetween } from '@/domain/kernel/days'
import type { Proposed } from '@/domain/tafel/proposal'
import { formats } from '@/i18n/format'
import { paths } from '@/paths'
import { Button } from '@/ui/button'
import { Disclosure } from '@/ui/disclosure'
import { EmptyState } from '@/ui/empty-state'
import { NewRowMark } from '@/ui/new-row-mark'
import { NewRows } from '@/ui/new-rows'
import { Section } from '@/ui/section'
import { Table } from '@/ui/table'
import { Tag } from '@/ui/tag'
import type { AgendaScreen } from '../agenda'
import type { ReadyCase } from '../ready'

const tones = { spoed: 'danger', adjourned: 'warning', late: 'warning', usual: 'neutral' } as const

async function rowOf(
  { id, number, who, urgency, readySince, dueOn, fits }: Proposed<ReadyCase>,
  today: string,
) {
  const t = await getTranslations()
  const { day } = await formats()
  return {
    key: id,
    href: paths.subject('case', id),
    tick: t('agenda.pick', { number }),
    ticked: fits,
    cells: {
      who: <span dir="auto">{who}</span>,
      number: <span className="whitespace-nowrap">{number}</span>,
      urgency: (
        <>
          <Tag tone={tones[urgency]}>{t(`agenda.urgency.${urgency}`)}</Tag>
          <NewRowMark>{t('agenda.newcomer')}</NewRowMark>
        </>
      ),
      waiting: readySince ? t('list.days', { n: Math.max(0, daysBetween(readySince, today)) }) : '',
      due: dueOn ? <span className="whitespace-nowrap">{day(dueOn)}</span> : '',
    },
  }
}

type Props = { screen: AgendaScreen; proposal: readonly Proposed<ReadyCase>[] }

/** The cases that are ready, in the order proposed; those that fit when the page is opened are ticked, and go on together. */
export async function Proposal({ screen, proposal }: Props) {
  const t = await getTranslations()
  const columns = [
    { key: 'who', label: t('list.who') },
    { key: 'number', label: t('list.number') },
    { key: 'urgency', label: t('agenda.urgencyHead') },
    { key: 'waiting', label: t('list.ready'), align: 'right' as const },
    { key: 'due', label: t('agenda.due') },
  ]
  return (
    <Section title={t('agenda.proposal')}>
      <form method="get" action={paths.together}>
        <p className="mb-3">{t('agenda.proposalHelp', { n: proposal.filter(({ fits }) => fits).length })}</p>
        <input type="hidden" name="tafel" value={screen.id} />
        <NewRows name="case" of={proposal.map(({ id }) => id).join(' ')} />
        <Table
          caption={t('agenda.proposal')}
          captionHidden
          columns={columns}
          rows={await Promise.all(proposal.map((one) => rowOf(one, screen.today)))}
          select={{ name: 'case', all: null }}
          empty={<EmptyState title={t('agenda.noneReady')}>{t('agenda.noneReadyHelp')}</EmptyState>}
        />
        {proposal.length > 0 && (
          <div className="ui-button-row mt-4">
            <Button type="submit" variant="primary" name="step" value="putOnTafel">
              {t('agenda.take')}
            </Button>
          </div>
        )}
      </form>
      {screen.more && <p className="mt-3 text-soft">{t('agenda.more')}</p>}
    </Section>
  )
}

/** The cases that cannot be put on a tafel yet, each with the reason. */
export async function NotReadyCases({ screen: { notReady } }: { screen: AgendaScreen }) {
  const t = await getTranslations()
  if (!notReady.length) return null
  const columns = [
    { key: 'who', label: t('list.who') },
    { key: 'number', label: t('list.number') },
    { key: 'why', label: t('agenda.why') },
  ]
  const rows = notReady.map(({ id, number, who, waits, holder, reason }) => ({
    key: id,
    href: paths.subject('case', id),
    cells: {
      who: <span dir="auto">{who}</span>,
      number: <span className="whitespace-nowrap">{number}</span>,
      why: waits ? t(`tasks.${waits}.waits`, { holder: holder ?? '' }) : t(`refusals.${reason}`),
    },
  }))
  return (
    <Disclosure summary={t('agenda.notReady', { n: notReady.length })}>
      <Table caption={t('agenda.notReadyCaption')} captionHidden columns={columns} rows={rows} empty={null} />
    </Disclosure>
  )
}
