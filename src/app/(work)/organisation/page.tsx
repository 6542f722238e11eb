import { forbidden } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { DeviceLink } from '@/features/device/components/device-choice'
import { PeopleTable } from '@/features/organisation/components/people'
import { getPeopleScreen } from '@/features/organisation/queries'
import { WordsLink } from '@/features/own-words/components/words'
import { SupportLink } from '@/features/support/components/support-areas'
import { formats } from '@/i18n/format'
import { paths } from '@/paths'
import { LinkButton } from '@/ui/button'
import { Disclosure } from '@/ui/disclosure'
import { Notice } from '@/ui/notice'
import { PageTitle } from '@/ui/page-title'
import { Title } from '@/ui/title'

export default async function PeoplePage() {
  const people = await getPeopleScreen()
  if (!people) forbidden()
  const t = await getTranslations('people')
  const words = await getTranslations()
  const { list } = await formats()
  const { organisation, covenant, now, past, mayGive, mayReport, missing } = people
  return (
    <>
      <Title text={t('title')} />
      <PageTitle
        title={t('title')}
        kicker={covenant}
        lead={t('lead', { organisation })}
        {...(mayGive && { actions: <LinkButton href={paths.open('membership')}>{t('give')}</LinkButton> })}
      />
      <div className="mb-8 empty:hidden">
        <WordsLink />
        <DeviceLink />
        <SupportLink />
      </div>
      {missing.length > 0 && (
        <div className="mb-6">
          <Notice tone="warning">
            {t('missing', { roles: list(missing.map((role) => words(`roles.${role}`))) })}
          </Notice>
        </div>
      )}
      <div className="grid gap-8">
        <PeopleTable lines={now} caption={t('now', { n: now.length })} reports={mayReport} />
        {past.length > 0 && (
          <Disclosure summary={t('past', { n: past.length })}>
            <PeopleTable lines={past} caption={t('pastCaption')} />
          </Disclosure>
        )}
      </div>
    </>
  )
}
