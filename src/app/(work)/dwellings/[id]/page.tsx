import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { PartAsked } from '@/domain/kernel/paging'
import { Candidates } from '@/features/dwelling/components/candidates'
import { DwellingFacts, Placements } from '@/features/dwelling/components/dwelling-facts'
import { Reserve } from '@/features/dwelling/components/reserve'
import { getDwellingScreen } from '@/features/dwelling/queries'
import { ProposedCandidate } from '@/features/matching/components/proposed-candidate'
import { OfferList } from '@/features/offer/components/offer-list'
import { Photos } from '@/features/photos/photos'
import { StepsPanel } from '@/features/step/components/steps-panel'
import { Done, Story } from '@/features/step/components/story'
import { Columns } from '@/ui/columns'
import { PageTitle } from '@/ui/page-title'
import { Section } from '@/ui/section'
import { Title } from '@/ui/title'

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<{ done?: string; without?: string } & PartAsked>
}

export default async function DwellingPage({ params, searchParams }: Props) {
  const { id } = await params
  const { done, without, ...part } = await searchParams
  const dwelling = await getDwellingScreen(id, part)
  if (!dwelling) notFound()
  const t = await getTranslations()
  return (
    <>
      <Title text={dwelling.address} />
      <PageTitle
        title={dwelling.address}
        kicker={`${dwelling.number} · ${t(`stages.dwelling.${dwelling.stage}`)}`}
      />
      <Done step={done} />
      <Columns
        aside={
          <Section title={t('case.tabs.timeline')}>
            <Story story={dwelling.story} />
          </Section>
        }
      >
        <ProposedCandidate dwelling={id} offered={dwelling.candidates !== null} without={without} />
        <OfferList offers={dwelling.offers} by="home" />
        <Reserve id={id} reserve={dwelling.reserve} stage={dwelling.stage} />
        <Candidates {...dwelling} />
        <DwellingFacts dwelling={dwelling} />
        <Photos of="dwelling" id={id} photos={dwelling.photos} />
        <Placements placements={dwelling.placements} />
        <StepsPanel kind="dwelling" id={id} steps={dwelling.steps} />
      </Columns>
    </>
  )
}
