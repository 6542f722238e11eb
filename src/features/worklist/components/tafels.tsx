import { getTranslations } from 'next-intl/server'
import { formats } from '@/i18n/format'
import { paths } from '@/paths'
import { LinkButton } from '@/ui/button'
import { Section } from '@/ui/section'
import { Tag } from '@/ui/tag'
import { TaskList } from '@/ui/task-list'
import type { NextTafel } from '../tafels'

async function Agenda({ tafel: { id, agenda, step } }: { tafel: NextTafel }) {
  const t = await getTranslations()
  return (
    <div className="flex flex-wrap items-center gap-2">
      {agenda && <span>{t('work.items', { n: agenda.items })}</span>}
      {agenda && agenda.room === 0 && <Tag tone="warning">{t('work.full')}</Tag>}
      {agenda && agenda.room > 0 && !step && (
        <span className="text-soft">{t('work.room', { n: agenda.room })}</span>
      )}
      {step && (
        <LinkButton href={paths.step('tafel', id, step)} variant="primary">
          {t(`steps.${step}.label`)}
        </LinkButton>
      )}
    </div>
  )
}

/** The next tafels: when, where, how full, what must be done. */
export async function Tafels({ tafels }: { tafels: readonly NextTafel[] }) {
  const t = await getTranslations()
  const { weekday, time } = await formats()
  const items = tafels.map((tafel) => ({
    key: tafel.id,
    label: weekday(tafel.on),
    href: paths.subject('tafel', tafel.id),
    hint: `${time(tafel.at)}, ${tafel.place}`,
    status: tafel.agenda || tafel.step ? <Agenda tafel={tafel} /> : '',
  }))
  return (
    <Section title={t('work.tafels')}>
      {items.length ? <TaskList items={items} /> : <p>{t('tafel.noneComing')}</p>}
    </Section>
  )
}
