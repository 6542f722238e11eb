import { cardLetterOnPaper } from '@/features/case/card-letter-paper'
import { getCardLetter } from '@/features/case/card-letter-queries'
import { pdfAnswer } from '@/server/pdf/answer'
import { madeNow } from '@/server/pdf/made'

type Props = { params: Promise<{ id: string; card: string }> }

/** The letter about a warning or card, as a file to print. */
export async function GET(_request: Request, { params }: Props) {
  const { id, card } = await params
  const letter = await getCardLetter(id, card)
  if (!letter) return pdfAnswer(null)
  const { on } = await madeNow()
  const document = cardLetterOnPaper(letter, on)
  return pdfAnswer({
    document,
    name: `${document.title.toLowerCase().replaceAll(' ', '-')}-${letter.number}`,
  })
}
