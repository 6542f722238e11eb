import { getTranslations } from 'next-intl/server'
import { DwellingList } from '@/features/dwelling/components/dwelling-parts'
import { getDwellingsScreen } from '@/features/dwelling/queries'
import { MatchingLink } from '@/features/matching/components/runs'
import { paths } from '@/paths'
import { AppLink } from '@/ui/app-link'
import { LinkButton } from '@/ui/button'
import { PageTitle } from '@/ui/page-title'
import { TabsNav } from '@/ui/tabs-nav'
import { Title } from '@/ui/title'

type Props = { searchParams: Promise<{ stage?: string; after?: string; in?: string }> }

/** By hand, or many at once from a file. */
async function Enter() {
  const t = await getTranslations()
  return (
    <>
      <LinkButton href={paths.open('dwelling')}>{t('dwelling.enter')}</LinkButton>
      <LinkButton href={paths.imports('dwelling')}>{t('import.of.dwelling.title')}</LinkButton>
    </>
  )
}

export default async function DwellingsPage({ searchParams }: Props) {
  const t = await getTranslations()
  const asked = await searchParams
  const { lines, stage, stages, mayEnter, next, there } = await getDwellingsScreen(asked)
  const at = (ask: { stage?: string; after?: string }) =>
    paths.dwellings({ ...ask, ...(there && { in: there.id }) })
  const tabs = [
    { href: at({}), label: t('dwelling.open'), current: !stage },
    ...stages.map((s) => ({
      href: at({ stage: s }),
      label: t(`stages.dwelling.${s}`),
      current: stage === s,
    })),
  ]
  return (
    <>
      <Title text={t('dwelling.title')} />
      <PageTitle title={t('dwelling.title')} {...(mayEnter && { actions: <Enter /> })} />
      {stages.length > 0 && (
        <p className="mb-4">
          <AppLink href={paths.comingFree}>{t('dwelling.comingFree.title')}</AppLink>
        </p>
      )}
      <MatchingLink />
      <TabsNav label={t('dwelling.filter')} items={tabs} />
      {there && (
        <p className="mb-4">
          {t('dwelling.only', { name: there.name })}{' '}
          <AppLink href={paths.dwellings(stage ? { stage } : {})}>{t('dwelling.everywhere')}</AppLink>
        </p>
      )}
      <DwellingList lines={lines} />
      {next && <AppLink href={at({ ...(stage && { stage }), after: next })}>{t('dwelling.next')}</AppLink>}
    </>
  )
}
