import { cookies } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'
import enDesign from './en/design.json'
import en from './en/domain.json'
import enExplain from './en/explain.json'
import enScreens from './en/screens.json'
import nlDesign from './nl/design.json'
import nl from './nl/domain.json'
import nlExplain from './nl/explain.json'
import nlScreens from './nl/screens.json'

export const languages = ['nl', 'en'] as const
export type Language = (typeof languages)[number]

const catalogues = {
  nl: { ...nl, ...nlScreens, ...nlDesign, ...nlExplain },
  en: { ...en, ...enScreens, ...enDesign, ...enExplain },
}

export default getRequestConfig(async () => {
  const chosen = (await cookies()).get('language')?.value
  const locale: Language = chosen === 'en' ? 'en' : 'nl'
  return { locale, messages: catalogues[locale], timeZone: 'Europe/Amsterdam' }
})
