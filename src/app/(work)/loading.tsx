import { getTranslations } from 'next-intl/server'

export default async function Loading() {
  const t = await getTranslations('form')
  return <p aria-live="polite">{t('pending')}</p>
}
