import { getTranslations } from 'next-intl/server'
import { choicesIn, type StoryFilter } from '@/domain/case/story-filter'
import { formats } from '@/i18n/format'
import { paths } from '@/paths'
import { AppLink } from '@/ui/app-link'
import { LinkButton } from '@/ui/button'
import { EmptyState } from '@/ui/empty-state'
import { FilterChips } from '@/ui/filters'
import { PageTitle } from '@/ui/page-title'
import { PrintButton } from '@/ui/print-button'
import type { StoryScreen } from '../story-queries'

type Props = { screen: StoryScreen; filter: StoryFilter }

/** The filter as it stands in an address. */
const asked = (filter: StoryFilter): Record<string, string> =>
  Object.fromEntries(Object.entries(filter).flatMap(([name, code]) => (code ? [[name, code]] : [])))

/** Chips for one question, one of them at a time; none where there is nothing to choose. */
async function Choices({
  screen,
  filter,
  name,
  codes,
}: Props & { name: 'party' | 'kind'; codes: readonly string[] }) {
  const t = await getTranslations()
  const at = (code: string | null) =>
    paths.timeline('case', screen.head.id, asked({ ...filter, [name]: code } as StoryFilter))
  if (codes.length < 2 && !filter[name]) return null
  const label = t(name === 'party' ? 'story.who' : 'story.kind')
  const items = codes.map((code) => ({
    key: code,
    label: t(`story.${name === 'party' ? 'parties' : 'kinds'}.${code}`),
    href: at(filter[name] === code ? null : code),
    on: filter[name] === code,
  }))
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <span className="text-soft">{label}</span>
      <FilterChips label={label} items={items} removes={t('list.remove')} />
    </div>
  )
}

type ChooseProps = Props & { shown: number }

/** What can be chosen of a timeline, and how much of it does not fit what was. */
export async function ChooseStory({ screen, filter, shown }: ChooseProps) {
  const t = await getTranslations('story')
  const { head, story } = screen
  const hidden = story.length - shown
  const choices = choicesIn(story, filter)
  return (
    <>
      <div className="ui-print-hide mb-6 grid gap-3">
        <Choices screen={screen} filter={filter} name="party" codes={choices.parties} />
        <Choices screen={screen} filter={filter} name="kind" codes={choices.kinds} />
        <p>
          <AppLink href={paths.timeline('case', head.id, { print: 'all' })}>{t('print')}</AppLink>
        </p>
      </div>
      {hidden > 0 && (
        <p className="mb-4">
          {t('hidden', { shown, all: story.length, hidden })}{' '}
          <AppLink className="ui-print-hide" href={paths.timeline('case', head.id)}>
            {t('all')}
          </AppLink>
        </p>
      )}
      {hidden > 0 && !shown && <EmptyState title={t('none')}>{t('noneHelp')}</EmptyState>}
    </>
  )
}

/** What stands above a timeline on paper: the number of the case, without a name. */
export async function PrintedHead({ screen }: { screen: StoryScreen }) {
  const t = await getTranslations('story')
  const { longDay } = await formats()
  const { head, reader, day } = screen
  return (
    <PageTitle
      title={t('printTitle', { number: head.number })}
      lead={t('printLead', { ...reader, day: longDay(day) })}
      actions={
        <>
          <PrintButton variant="primary">{t('printNow')}</PrintButton>
          <LinkButton href={paths.timeline('case', head.id)}>{t('back')}</LinkButton>
        </>
      }
    />
  )
}
