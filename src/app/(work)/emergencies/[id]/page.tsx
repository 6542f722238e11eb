import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import {
  EmergencyFacts,
  NowInEmergency,
  OpenedFacts,
  ReviewFacts,
} from '@/features/emergency/components/emergency-parts'
import { getEmergencyScreen } from '@/features/emergency/queries'
import { Done, Story } from '@/features/step/components/story'
import { Columns } from '@/ui/columns'
import { PageTitle } from '@/ui/page-title'
import { Section } from '@/ui/section'
import { Title } from '@/ui/title'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ done?: string }> }

export default async function EmergencyPage({ params, searchParams }: Props) {
  const screen = await getEmergencyScreen((await params).id)
  if (!screen) notFound()
  const t = await getTranslations()
  const { number, opened, review, story } = screen
  const title = t('emergency.title')
  return (
    <>
      <Title text={`${title} ${number}`} />
      <PageTitle title={title} kicker={number} />
      <Done step={(await searchParams).done} />
      <NowInEmergency screen={screen} />
      <Columns
        aside={
          <Section title={t('case.tabs.timeline')}>
            <Story story={story} />
          </Section>
        }
      >
        <EmergencyFacts screen={screen} />
        <OpenedFacts opened={opened} />
        <ReviewFacts review={review} />
      </Columns>
    </>
  )
}
