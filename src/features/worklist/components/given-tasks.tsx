import { getTranslations } from 'next-intl/server'
import { formats } from '@/i18n/format'
import { paths } from '@/paths'
import { ItemList } from '@/ui/item-list'
import { Section } from '@/ui/section'
import { Tag } from '@/ui/tag'
import type { GivenTask } from '../given'

/** What colleagues and partners asked of me; nothing where nobody did. */
export async function GivenTasks({ tasks }: { tasks: readonly GivenTask[] }) {
  if (!tasks.length) return null
  const t = await getTranslations()
  const { day } = await formats()
  const items = tasks.map((task) => ({
    key: task.id,
    title: <span dir="auto">{task.noteText}</span>,
    href: `${paths.notes(task.caseId)}#${task.id}`,
    detail: (
      <>
        <span dir="auto">{task.name ?? task.initials ?? task.number}</span> · {task.number} ·{' '}
        {t(task.handedBack ? 'notes.handedBackTo' : 'notes.from', { name: task.from })}
      </>
    ),
    status: (
      <span className="inline-flex flex-wrap items-center gap-2">
        {day(task.dueOn)}
        {task.late && <Tag tone="danger">{t('panel.overdue')}</Tag>}
      </span>
    ),
  }))
  return (
    <Section title={t('notes.given', { n: tasks.length })}>
      <ItemList items={items} />
    </Section>
  )
}
