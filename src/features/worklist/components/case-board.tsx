import { getTranslations } from 'next-intl/server'
import { COUNTED } from '@/domain/kernel/paging'
import { formats } from '@/i18n/format'
import { paths } from '@/paths'
import { Board } from '@/ui/board'
import { Tag } from '@/ui/tag'
import type { StageColumn } from '../case-board'
import type { CaseLine } from '../case-lines'
import type { CasesScreen } from '../cases'
import { address } from './case-address'
import { who } from './work-list'

async function cardOf(l: CaseLine) {
  const t = await getTranslations()
  const { day } = await formats()
  // Whoever has the key waits no more.
  const waits = l.keyOn ? 'selection.board.waited' : 'selection.board.waiting'
  return {
    key: l.id,
    title: <span dir="auto">{who(l)}</span>,
    href: paths.subject('case', l.id),
    facts: (
      <>
        <p>
          {l.number}
          {l.waitingDays === null ? '' : ` · ${t(waits, { n: l.waitingDays })}`}
        </p>
        {l.task && l.holder ? <p>{t(`tasks.${l.task}.waits`, { holder: l.holder })}</p> : null}
      </>
    ),
    status: l.dueOn ? (
      <span className="inline-flex flex-wrap items-center gap-2 text-sm">
        {t('selection.board.dueOn', { day: day(l.dueOn) })}
        {l.overdue && <Tag tone="danger">{t('panel.overdue')}</Tag>}
      </span>
    ) : null,
    moves: [],
  }
}

type Props = { screen: CasesScreen; columns: readonly StageColumn[] }

/** The selection in columns by stage. A step moves a case, never the board: each card leads to its case. */
export async function CaseBoard({ screen, columns }: Props) {
  const t = await getTranslations()
  const said = (n: number) => (n > COUNTED ? `${COUNTED}+` : String(n))
  const shown = columns.map(async ({ stage, total, cards }) => ({
    key: stage,
    title: t(`stages.case.${stage}`),
    count: said(total),
    cards: await Promise.all(cards.map(cardOf)),
    ...(total > cards.length && {
      more: {
        href: address(screen, { filter: { stage }, view: { form: 'list' } }),
        label: t('selection.board.all', { total: said(total) }),
      },
    }),
  }))
  return (
    <>
      <h2 className="sr-only">{t('selection.board.label')}</h2>
      <Board
        label={t('selection.board.label')}
        columns={await Promise.all(shown)}
        empty={t('selection.board.none')}
        texts={{ keys: t('selection.board.keys') }}
        snaps
      />
    </>
  )
}
