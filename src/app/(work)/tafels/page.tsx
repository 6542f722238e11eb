import { getTranslations } from 'next-intl/server'
import { TafelList } from '@/features/tafel/components/tafel-parts'
import { getTafelsScreen } from '@/features/tafel/queries'
import { paths } from '@/paths'
import { AppLink } from '@/ui/app-link'
import { LinkButton } from '@/ui/button'
import { PageTitle } from '@/ui/page-title'
import { Title } from '@/ui/title'

type Props = { searchParams: Promise<{ after?: string; coming?: string }> }

export default async function TafelsPage({ searchParams }: Props) {
  const t = await getTranslations('tafel')
  const open = (await getTranslations('exceptions'))('open')
  const figures = (await getTranslations('tafelFigures'))('link')
  const asked = await searchParams
  const { coming, moreComing, held, mayPlan, keeps, next } = await getTafelsScreen(asked)
  return (
    <>
      <Title text={t('title')} />
      <PageTitle
        title={t('title')}
        lead={t('lead')}
        {...(mayPlan && { actions: <LinkButton href={paths.open('tafel')}>{t('plan')}</LinkButton> })}
      />
      {keeps && (
        <p className="mb-4">
          <AppLink href={paths.tafelFigures}>{figures}</AppLink>
          {' · '}
          <AppLink href={paths.exceptions}>{open}</AppLink>
        </p>
      )}
      <div className="grid gap-8">
        {!asked.after && (
          <div className="grid gap-2">
            <TafelList lines={coming} caption={t('coming')} empty={t('noneComing')} />
            {moreComing && <AppLink href={`${paths.list('tafel')}?coming=all`}>{t('allComing')}</AppLink>}
          </div>
        )}
        <div className="grid gap-2">
          <TafelList lines={held} caption={t('held')} empty={t('noneHeld')} />
          {next && <AppLink href={`${paths.list('tafel')}?after=${next}`}>{t('next')}</AppLink>}
        </div>
      </div>
    </>
  )
}
