import { ready } from '@/server/health'

export const dynamic = 'force-dynamic'

/** The process can serve: its database answers and holds the rights. 503 while it cannot, or while it stops. */
export async function GET() {
  const ok = await ready()
  return Response.json({ status: ok ? 'ok' : 'unavailable' }, { status: ok ? 200 : 503 })
}
