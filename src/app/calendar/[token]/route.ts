import { calendarOf } from '@/server/calendar/feed'

type Props = { params: Promise<{ token: string }> }

/** The calendar of somebody, for a program that asks by itself: whoever has the link is answered, and nobody else. */
export async function GET(_request: Request, { params }: Props) {
  const { token } = await params
  const text = await calendarOf(token.replace(/\.ics$/, ''))
  if (text === null) return new Response(null, { status: 404 })
  return new Response(text, {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'inline; filename="thuistafel.ics"',
    },
  })
}
