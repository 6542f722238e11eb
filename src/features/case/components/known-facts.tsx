import type { getTranslations } from 'next-intl/server'
import type { Format } from '@/i18n/format'
import { labelOf } from '@/i18n/labels'
import type { Fact } from '@/ui/facts'
import type { Shown } from '../file-queries'
import { isOpen, said } from '../said'

type T = Awaited<ReturnType<typeof getTranslations>>

/** What is known of one row of a group of facts, in the words of the person who wrote it. */
export const knownFacts = (t: T, format: Format, name: string, row: readonly Shown[]): Fact[] =>
  row
    .filter((shown) => !isOpen(shown))
    .map((shown) => ({
      term: labelOf(t, name, shown.name),
      value: (
        <span className="whitespace-pre-line" dir="auto">
          {said(t, format, name, shown)}
        </span>
      ),
    }))
