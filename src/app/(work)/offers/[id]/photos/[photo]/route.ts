import { givenFile } from '@/app/given-file'
import { getPhotoFile } from '@/features/photos/photo-file'

type Props = { params: Promise<{ id: string; photo: string }> }

/** The bytes of a photo of the home that is offered. */
export async function GET(request: Request, { params }: Props) {
  const { id, photo } = await params
  return givenFile(request, await getPhotoFile('offer', id, photo))
}
