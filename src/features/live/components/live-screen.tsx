import { getTranslations } from 'next-intl/server'
import { paths } from '@/paths'
import { UNATTENDED } from '@/server/session'
import { Live } from './live'

/** What keeps the page of someone who is signed in up to date. */
export async function LiveScreen() {
  const t = await getTranslations('live')
  const texts = { updated: t('updated', { at: '{at}' }), changed: t('changed'), see: t('see') }
  return <Live at={paths.live} unattended={UNATTENDED} texts={texts} />
}
