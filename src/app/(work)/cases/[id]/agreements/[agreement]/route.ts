import { getAgreement } from '@/features/case/agreement-queries'
import { agreementOnPaper } from '@/server/agreements/paper'
import { pdfAnswer } from '@/server/pdf/answer'
import { madeNow } from '@/server/pdf/made'

type Props = { params: Promise<{ id: string; agreement: string }> }

/** An agreement of the tenancy, as a file to print and sign. */
export async function GET(_request: Request, { params }: Props) {
  const { id, agreement } = await params
  const screen = await getAgreement(id, agreement)
  if (!screen) return pdfAnswer(null)
  const { on } = await madeNow()
  const document = agreementOnPaper(screen, on)
  return pdfAnswer({ document, name: `${document.title.toLowerCase()}-${screen.number}` })
}
