import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { AboutConsent, ConsentStory, TextToRead, WhatStops } from '@/features/case/components/consent-line'
import { type ConsentScreen, getConsentScreen } from '@/features/case/consent-queries'
import { StepFormOf } from '@/features/step/components/step-page'
import { getStepScreen } from '@/features/step/queries'
import { codeKey } from '@/i18n/codes'
import { paths } from '@/paths'
import { AppLink } from '@/ui/app-link'
import { PageTitle } from '@/ui/page-title'
import { Section } from '@/ui/section'
import { Title } from '@/ui/title'

type Props = { params: Promise<{ id: string; recipient: string; category: string }> }

/** The form that belongs to how it stands now, for whoever may take that step. */
async function Choice({ screen, title }: { screen: ConsentScreen; title: string }) {
  const t = await getTranslations()
  const step = await getStepScreen('case', screen.head.id, screen.step)
  if (!step || step.refusal) return <Title text={title} />
  const fixed = {
    recipient: screen.recipient.id,
    categories: screen.line.category,
    ...(screen.step === 'recordConsent' && { textVersion: String(screen.text.version) }),
  }
  return (
    <>
      {screen.step === 'recordConsent' && <TextToRead screen={screen} />}
      <Section title={t(`steps.${screen.step}.label`)}>
        {screen.step !== 'recordConsent' && <WhatStops screen={screen} />}
        <StepFormOf screen={step} title={title} fixed={fixed} />
      </Section>
    </>
  )
}

export default async function CaseConsentPage({ params }: Props) {
  const { id, recipient, category } = await params
  const screen = await getConsentScreen(id, recipient, category)
  if (!screen) notFound()
  const t = await getTranslations()
  const title = t('consent.title', { facts: t(codeKey('consentCategory', screen.line.category)) })
  return (
    <>
      <p className="mb-4">
        <AppLink href={paths.consents(id)}>{t('consent.back')}</AppLink>
      </p>
      <PageTitle title={title} kicker={screen.head.number} lead={screen.recipient.name} />
      <AboutConsent screen={screen} />
      <Choice screen={screen} title={title} />
      <ConsentStory screen={screen} />
    </>
  )
}
