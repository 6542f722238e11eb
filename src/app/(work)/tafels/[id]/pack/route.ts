import { getLocale } from 'next-intl/server'
import { caseOnPaper } from '@/features/case/pack-paper'
import { caseInPack } from '@/features/case/pack-queries'
import { getPack } from '@/features/tafel/pack'
import { packOnPaper } from '@/features/tafel/pack-paper'
import { languageOf } from '@/i18n/catalogues'
import { wordsIn } from '@/i18n/words'
import { pdfAnswer } from '@/server/pdf/answer'

type Props = { params: Promise<{ id: string }> }

/** The meeting pack of whoever asks, as a file to print. */
export async function GET(_request: Request, { params }: Props) {
  const pack = await getPack((await params).id, caseInPack)
  const words = wordsIn(languageOf(await getLocale()))
  return pdfAnswer(
    pack && {
      document: packOnPaper(pack, words, caseOnPaper),
      name: `${words.t('pack.file')}-${pack.number}-${pack.on}`,
    },
  )
}
