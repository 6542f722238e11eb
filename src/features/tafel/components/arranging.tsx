import { getTranslations } from 'next-intl/server'
import { paths } from '@/paths'
import { Button } from '@/ui/button'
import { EmptyState } from '@/ui/empty-state'
import { ChevronDown, ChevronUp, GripVertical } from '@/ui/icons'
import { Section } from '@/ui/section'
import { Table } from '@/ui/table'
import { Tag } from '@/ui/tag'
import { arrangeItemAction } from '../actions'
import type { AgendaScreen, ItemLine } from '../agenda'
import { Dragging } from './dragging'

const icons = { up: <ChevronUp size={18} aria-hidden />, down: <ChevronDown size={18} aria-hidden /> }
const moves = ['first', 'up', 'down', 'last'] as const

const placeAfter = (move: (typeof moves)[number], place: number, last: number) =>
  ({ first: 1, up: Math.max(1, place - 1), down: Math.min(last, place + 1), last })[move]

type Props = { tafel: string; line: ItemLine; place: number; last: number }

/** The time of a case and its place: one small form, which works without a script and with the keys; Enter keeps the time. */
async function ItemForm({ tafel, line: { item, number, minutes }, place, last }: Props) {
  const t = await getTranslations('agenda')
  return (
    <form action={arrangeItemAction} className="ui-arrange">
      <input type="hidden" name="tafel" value={tafel} />
      <input type="hidden" name="item" value={item} />
      <span className="ui-arrange-time">
        <input
          key={minutes}
          className="ui-control"
          name="minutes"
          defaultValue={minutes}
          inputMode="numeric"
          autoComplete="off"
          aria-label={t('minutesOf', { number })}
        />
        <Button type="submit" aria-label={t('keepOf', { number })}>
          {t('keep')}
        </Button>
      </span>
      <span className="ui-arrange-moves">
        <span className="ui-arrange-grip">
          <GripVertical size={18} aria-hidden />
        </span>
        {moves.map((move) => (
          <Button
            key={move}
            type="submit"
            variant="quiet"
            name="agendaPlace"
            value={placeAfter(move, place, last)}
            aria-label={t(`moveOf.${move}`, { number })}
          >
            {move === 'up' || move === 'down' ? icons[move] : t(`move.${move}`)}
          </Button>
        ))}
      </span>
    </form>
  )
}

type T = Awaited<ReturnType<typeof getTranslations>>

const rowOf = (t: T, { id, mayArrange, lines }: AgendaScreen, line: ItemLine, at: number) => ({
  key: line.item,
  ...(line.caseId && { href: paths.subject('case', line.caseId) }),
  cells: {
    who: <span dir="auto">{`${at + 1}. ${line.name ?? line.number}`}</span>,
    number: <span className="whitespace-nowrap">{line.number}</span>,
    involved: line.involved.length > 0 && (
      <Tag tone="warning">{t('agenda.involved', { names: line.involved.join(', ') })}</Tag>
    ),
    minutes: mayArrange ? (
      <ItemForm tafel={id} line={line} place={at + 1} last={lines.length} />
    ) : (
      t('agenda.minutes', { n: line.minutes })
    ),
  },
})

/** What stands on the agenda, in its order; with the forms by which that changes, for whoever may change it. */
export async function Arranging({ screen }: { screen: AgendaScreen }) {
  const t = await getTranslations()
  const { lines, taken, capacity } = screen
  const involved = lines.some((line) => line.involved.length)
  const columns = [
    { key: 'who', label: t('list.who') },
    { key: 'number', label: t('list.number') },
    ...(involved ? [{ key: 'involved', label: t('agenda.involvedHead') }] : []),
    { key: 'minutes', label: t('agenda.timeAndPlace') },
  ]
  return (
    <Section
      title={t('tafel.agenda')}
      aside={taken > capacity ? <Tag tone="warning">{t('agenda.over', { n: taken - capacity })}</Tag> : null}
    >
      <Table
        caption={t('tafel.agenda')}
        captionHidden
        columns={columns}
        rows={lines.map((line, at) => rowOf(t, screen, line, at))}
        empty={<EmptyState title={t('tafel.noItems')}>{t('agenda.emptyHelp')}</EmptyState>}
      />
      {screen.mayArrange && lines.length > 1 && <Dragging order={lines.map(({ item }) => item).join(' ')} />}
    </Section>
  )
}
