import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ClientWord } from '@/features/offer/components/client-word'
import { OfferCourse } from '@/features/offer/components/offer-course'
import { OfferSwap } from '@/features/offer/components/offer-swap'
import { OfferTerms } from '@/features/offer/components/offer-terms'
import { getOfferScreen } from '@/features/offer/queries'
import { Photos } from '@/features/photos/photos'
import { StepsPanel, TurnsPanel } from '@/features/step/components/steps-panel'
import { Done, Story } from '@/features/step/components/story'
import { Columns } from '@/ui/columns'
import { PageTitle } from '@/ui/page-title'
import { Section } from '@/ui/section'
import { Title } from '@/ui/title'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ done?: string }> }

export default async function OfferPage({ params, searchParams }: Props) {
  const { id } = await params
  const offer = await getOfferScreen(id)
  if (!offer) notFound()
  const t = await getTranslations()
  const title = offer.terms?.address ?? offer.number
  return (
    <>
      <Title text={`${t('offer.title')} ${offer.number}`} />
      <PageTitle
        title={title}
        kicker={`${t('offer.title')} ${offer.number} · ${t(`stages.offer.${offer.stage}`)}`}
      />
      <Done step={(await searchParams).done} />
      <Columns
        aside={
          <Section title={t('case.tabs.timeline')}>
            <Story story={offer.story} />
          </Section>
        }
      >
        <TurnsPanel turns={offer.turns} told={offer.told} />
        <ClientWord id={id} clientWord={offer.clientWord} steps={offer.steps} linkOut={offer.linkOut} />
        <OfferSwap swap={offer.swap} />
        <OfferTerms offer={offer} />
        <Photos of="offer" id={id} photos={offer.photos} />
        <OfferCourse course={offer.course} answer={offer.answer} />
        <StepsPanel kind="offer" id={id} steps={offer.steps} />
      </Columns>
    </>
  )
}
