import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { PaperReaders } from '@/features/case/components/paper-readers'
import { getPaperForm } from '@/features/case/paper-queries'
import { Refused, StepFormOf } from '@/features/step/components/step-page'
import { getStepScreen } from '@/features/step/queries'
import { paths } from '@/paths'
import { AppLink } from '@/ui/app-link'
import { PageTitle } from '@/ui/page-title'
import { Title } from '@/ui/title'

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<{ type?: string | string[]; replaces?: string | string[] }>
}

export default async function AddPaperPage({ params, searchParams }: Props) {
  const { id } = await params
  const asked = await searchParams
  const form = await getPaperForm(id, true, [asked.replaces].flat()[0])
  const screen = form && (await getStepScreen('case', id, form.step))
  if (!form || !screen) notFound()
  const t = await getTranslations()
  const offered = form.audiences.flatMap(({ types }) => types)
  const chosen = form.about?.paperType ?? [asked.type].flat().find((type) => type && offered.includes(type))
  const paper = chosen && t(`codes.paper.${chosen}`)
  const title = paper
    ? t(form.about ? 'papers.newer' : 'papers.addThis', { paper })
    : t(`steps.${form.step}.label`)
  const audiences = chosen ? form.audiences.filter(({ types }) => types.includes(chosen)) : form.audiences
  const fixed = { replaces: form.about?.paper ?? '', ...(chosen && { paperType: chosen }) }
  return (
    <>
      {screen.refusal && <Title text={title} />}
      <p className="mb-4">
        <AppLink href={paths.papers(id)}>{t('form.back', { title: t('papers.title') })}</AppLink>
      </p>
      <PageTitle
        title={title}
        kicker={form.head.number}
        {...(!chosen && { lead: t(`steps.${form.step}.intro`) })}
      />
      <PaperReaders audiences={audiences} chosen={!!chosen} />
      {chosen && !form.about && (
        <p className="mb-4">
          <AppLink href={paths.addPaper(id)}>{t('papers.otherType')}</AppLink>
        </p>
      )}
      {screen.refusal ? (
        <Refused refusal={screen.refusal} />
      ) : (
        <StepFormOf screen={screen} title={title} fixed={fixed} />
      )}
    </>
  )
}
