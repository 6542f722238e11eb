import { cookies } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'
import { catalogues, languageOf } from './catalogues'

const nothingYet = () => ({
  dateTime: {},
  number: {},
  message: {},
  relativeTime: {},
  pluralRules: {},
  list: {},
  displayNames: {},
})

/**
 * What the sentences of a language were read into, kept: with every answer anew it takes longer than to fill them in. It
 * holds the sentences of the catalogue and no values: nothing of anybody.
 */
const read = { nl: { _cache: nothingYet() }, en: { _cache: nothingYet() } }

export default getRequestConfig(async () => {
  const locale = languageOf((await cookies()).get('language')?.value)
  return { locale, messages: catalogues[locale], timeZone: 'Europe/Amsterdam', ...read[locale] }
})
