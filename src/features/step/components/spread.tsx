import { getTranslations } from 'next-intl/server'
import { MOST_TOGETHER } from '@/domain/worklist/together'
import { formats } from '@/i18n/format'
import { paths } from '@/paths'
import { Button } from '@/ui/button'
import { SelectList } from '@/ui/choice-field'
import { fieldId } from '@/ui/field-frame'
import { Notice } from '@/ui/notice'
import { Section } from '@/ui/section'
import { Table } from '@/ui/table'
import { Tag } from '@/ui/tag'
import type { Share, SpreadScreen } from '../spread'
import { lineOf } from '../together-state'

/** The form that asks for another proposal: around nothing, its boxes stand in the form that is sent. */
const AGAIN = 'spread-again'

/** Asks for another proposal of the same cases. Without a script too, and nothing is taken by it. */
export function SpreadAgain({ cases }: { cases: readonly string[] }) {
  return (
    <form id={AGAIN} method="get" action={paths.together}>
      <input type="hidden" name="spread" value="yes" />
      {/* Also where no box is ticked it was chosen so. */}
      <input type="hidden" name="with" value="" />
      {cases.slice(0, MOST_TOGETHER).map((id) => (
        <input key={id} type="hidden" name="case" value={id} />
      ))}
    </form>
  )
}

async function rowOf({ id, name, inHand, awayUntil, takes, gets, total, phone }: Share) {
  const t = await getTranslations('selection')
  const { day } = await formats()
  const box = (
    <input
      className="ui-tick"
      type="checkbox"
      form={AGAIN}
      name="with"
      value={id}
      aria-label={t('spread.join', { name })}
      defaultChecked={takes}
    />
  )
  return {
    key: id,
    cells: {
      colleague: <span dir="auto">{name}</span>,
      joins: awayUntil ? <Tag tone="warning">{t('away.until', { until: day(awayUntil) })}</Tag> : box,
      now: String(inHand),
      gets: takes ? String(gets) : '',
      total: takes ? String(total) : '',
      phone: takes ? (phone ?? t('spread.noPhone')) : '',
    },
  }
}

/** What each colleague has, gets and will have; whoever is away is shown, and takes no part. */
export async function Shares({ shares, proposal }: SpreadScreen) {
  const t = await getTranslations('selection.spread')
  const numbers = ['now', 'gets', 'total'] as const
  const columns = [
    { key: 'colleague', label: t('colleague') },
    { key: 'joins', label: t('joins') },
    ...numbers.map((key) => ({ key, label: t(key), align: 'right' as const })),
    { key: 'phone', label: t('phone') },
  ]
  return (
    <Section title={t('title')}>
      <p className="mb-3">{t('lead')}</p>
      <Table
        caption={t('title')}
        captionHidden
        columns={columns}
        rows={await Promise.all(shares.map(rowOf))}
        empty={null}
      />
      {proposal.size === 0 && (
        <div className="mt-4">
          <Notice tone="warning" title={t('nobody')}>
            {t('nobodyHelp')}
          </Notice>
        </div>
      )}
      <p className="mt-3">
        <Button type="submit" form={AGAIN}>
          {t('again')}
        </Button>
      </p>
    </Section>
  )
}

type LineProps = { id: string; who: string; spread: SpreadScreen }

/** The line of a case: who is proposed for it, among those who are there; or it stays where it is. */
export async function SpreadLine({ id, who, spread: { shares, proposal } }: LineProps) {
  const t = await getTranslations('selection.spread')
  const there = shares.filter(({ awayUntil }) => !awayUntil)
  return (
    <SelectList
      control={{ id: fieldId(id), name: lineOf(id), 'aria-label': t('toOf', { who }) }}
      value={proposal.get(id)}
      empty={t('stays')}
      options={there.map((one) => ({ value: one.id, label: one.name }))}
    />
  )
}
