import { cookies } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'
import { catalogues, languageOf } from './catalogues'

export default getRequestConfig(async () => {
  const locale = languageOf((await cookies()).get('language')?.value)
  return { locale, messages: catalogues[locale], timeZone: 'Europe/Amsterdam' }
})
