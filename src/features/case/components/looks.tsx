import { getTranslations } from 'next-intl/server'
import type { Look } from '@/domain/privacy/looks'
import { formats } from '@/i18n/format'
import { paths } from '@/paths'
import { AppLink } from '@/ui/app-link'
import { LinkButton } from '@/ui/button'
import { EmptyState } from '@/ui/empty-state'
import { FilterDay, FilterForm } from '@/ui/filters'
import { Notice } from '@/ui/notice'
import { PrintButton } from '@/ui/print-button'
import { Section } from '@/ui/section'
import { Tag } from '@/ui/tag'
import { Timeline } from '@/ui/timeline'
import { lookWords } from '../look-words'
import type { LooksScreen } from '../looks-queries'

/** What this is, what is not in it, and the way to put it on paper. */
async function Intro({ screen: { head, period } }: { screen: LooksScreen }) {
  const t = await getTranslations()
  return (
    <>
      <h2 className="mb-2">{t('looks.title')}</h2>
      <p className="max-w-[68ch]">{t('looks.intro')}</p>
      <p className="mt-2 max-w-[68ch]">{t('looks.notIn')}</p>
      {head.shield && <p className="mt-2 max-w-[68ch]">{t('looks.shielded')}</p>}
      <div className="ui-button-row ui-print-hide my-4">
        <PrintButton>{t('looks.print')}</PrintButton>
        <LinkButton href={paths.shared(head.id)}>{t('looks.back')}</LinkButton>
      </div>
      <div className="ui-filter-bar">
        <FilterForm
          action={paths.looks(head.id)}
          summary={t('looks.choose')}
          submit={t('list.show')}
          kept={{}}
        >
          <FilterDay name="from" label={t('journal.from')} value={period.from ?? ''} />
          <FilterDay name="until" label={t('journal.until')} value={period.until ?? ''} />
        </FilterForm>
      </div>
    </>
  )
}

/** The lines of a day; what was refused stands apart. */
async function Lines({ looks, screen }: { looks: readonly Look[]; screen: LooksScreen }) {
  const t = await getTranslations()
  const say = lookWords(t, await formats(), screen.names)
  const items = looks.map((look, i) => {
    const { when, what, things, why, times } = say(look)
    return {
      key: `${look.day} ${look.until} ${i}`,
      title: (
        <>
          {look.emergency && <Tag tone="warning">{t('looks.emergency')}</Tag>} {what}
        </>
      ),
      when,
      who: t('looks.times', { n: times }),
      detail: (
        <>
          <p>{look.emergency ? `${why} ${t('looks.emergencyHelp')}` : why}</p>
          {things && <p className="mt-1 text-soft">{things}</p>}
        </>
      ),
    }
  })
  return <Timeline items={items} empty={null} />
}

/** Whom to ask, and where to complain. */
async function Ask({ contact }: Pick<LooksScreen, 'contact'>) {
  const t = await getTranslations('looks')
  return (
    <Section title={t('ask')} level={3}>
      <p className="max-w-[68ch]">{t('askMentor')}</p>
      <p className="mt-2 max-w-[68ch]">
        {contact
          ? t.rich('askOfficer', { mail: () => <a href={`mailto:${contact}`}>{contact}</a> })
          : t('askUnknown')}
      </p>
      <p className="mt-2 max-w-[68ch]">{t('complain')}</p>
    </Section>
  )
}

/** Who looked at this client, day by day: on the screen and on paper, for the client to read. */
export async function Looks({ screen }: { screen: LooksScreen }) {
  const t = await getTranslations()
  const { longDay } = await formats()
  const { days, earlier, head, tooMany, period } = screen
  return (
    <>
      <Intro screen={screen} />
      {tooMany && <Notice tone="warning">{t('looks.tooMany')}</Notice>}
      {days.length === 0 && <EmptyState title={t('looks.nothing')}>{t('looks.nothingHelp')}</EmptyState>}
      {days.map(({ day, looks, denied }) => (
        <Section key={day} level={3} title={longDay(day)}>
          <Lines looks={looks} screen={screen} />
          {denied.length > 0 && (
            <>
              <h4 className="mt-4 mb-2">{t('looks.refused')}</h4>
              <Lines looks={denied} screen={screen} />
            </>
          )}
        </Section>
      ))}
      {earlier && (
        <p className="ui-print-hide my-4">
          <AppLink
            className="ui-link"
            href={`${paths.looks(head.id)}?${new URLSearchParams({ ...(period.from && { from: period.from }), until: earlier })}`}
          >
            {t('looks.earlier')}
          </AppLink>
        </p>
      )}
      <Ask contact={screen.contact} />
    </>
  )
}
