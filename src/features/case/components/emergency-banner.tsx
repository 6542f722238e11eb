import { getTranslations } from 'next-intl/server'
import { formats } from '@/i18n/format'
import { paths } from '@/paths'
import type { Access } from '@/server/emergency'
import { AppLink } from '@/ui/app-link'
import { LinkButton } from '@/ui/button'
import { Notice } from '@/ui/notice'
import type { CaseHead } from '../on-case'

/** As long as an emergency lasts: until when, who looks at it afterwards, and the way to stop. */
async function Mine({ access: { id, until, reviewer } }: { access: Access }) {
  const t = await getTranslations('emergency')
  const { time } = await formats()
  return (
    <Notice tone="danger" title={t('until', { time: time(until) })}>
      <p>{t('watched', { reviewer: reviewer ?? '' })}</p>
      <p className="mt-3">
        <LinkButton href={paths.step('emergency', id, 'endEmergency')} variant="secondary">
          {t('stop')}
        </LinkButton>
      </p>
    </Notice>
  )
}

/** Someone else opened this case: for who is responsible for the client. */
async function Others({ access }: { access: Access }) {
  const t = await getTranslations('emergency')
  const { longDay, time } = await formats()
  const { person, role, organisation, day, since, until, running, id } = access
  const who = { person, role: (await getTranslations('roles'))(role), organisation }
  return (
    <Notice tone="warning" title={t(running ? 'othersNow' : 'others')}>
      <p>{t('othersWho', { ...who, day: longDay(day), since: time(since), until: time(until) })}</p>
      <p className="mt-1">
        <AppLink href={paths.subject('emergency', id)}>{t('othersMore')}</AppLink>
      </p>
    </Notice>
  )
}

/** What stands on every page of a case that is, or was, opened in an emergency. */
export const EmergencyBanner = ({ head: { emergencies } }: { head: CaseHead }) => (
  <>
    {emergencies.mine && <Mine access={emergencies.mine} />}
    {emergencies.others.map((access) => (
      <Others key={access.id} access={access} />
    ))}
  </>
)
