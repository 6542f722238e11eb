import 'server-only'
import { type Words, wordsIn } from '@/i18n/words'
// The letter about a warning or card on paper, from the landlord. In Dutch whoever prints it: all who read it read the same.
import { cardLetterModel } from '@/server/agreements/card-letter'
import { checksumOf } from '@/server/pdf/checksum'
import type { Block, PdfDescription, Term } from '@/server/pdf/description'
import type { CardLetter } from './card-letter-queries'

const heading = (text: string): Block => ({ kind: 'heading', level: 2, text })
const paragraph = (text: string): Block => ({ kind: 'paragraph', text })

/** With whom the client can talk, and about what. */
function talkTo({ parties }: CardLetter, t: Words['t']): Term[] {
  return (['corporation', 'provider', 'gemeente'] as const).flatMap((part) => {
    const value = parties[part]
    return value ? [{ term: t(`cardLetter.talk.${part}`), value }] : []
  })
}

/** All that the letter says, without the day of printing and the checksum. */
function saidIn(letter: CardLetter, { t, format }: Words) {
  const { card, name, number, on, until, text, parties } = letter
  const landlord = parties.corporation ?? ''
  const title = t(`cardLetter.title.${card}`)
  const blocks: Block[] = [
    { kind: 'heading', level: 1, text: title },
    {
      kind: 'terms',
      items: [
        { term: t('letter.date'), value: format.longDay(on) },
        { term: t('letter.number'), value: number },
      ],
    },
    paragraph(name ? t('letter.dear', { name }) : t('cardLetter.dear')),
    paragraph(t(`cardLetter.why.${card}`, { landlord })),
    heading(t('cardLetter.what')),
    paragraph(text),
    heading(t('cardLetter.after')),
    ...(until ? [paragraph(t('cardLetter.until', { day: format.longDay(until) }))] : []),
    paragraph(t(`cardLetter.next.${card}`)),
    heading(t('cardLetter.disagree')),
    paragraph(t('cardLetter.object', { landlord })),
    heading(t('cardLetter.talk.title')),
    { kind: 'terms', items: talkTo(letter, t) },
    paragraph(t('cardLetter.talk.help')),
    heading(t('cardLetter.ground')),
    paragraph(t('cardLetter.groundText')),
    paragraph(t('cardLetter.greeting', { landlord })),
  ]
  return { title, language: 'nl' as const, sender: landlord, blocks }
}

/** The letter as it is printed on this day; its foot says which text it is. */
export function cardLetterOnPaper(letter: CardLetter, madeOn: string): PdfDescription {
  const words = wordsIn('nl')
  const { t } = words
  const said = saidIn(letter, words)
  const version = { number: letter.number, version: cardLetterModel }
  return {
    ...said,
    madeOn,
    foot: `${t('agreement.foot', version)}\n${t('agreement.checksum')} ${checksumOf(said)}`,
    page: (page, pages) => t('pack.page', { page, pages }),
  }
}
