import { getTranslations } from 'next-intl/server'
import { paths } from '@/paths'
import { actorOrNull, worksForSeveral } from '@/server/session'
import { AppLink } from '@/ui/app-link'
import { PageTitle } from '@/ui/page-title'
import { Title } from '@/ui/title'

/** The ways on from a page that somebody cannot have: another role, for who has one, and their own work. */
async function WaysOn() {
  const t = await getTranslations('nowhere')
  const several = await worksForSeveral()
  return (
    <ul className="grid gap-2">
      <li>
        <AppLink href={paths.work}>{t('work')}</AppLink>
      </li>
      {several && (
        <li>
          <AppLink href={paths.chooseMembership}>{t('otherRole')}</AppLink>
        </li>
      )}
    </ul>
  )
}

/** What someone finds at an address that is not there for them. */
export async function NotThere() {
  const t = await getTranslations('nowhere')
  return (
    <>
      <Title text={t('title')} />
      <PageTitle title={t('title')} lead={t('text')} />
      <WaysOn />
    </>
  )
}

/** What someone finds at an address that everyone may know of, but that is for another role. */
export async function ForAnotherRole() {
  const t = await getTranslations('nowhere')
  const actor = await actorOrNull()
  return (
    <>
      <Title text={t('role')} />
      <PageTitle
        title={t('role')}
        lead={actor && t('roleText', { role: (await getTranslations('roles'))(actor.role) })}
      />
      <WaysOn />
    </>
  )
}
