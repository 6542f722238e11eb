import { letterOnPaper } from '@/features/case/letter-paper'
import { getLetterScreen } from '@/features/case/letter-queries'
import { pdfAnswer } from '@/server/pdf/answer'
import { madeNow } from '@/server/pdf/made'

type Props = { params: Promise<{ id: string }> }

/** The letter about the decision, as a file to print. */
export async function GET(_request: Request, { params }: Props) {
  const screen = await getLetterScreen((await params).id)
  if (!screen) return pdfAnswer(null)
  const { on } = await madeNow()
  return pdfAnswer({
    document: letterOnPaper(screen, on),
    name: `brief-${screen.head.number}-${screen.letter.on}`,
  })
}
