import { findForPalette } from '@/features/search/find-form'

/** What fits what is typed in the palette. Sent while somebody types; what was asked before is broken off. */
export async function POST(request: Request) {
  const form = await request.formData().catch(() => null)
  if (!form) return new Response(null, { status: 400 })
  const answer = await findForPalette(form)
  return answer ? Response.json(answer) : new Response(null, { status: 401 })
}
