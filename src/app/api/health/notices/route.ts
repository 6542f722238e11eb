import { notices } from '@/server/health'

export const dynamic = 'force-dynamic'

/** Whether notices by mail go out; numbers only. 503 when somebody should look. */
export async function GET() {
  const state = await notices().catch(() => ({ status: 'unavailable' as const }))
  return Response.json(state, { status: state.status === 'ok' ? 200 : 503 })
}
