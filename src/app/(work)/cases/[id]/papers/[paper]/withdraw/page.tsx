import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { getPaperForm } from '@/features/case/paper-queries'
import { Refused, StepFormOf } from '@/features/step/components/step-page'
import { getStepScreen } from '@/features/step/queries'
import { paths } from '@/paths'
import { AppLink } from '@/ui/app-link'
import { PageTitle } from '@/ui/page-title'
import { Title } from '@/ui/title'

type Props = { params: Promise<{ id: string; paper: string }> }

export default async function WithdrawPaperPage({ params }: Props) {
  const { id, paper } = await params
  const form = await getPaperForm(id, false, paper)
  const screen = form && (await getStepScreen('case', id, form.step))
  if (!form?.about || !screen) notFound()
  const t = await getTranslations()
  const title = t(`steps.${form.step}.label`)
  return (
    <>
      {screen.refusal && <Title text={title} />}
      <p className="mb-4">
        <AppLink href={paths.papers(id)}>{t('form.back', { title: t('papers.title') })}</AppLink>
      </p>
      <PageTitle title={title} kicker={form.head.number} lead={t(`steps.${form.step}.intro`)} />
      <p className="mb-6">
        <strong>{t(`codes.paper.${form.about.paperType}`)}</strong>
        <span className="block break-words text-soft" dir="auto">
          {form.about.fileName}
        </span>
      </p>
      {screen.refusal ? (
        <Refused refusal={screen.refusal} />
      ) : (
        <StepFormOf screen={screen} title={title} fixed={{ paper }} />
      )}
    </>
  )
}
