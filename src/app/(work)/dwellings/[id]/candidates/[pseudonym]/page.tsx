import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { getCandidateScreen } from '@/features/dwelling/candidates'
import { Rules } from '@/features/dwelling/components/candidate-parts'
import { StepFormOf } from '@/features/step/components/step-page'
import { getOpeningScreen } from '@/features/step/queries'
import { paths } from '@/paths'
import { AppLink } from '@/ui/app-link'
import { PageTitle } from '@/ui/page-title'
import { Section } from '@/ui/section'

type Props = { params: Promise<{ id: string; pseudonym: string }> }

export default async function CandidatePage({ params }: Props) {
  const { id, pseudonym } = await params
  const found = await getCandidateScreen(id, pseudonym)
  const step = await getOpeningScreen('offer')
  if (!found || !step) notFound()
  const { address, candidate } = found
  const t = await getTranslations()
  const title = t('dwelling.proposeTitle', { pseudonym })
  return (
    <>
      <p className="mb-4">
        <AppLink href={paths.subject('dwelling', id)}>{t('form.back', { title: address })}</AppLink>
      </p>
      <PageTitle title={title} kicker={address} lead={t('steps.propose.intro')} />
      <Section title={t('dwelling.rules')}>
        <Rules results={candidate.results} />
      </Section>
      <StepFormOf screen={step} title={title} fixed={{ dwelling: id, candidate: pseudonym }} />
    </>
  )
}
