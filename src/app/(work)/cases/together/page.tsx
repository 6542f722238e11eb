import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { confirms, MOST_TOGETHER } from '@/domain/worklist/together'
import type { Asked } from '@/domain/worklist/work-filter'
import { Together } from '@/features/step/components/together'
import { getTogetherScreen, type TogetherScreen } from '@/features/step/together'
import { namesOfCases } from '@/features/worklist/names'
import { paths } from '@/paths'
import { AppLink } from '@/ui/app-link'
import { PageTitle } from '@/ui/page-title'

type Props = { searchParams: Promise<Asked> }

/** What is said above it: of cases that are spread, of what a file says, or of one answer for all. */
const leadOf = ({ spread, step }: TogetherScreen) =>
  spread ? 'spread' : confirms(step) ? 'confirm' : 'together'

export default async function TogetherPage({ searchParams }: Props) {
  const screen = await getTogetherScreen(await searchParams)
  if (!screen) notFound()
  const t = await getTranslations()
  return (
    <>
      <p className="mb-4">
        {screen.tafel ? (
          <AppLink href={paths.agenda(screen.tafel)}>{t('agenda.back')}</AppLink>
        ) : (
          <AppLink href={`${paths.list('case')}?pick=yes`}>{t('selection.together.back')}</AppLink>
        )}
      </p>
      <PageTitle
        title={t(screen.spread ? 'selection.spread.offer' : `selection.together.steps.${screen.step}`)}
        lead={t(`selection.${leadOf(screen)}.most`, { n: MOST_TOGETHER })}
      />
      <Together screen={screen} names={await namesOfCases(screen.rows.map(({ id }) => id))} />
    </>
  )
}
