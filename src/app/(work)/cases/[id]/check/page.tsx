import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Answers } from '@/features/case/components/answers'
import { getFileScreen } from '@/features/case/file-queries'
import { Refused, StepFormOf } from '@/features/step/components/step-page'
import { Done } from '@/features/step/components/story'
import { getStepScreen } from '@/features/step/queries'
import { paths } from '@/paths'
import { AppLink } from '@/ui/app-link'
import { PageTitle } from '@/ui/page-title'
import { Title } from '@/ui/title'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ done?: string }> }

export default async function CheckPage({ params, searchParams }: Props) {
  const { id } = await params
  const step = await getStepScreen('case', id, 'sendIntake')
  const file = await getFileScreen(id)
  if (!step || !file) notFound()
  const t = await getTranslations()
  return (
    <>
      {step.refusal && <Title text={t('case.check')} />}
      <p className="mb-4">
        <AppLink href={paths.subject('case', id)}>{t('form.back', { title: file.head.number })}</AppLink>
      </p>
      <PageTitle title={t('case.check')} kicker={file.head.number} lead={t('case.checkLead')} />
      <Done step={(await searchParams).done} />
      <Answers id={id} compartments={file.compartments} />
      {step.refusal ? (
        <Refused refusal={step.refusal}>
          {step.refusal.reason === 'paperMissing' && (
            <p className="mt-2">
              <AppLink href={paths.addPaper(id, String(step.refusal.values?.paper))}>
                {t('papers.add')}
              </AppLink>
            </p>
          )}
        </Refused>
      ) : (
        <StepFormOf screen={step} title={t('case.check')} />
      )}
    </>
  )
}
