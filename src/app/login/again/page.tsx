import { getTranslations } from 'next-intl/server'
import { paths } from '@/paths'
import { currentActor } from '@/server/session'
import { AppLink } from '@/ui/app-link'
import { PageTitle } from '@/ui/page-title'
import { Title } from '@/ui/title'

/** In a second tab: signed in again, and the form in the first one can be sent. */
export default async function SignedInAgainPage() {
  const t = await getTranslations('login')
  const { name } = await currentActor()
  return (
    <div className="grid max-w-[44rem] gap-6">
      <Title text={t('again')} />
      <PageTitle title={t('again')} lead={t('againLead', { name })} />
      <p>
        <AppLink href={paths.work}>{t('toWork')}</AppLink>
      </p>
    </div>
  )
}
