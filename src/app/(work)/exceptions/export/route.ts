import { exportExceptions } from '@/features/tafel/exceptions'

/** The selection as a file. Posted, because taking cases along is itself recorded, in each of them. */
export async function POST(request: Request) {
  const form = await request.formData().catch(() => null)
  if (!form) return new Response(null, { status: 400 })
  const file = await exportExceptions(form)
  if (!file) return new Response(null, { status: 404 })
  return new Response(file.text, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${file.name}"`,
    },
  })
}
