// The texts and formats of one language, for what is written in it whoever reads along: a letter, a document.
import type { getTranslations } from 'next-intl/server'
import { createTranslator } from 'use-intl/core'
import { catalogues, type Language } from './catalogues'
import { formatsOf } from './format'

type Texts = Awaited<ReturnType<typeof getTranslations>>
export type Words = ReturnType<typeof wordsIn>

/** All that a document is written with in this language. */
export const wordsIn = (language: Language) => ({
  language,
  // Keys are put together as on a page: the type that knows every key by name would take none of those.
  t: createTranslator({ locale: language, messages: catalogues[language] }) as unknown as Texts,
  format: formatsOf(language),
})
