import { getLocale } from 'next-intl/server'
import { getMinutesScreen } from '@/features/tafel/minutes'
import { minutesOnPaper } from '@/features/tafel/minutes-paper'
import { languageOf } from '@/i18n/catalogues'
import { wordsIn } from '@/i18n/words'
import { pdfAnswer } from '@/server/pdf/answer'
import { madeNow } from '@/server/pdf/made'

type Props = { params: Promise<{ id: string }> }

/** The minutes as whoever asks reads them, as a file to print. */
export async function GET(_request: Request, { params }: Props) {
  const screen = await getMinutesScreen((await params).id)
  if (!screen) return pdfAnswer(null)
  const words = wordsIn(languageOf(await getLocale()))
  const document = minutesOnPaper(screen, await madeNow(), words)
  return pdfAnswer({ document, name: `${words.t('minutes.file')}-${screen.number}-${screen.on}` })
}
