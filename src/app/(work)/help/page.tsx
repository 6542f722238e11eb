import { getTranslations } from 'next-intl/server'
import { AllHelp, Contact, Keys } from '@/features/help/components/all-help'
import { ScreenHelp } from '@/features/help/components/screen-help'
import { getHelpScreen } from '@/features/help/queries'
import { Columns } from '@/ui/columns'
import { PageTitle } from '@/ui/page-title'
import { Section } from '@/ui/section'
import { Title } from '@/ui/title'

type Props = { searchParams: Promise<{ about?: string }> }

export default async function HelpPage({ searchParams }: Props) {
  const t = await getTranslations('help')
  const screen = await getHelpScreen((await searchParams).about)
  return (
    <>
      <Title text={t('title')} />
      <PageTitle title={t('title')} lead={t('lead')} />
      <Columns
        aside={
          <>
            <Contact screen={screen} />
            <Keys />
          </>
        }
      >
        {screen.about && (
          <Section title={t('about', { screen: t(`screens.${screen.about}.title`) })}>
            <ScreenHelp screen={screen.about} />
          </Section>
        )}
        <AllHelp about={screen.about} />
      </Columns>
    </>
  )
}
