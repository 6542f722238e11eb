import { getWordsExample } from '@/features/own-words/example'
import { agreementOnPaper } from '@/server/agreements/paper'
import { pdfAnswer } from '@/server/pdf/answer'
import { madeNow } from '@/server/pdf/made'

type Props = { params: Promise<{ wording: string; agreement: string }> }

/** An agreement with these own words and an invented tenant, as it would be printed. */
export async function GET(_request: Request, { params }: Props) {
  const { wording, agreement } = await params
  const facts = await getWordsExample(wording, agreement)
  if (!facts) return pdfAnswer(null)
  const { on } = await madeNow()
  const document = agreementOnPaper(facts, on)
  return pdfAnswer({ document, name: `${document.title.toLowerCase()}-${facts.number}` })
}
