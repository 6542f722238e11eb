import 'server-only'
// A document as an answer: a file to keep, under a name that says nothing of a client; or the same nothing as for any page.
import { getTranslations } from 'next-intl/server'
import type { PdfDescription } from './description'
import { pdfOf } from './write'

/** The file; `name` without its ending. Null where it is not there for whoever asks. */
export async function pdfAnswer(found: { document: PdfDescription; name: string } | null): Promise<Response> {
  if (!found) {
    const t = await getTranslations()
    const headers = { 'Content-Type': 'text/plain; charset=utf-8' }
    return new Response(t('nowhere.text'), { status: 404, headers })
  }
  const bytes = await pdfOf(found.document)
  const name = found.name.replace(/[^\w.-]/g, '')
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `attachment; filename="${name}.pdf"`,
    },
  })
}
