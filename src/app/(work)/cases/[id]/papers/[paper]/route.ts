import { givenFile } from '@/app/given-file'
import { getPaperFile } from '@/features/case/paper-file'

type Props = { params: Promise<{ id: string; paper: string }> }

/** The bytes of a paper: to keep, or to look at when they are asked for as what they are. */
export async function GET(request: Request, { params }: Props) {
  const { id, paper } = await params
  return givenFile(request, await getPaperFile(id, paper))
}
