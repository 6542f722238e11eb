import { getTranslations } from 'next-intl/server'
import { getPaperFile } from '@/features/case/paper-file'
import { paperHeaders } from '@/features/case/paper-headers'

type Props = { params: Promise<{ id: string; paper: string }> }

/** The bytes of a paper: to keep, or to look at when they are asked for as what they are. */
export async function GET(request: Request, { params }: Props) {
  const { id, paper } = await params
  const show = new URL(request.url).searchParams.get('show')
  const found = await getPaperFile(id, paper)
  if (found && 'bytes' in found)
    return new Response(new Uint8Array(found.bytes), { headers: paperHeaders(found, show) })
  const t = await getTranslations()
  const text = found ? t('papers.damaged', { number: found.damaged }) : t('nowhere.text')
  return new Response(text, { status: found ? 500 : 404, headers: paperHeaders(null, show) })
}
