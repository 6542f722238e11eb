import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Gone } from '@/features/matching/components/gone'
import { PassedBy } from '@/features/matching/components/passed-by'
import { Decided, Proposals } from '@/features/matching/components/proposals'
import { AskRun, LastRun, Runs } from '@/features/matching/components/runs'
import { getMatchingScreen } from '@/features/matching/queries'
import { PageTitle } from '@/ui/page-title'
import { Title } from '@/ui/title'

export default async function MatchingPage() {
  const screen = await getMatchingScreen()
  if (!screen) notFound()
  const t = await getTranslations('matching')
  const last = screen.runs.find(({ state }) => state === 'done')
  return (
    <>
      <Title text={t('title')} />
      <PageTitle title={t('title')} kicker={screen.covenant} lead={t('lead')} />
      <AskRun runs={screen.runs} />
      {last && <Proposals lines={screen.lines} shown={screen.shown} />}
      <Gone gone={screen.gone} />
      <PassedBy passed={screen.passed} />
      {last && <LastRun run={last} />}
      <Decided decided={screen.decided} />
      <Runs runs={screen.runs} />
    </>
  )
}
