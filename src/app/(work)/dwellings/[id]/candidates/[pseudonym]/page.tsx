import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Rules } from '@/features/dwelling/components/candidate-parts'
import { getDwellingScreen } from '@/features/dwelling/queries'
import { StepFormOf } from '@/features/step/components/step-page'
import { getOpeningScreen } from '@/features/step/queries'
import { paths } from '@/paths'
import { AppLink } from '@/ui/app-link'
import { PageTitle } from '@/ui/page-title'
import { Section } from '@/ui/section'

type Props = { params: Promise<{ id: string; pseudonym: string }> }

export default async function CandidatePage({ params }: Props) {
  const { id, pseudonym } = await params
  const dwelling = await getDwellingScreen(id)
  const candidate = dwelling?.candidates?.find((c) => c.pseudonym === pseudonym)
  const step = await getOpeningScreen('offer')
  if (!dwelling || !candidate || !step) notFound()
  const t = await getTranslations()
  const title = t('dwelling.proposeTitle', { pseudonym })
  return (
    <>
      <p className="mb-4">
        <AppLink href={paths.subject('dwelling', id)}>{t('form.back', { title: dwelling.address })}</AppLink>
      </p>
      <PageTitle title={title} kicker={dwelling.address} lead={t('steps.propose.intro')} />
      <Section title={t('dwelling.rules')}>
        <Rules results={candidate.results} />
      </Section>
      <StepFormOf screen={step} title={title} fixed={{ dwelling: id, candidate: pseudonym }} />
    </>
  )
}
