import { bring } from '@/features/import/upload'

/** A file is sent by the form itself, with a script or without: so what is too large can be answered before it is read. */
export async function POST(request: Request) {
  const form = await request.formData().catch(() => null)
  if (!form) return new Response(null, { status: 400 })
  return new Response(null, { status: 303, headers: { Location: await bring('case')(form) } })
}
