// All texts by language, for pages and for mails.
import enAgreements from './en/agreements.json'
import enDesign from './en/design.json'
import en from './en/domain.json'
import enExplain from './en/explain.json'
import enHelp from './en/help.json'
import enImport from './en/import.json'
import enMatching from './en/matching.json'
import enNotices from './en/notices.json'
import enScreens from './en/screens.json'
import enSelection from './en/selection.json'
import nlAgreements from './nl/agreements.json'
import nlDesign from './nl/design.json'
import nl from './nl/domain.json'
import nlExplain from './nl/explain.json'
import nlHelp from './nl/help.json'
import nlImport from './nl/import.json'
import nlMatching from './nl/matching.json'
import nlNotices from './nl/notices.json'
import nlScreens from './nl/screens.json'
import nlSelection from './nl/selection.json'

export const languages = ['nl', 'en'] as const
export type Language = (typeof languages)[number]

export const catalogues = {
  nl: {
    ...nl,
    ...nlScreens,
    ...nlAgreements,
    ...nlDesign,
    ...nlExplain,
    ...nlHelp,
    ...nlImport,
    ...nlMatching,
    ...nlNotices,
    ...nlSelection,
  },
  en: {
    ...en,
    ...enScreens,
    ...enAgreements,
    ...enDesign,
    ...enExplain,
    ...enHelp,
    ...enImport,
    ...enMatching,
    ...enNotices,
    ...enSelection,
  },
}

/** A language that there is: Dutch for whoever chose none. */
export const languageOf = (chosen: string | null | undefined): Language =>
  languages.find((language) => language === chosen) ?? 'nl'
