import { getTranslations } from 'next-intl/server'
import { paths } from '@/paths'
import { AppLink } from '@/ui/app-link'
import { Bell as BellIcon } from '@/ui/icons'
import { getUnread } from '../queries'

/** How much news is unread, and the way to it; in the frame of every page. */
export async function Bell() {
  const t = await getTranslations('notices')
  const unread = await getUnread()
  return (
    <AppLink className="ui-bell" href={paths.notices}>
      <BellIcon size={20} aria-hidden />
      <span className="ui-bell-word">{t('title')}</span>
      {unread && ' '}
      {unread && (
        <span className="ui-nav-count">
          {unread}
          <span className="sr-only"> {t('unreadWord')}</span>
        </span>
      )}
    </AppLink>
  )
}
