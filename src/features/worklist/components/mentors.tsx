import { getTranslations } from 'next-intl/server'
import { workingDaysBetween } from '@/domain/kernel/days'
import type { MentorLoad } from '@/domain/worklist/load'
import { paths } from '@/paths'
import { type Mentors, MOST_HELD } from '@/server/mentors'
import { AppLink } from '@/ui/app-link'
import { EmptyState } from '@/ui/empty-state'
import { Section } from '@/ui/section'
import { type Row, Table } from '@/ui/table'
import { at } from './addresses'

type Props = { shown: Mentors; today: string }

async function rowOf(load: MentorLoad, today: string): Promise<Row> {
  const t = await getTranslations()
  const name = load.name || t('selection.team.nobody')
  const asked = { mentor: load.key, columns: 'number.stage.turn.mentor.due' }
  return {
    key: load.key,
    href: at(paths.list('case'), asked),
    cells: {
      mentor: <span dir="auto">{name}</span>,
      cases: String(load.cases),
      late: load.late ? String(load.late) : '',
      oldest: load.oldest ? t('work.workdays', { n: workingDaysBetween(load.oldest, today) }) : '',
      ending: load.ending ? String(load.ending) : '',
      handOver: (
        <AppLink href={at(paths.list('case'), { ...asked, pick: 'yes' })}>
          {t('selection.team.handOver')}
          <span className="sr-only">: {t('selection.team.ofMentor', { name })}</span>
        </AppLink>
      ),
    },
  }
}

/** What each mentor has in hand, and the way to hand it over. */
export async function MentorsPart({ shown, today }: Props) {
  const t = await getTranslations('selection.team')
  const numbers = ['cases', 'late', 'oldest', 'ending'] as const
  const columns = [
    { key: 'mentor', label: t('mentor') },
    ...numbers.map((key) => ({ key, label: t(key), align: 'right' as const })),
    { key: 'handOver', label: t('divide') },
  ]
  return (
    <Section title={t('title')} aside={shown.more ? t('more', { n: MOST_HELD }) : null}>
      <Table
        caption={t('title')}
        captionHidden
        columns={columns}
        rows={await Promise.all(shown.mentors.map((mentor) => rowOf(mentor, today)))}
        empty={<EmptyState title={t('none')}>{t('noneHelp')}</EmptyState>}
      />
    </Section>
  )
}
