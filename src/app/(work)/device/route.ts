import { redirect } from 'next/navigation'
import { afterDevice, keyForDevice } from '@/features/device/key'
import { WIPES } from '@/server/device'

/** The key of what this browser keeps; asked by the form of a visit while it is filled in. */
export async function POST(request: Request) {
  const form = await request.formData().catch(() => null)
  if (!form) return new Response(null, { status: 400 })
  const { status, ...answer } = await keyForDevice(form)
  return Response.json(answer, { status, headers: 'wipes' in answer ? WIPES : {} })
}

/** Throws away what is kept in this browser, where it may not be, and goes on. */
export async function GET(request: Request) {
  const { wipes, next } = await afterDevice(new URL(request.url).searchParams.get('next'))
  if (!wipes) redirect(next)
  return new Response(null, { status: 303, headers: { ...WIPES, Location: next } })
}
