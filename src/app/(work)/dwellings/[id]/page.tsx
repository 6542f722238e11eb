import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Candidates, DwellingFacts } from '@/features/dwelling/components/dwelling-parts'
import { getDwellingScreen } from '@/features/dwelling/queries'
import { StepsPanel } from '@/features/step/components/steps-panel'
import { Done, Story } from '@/features/step/components/story'
import { PageTitle } from '@/ui/page-title'
import { Section } from '@/ui/section'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ done?: string }> }

export default async function DwellingPage({ params, searchParams }: Props) {
  const { id } = await params
  const dwelling = await getDwellingScreen(id)
  if (!dwelling) notFound()
  const t = await getTranslations()
  return (
    <>
      <title>{dwelling.address}</title>
      <PageTitle title={dwelling.address} kicker={`${dwelling.number} · ${t(`stages.dwelling.${dwelling.stage}`)}`} />
      <div className="grid gap-6">
        <Done step={(await searchParams).done} />
        <DwellingFacts dwelling={dwelling} />
        <Candidates id={id} candidates={dwelling.candidates} />
        <StepsPanel kind="dwelling" id={id} steps={dwelling.steps} />
        <Section title={t('case.tabs.timeline')}>
          <Story story={dwelling.story} />
        </Section>
      </div>
    </>
  )
}
