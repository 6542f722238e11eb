import { getTranslations } from 'next-intl/server'
import { formats } from '@/i18n/format'
import { paths } from '@/paths'
import { LinkButton } from '@/ui/button'
import { EmptyState } from '@/ui/empty-state'
import { ItemList } from '@/ui/item-list'
import { Audience, Section } from '@/ui/section'
import { Tag } from '@/ui/tag'
import { TaskList } from '@/ui/task-list'
import type { PapersOfGroup, PapersScreen } from '../paper-queries'
import { partiesOf } from './file-sections'
import { PaperItem } from './paper-line'

const tones = { there: 'success', missing: 'warning', expired: 'danger' } as const

/** What the agreements ask for, with a way to supply it for whoever can. */
async function Asked({ screen: { head, evidence, adds } }: { screen: PapersScreen }) {
  const t = await getTranslations()
  if (!evidence.length) return null
  const items = evidence.map(({ paper, state }) => ({
    key: paper,
    label: t(`codes.paper.${paper}`),
    ...(state !== 'there' && adds.includes(paper) && { href: paths.addPaper(head.id, paper) }),
    status: <Tag tone={tones[state]}>{t(`papers.states.${state}`)}</Tag>,
  }))
  return (
    <Section title={t('papers.asked')}>
      <p className="mb-2 text-soft">{t('papers.askedHelp')}</p>
      <TaskList items={items} />
    </Section>
  )
}

type GroupProps = { of: PapersOfGroup; screen: PapersScreen }

async function Group({ of: { group, readers, types }, screen: { head, day, adds, withdraws } }: GroupProps) {
  const t = await getTranslations()
  return (
    <Section
      title={t(`compartments.${group}.title`)}
      id={group}
      aside={<Audience label={t('file.visible')} parties={partiesOf(t, readers)} />}
    >
      <div className="grid gap-4">
        {types.map(({ type, lines }) => (
          <div key={type}>
            <h3 className="text-lg">{t(`codes.paper.${type}`)}</h3>
            <ul>
              {lines.map((line) => (
                <PaperItem
                  key={line.paper.paper}
                  id={head.id}
                  line={line}
                  today={day}
                  adds={adds.includes(type)}
                  withdraws={withdraws}
                />
              ))}
            </ul>
          </div>
        ))}
      </div>
    </Section>
  )
}

/** What was taken away: that it was there, and what it was. */
async function Withdrawn({ withdrawn }: Pick<PapersScreen, 'withdrawn'>) {
  const t = await getTranslations()
  const { day } = await formats()
  if (!withdrawn.length) return null
  const items = withdrawn.map((paper) => ({
    key: paper.paper,
    title: t(`codes.paper.${paper.paperType}`),
    detail: <span dir="auto">{paper.fileName}</span>,
    status: <span className="text-soft">{t('papers.withdrawn', { day: day(paper.withdrawnOn ?? '') })}</span>,
  }))
  return (
    <Section title={t('papers.gone')}>
      <ItemList items={items} />
    </Section>
  )
}

/** The papers of a case: what is asked for, what is there, who sees it. */
export async function Papers({ screen }: { screen: PapersScreen }) {
  const t = await getTranslations('papers')
  const { head, groups, adds } = screen
  const add = adds.length > 0 && (
    <LinkButton href={paths.addPaper(head.id)} variant="primary">
      {t('add')}
    </LinkButton>
  )
  return (
    <>
      <h2 className="mb-2">{t('title')}</h2>
      <p className="max-w-[68ch]">{t('lead')}</p>
      {groups.length > 0 && add && <p className="mt-4 mb-6 print:hidden">{add}</p>}
      <Asked screen={screen} />
      {groups.length === 0 && (
        <EmptyState title={t('nothing')} action={add}>
          {t('nothingHelp')}
        </EmptyState>
      )}
      {groups.map((of) => (
        <Group key={of.group} of={of} screen={screen} />
      ))}
      <Withdrawn withdrawn={screen.withdrawn} />
    </>
  )
}
