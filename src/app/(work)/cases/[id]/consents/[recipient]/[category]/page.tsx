import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import {
  AboutConsent,
  AskAgain,
  ConsentStory,
  TextToRead,
  WhatStops,
} from '@/features/case/components/consent-line'
import { type ConsentScreen, getConsentScreen } from '@/features/case/consent-queries'
import { StepFormOf } from '@/features/step/components/step-page'
import { getStepScreen } from '@/features/step/queries'
import { codeKey } from '@/i18n/codes'
import { paths } from '@/paths'
import { AppLink } from '@/ui/app-link'
import { PageTitle } from '@/ui/page-title'
import { Section } from '@/ui/section'
import { Title } from '@/ui/title'

type Props = {
  params: Promise<{ id: string; recipient: string; category: string }>
  searchParams: Promise<{ again?: string }>
}

/** The form that belongs to how it stands now, for whoever may take that step. */
async function Choice({ screen, title }: { screen: ConsentScreen; title: string }) {
  const t = await getTranslations()
  const step = await getStepScreen('case', screen.head.id, screen.step)
  const asking =
    screen.step === 'recordConsent' ? null : await getStepScreen('case', screen.head.id, 'recordConsent')
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
      {asking && !asking.refusal && <AskAgain screen={screen} />}
    </>
  )
}

export default async function CaseConsentPage({ params, searchParams }: Props) {
  const { id, recipient, category } = await params
  const found = await getConsentScreen(id, recipient, category)
  if (!found) notFound()
  // A yes that still counts can be asked anew before its last day.
  const screen: ConsentScreen = (await searchParams).again ? { ...found, step: 'recordConsent' } : found
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
