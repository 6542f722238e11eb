import { exportJournal } from '@/features/journal/export'

/** The selection as a file. Posted, because taking records along is itself recorded. */
export async function POST(request: Request) {
  const form = await request.formData().catch(() => null)
  if (!form) return new Response(null, { status: 400 })
  const file = await exportJournal(form)
  if (!file) return new Response(null, { status: 404 })
  return new Response(file.text, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${file.name}"`,
    },
  })
}
