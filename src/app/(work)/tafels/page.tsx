import { getTranslations } from 'next-intl/server'
import { TafelList } from '@/features/tafel/components/tafel-parts'
import { getTafelsScreen } from '@/features/tafel/queries'
import { paths } from '@/paths'
import { LinkButton } from '@/ui/button'
import { PageTitle } from '@/ui/page-title'
import { Title } from '@/ui/title'

export default async function TafelsPage() {
  const t = await getTranslations('tafel')
  const { coming, held, mayPlan } = await getTafelsScreen()
  return (
    <>
      <Title text={t('title')} />
      <PageTitle
        title={t('title')}
        {...(mayPlan && { actions: <LinkButton href={paths.open('tafel')}>{t('plan')}</LinkButton> })}
      />
      <div className="grid gap-8">
        <TafelList lines={coming} caption={t('coming')} empty={t('noneComing')} />
        <TafelList lines={held} caption={t('held')} empty={t('noneHeld')} />
      </div>
    </>
  )
}
