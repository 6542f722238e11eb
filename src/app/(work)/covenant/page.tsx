import { getTranslations } from 'next-intl/server'
import { Agreements, Terms } from '@/features/covenant/components/agreements'
import { ChangeLink } from '@/features/covenant/components/change'
import { Norms } from '@/features/covenant/components/norms'
import { Card, Parties, TafelPeople, Versions } from '@/features/covenant/components/parties'
import { getCovenantScreen } from '@/features/covenant/queries'
import { DeviceLink } from '@/features/device/components/device-choice'
import { WordsLink } from '@/features/own-words/components/words'
import { SupportLink } from '@/features/support/components/support-areas'
import { PlacesLink } from '@/features/time-outs/components/places'
import { Columns } from '@/ui/columns'
import { PageTitle } from '@/ui/page-title'
import { Title } from '@/ui/title'

export default async function CovenantPage() {
  const t = await getTranslations('covenant')
  const screen = await getCovenantScreen()
  return (
    <>
      <Title text={t('title')} />
      <PageTitle title={screen.card?.name ?? t('title')} lead={t('lead')} />
      <div className="mb-8 empty:hidden">
        <ChangeLink />
        <WordsLink />
        <DeviceLink />
        <PlacesLink />
        <SupportLink />
      </div>
      <Columns
        aside={
          <>
            <TafelPeople screen={screen} />
            <Versions screen={screen} />
          </>
        }
      >
        <Card screen={screen} />
        {screen.rules && <Agreements rules={screen.rules} />}
      </Columns>
      <Parties screen={screen} />
      {screen.rules && <Terms rules={screen.rules} />}
      <Norms screen={screen} />
    </>
  )
}
