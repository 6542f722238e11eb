import 'server-only'
// The answer of every address where bytes from outside stand: shown as what they are and nothing else, or words why there are none.
import { getTranslations } from 'next-intl/server'
import { paperHeaders } from '@/features/case/paper-headers'

type Found = { readonly bytes: Buffer; readonly format: string; readonly name: string }

/** `found` is null where nothing is there for whoever asks; a damaged file bears the number under which the log speaks of it. */
export async function givenFile(request: Request, found: Found | { readonly damaged: string } | null) {
  const show = new URL(request.url).searchParams.get('show')
  if (found && 'bytes' in found)
    return new Response(new Uint8Array(found.bytes), { headers: paperHeaders(found, show) })
  const t = await getTranslations()
  const text = found ? t('papers.damaged', { number: found.damaged }) : t('nowhere.text')
  return new Response(text, { status: found ? 500 : 404, headers: paperHeaders(null, show) })
}
