import { getTranslations } from 'next-intl/server'
import { Board, type BoardColumn } from '@/ui/board'
import { Tag } from '@/ui/tag'
import { RtlName, Sample } from './group'
import { caseNumber, people } from './samples'

/** Cases by stage: a move leads to its fields, or says why it cannot be made. */
async function columns(): Promise<BoardColumn[]> {
  const t = await getTranslations('design')
  const to = (column: string, reason?: string) => ({
    to: column,
    label: t(`board.${column}`),
    ...(reason ? { reason } : { href: '#board' }),
  })
  const card = { href: '#board', facts: caseNumber }
  const late = <Tag tone="danger">{t('table.late')}</Tag>
  const cards = {
    intake: [
      { key: 'a', title: people.short, ...card, status: late, moves: [to('tafel')] },
      { key: 'b', title: people.long, ...card, moves: [to('tafel')] },
    ],
    tafel: [{ key: 'c', title: <RtlName />, ...card, moves: [to('intake'), to('matching', t('board.why'))] }],
    matching: [],
    aftercare: [{ key: 'd', title: people.third, ...card, moves: [] }],
  }
  return Object.entries(cards).map(([key, its]) => ({ key, title: t(`board.${key}`), cards: its }))
}

export async function BoardSample() {
  const t = await getTranslations('design')
  return (
    <Sample full state={['default', 'long', 'rtl', 'blocked', 'empty']}>
      <Board
        label={t('board.label')}
        empty={t('board.empty')}
        texts={{ move: t('board.move'), noColumn: t('board.noColumn'), keys: t('board.keys') }}
        columns={await columns()}
      />
    </Sample>
  )
}
