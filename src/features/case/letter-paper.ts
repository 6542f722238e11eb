import 'server-only'
// The letter about a decision on paper. It is in Dutch whoever prints it: that is the language of a besluit (Awb art. 2:6).
import { wordsIn } from '@/i18n/words'
import type { Block, PdfDescription } from '@/server/pdf/description'
import type { LetterScreen } from './letter-queries'
import { factsOf, opening, whatFollows } from './letter-words'

const paragraph = (text: string): Block => ({ kind: 'paragraph', text })

/** The letter as it is printed on this day, by the gemeente of the client. */
export function letterOnPaper(screen: LetterScreen, madeOn: string): PdfDescription {
  const words = wordsIn('nl')
  const { t, format } = words
  const { head, letter, municipality } = screen
  const facts = factsOf(screen, words)
  const reference = [
    { term: t('letter.date'), value: format.longDay(letter.on) },
    { term: t('letter.number'), value: head.number },
  ]
  return {
    title: t('letter.title'),
    language: 'nl',
    madeOn,
    sender: municipality,
    foot: `${t('letter.number')}: ${head.number}`,
    page: (page, pages) => t('pack.page', { page, pages }),
    blocks: [
      { kind: 'heading', level: 1, text: t('letter.title') },
      { kind: 'terms', items: reference },
      ...opening(screen, words).map(paragraph),
      paragraph(letter.clientText),
      ...(facts.length ? [{ kind: 'terms' as const, items: facts }] : []),
      ...whatFollows(screen, words).map(paragraph),
      paragraph(t('letter.greeting', { municipality })),
    ],
  }
}
