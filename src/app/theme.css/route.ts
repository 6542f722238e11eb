import { theme } from '@/server/theme'

export const dynamic = 'force-dynamic'

/** The colours of the municipality, from our own address. Its version stands in the address, so it may be kept. */
export function GET() {
  const chosen = theme()
  if (!chosen) return new Response(null, { status: 404, headers: { 'Cache-Control': 'no-store' } })
  const headers = {
    'Content-Type': 'text/css; charset=utf-8',
    'Cache-Control': 'public, max-age=31536000, immutable',
  }
  return new Response(chosen.css, { headers })
}
