import { keepFromForm } from '@/features/step/keep'

/** Keeps the form that is being filled in. Sent by the form itself, every other second while somebody types. */
export async function POST(request: Request) {
  const form = await request.formData().catch(() => null)
  if (!form) return new Response(null, { status: 400 })
  const { status, ...answer } = await keepFromForm(form)
  return Response.json(answer, { status })
}
