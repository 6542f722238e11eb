import { takeChain } from '@/features/journal/chain'

/** The whole chain as a file. Posted, because taking it along is itself recorded. */
export async function POST() {
  const file = await takeChain()
  if (!file) return new Response(null, { status: 404 })
  const { lines } = file
  const body = new ReadableStream<Uint8Array>({
    async pull(to) {
      const { value, done } = await lines.next()
      if (done) to.close()
      else to.enqueue(new TextEncoder().encode(value))
    },
  })
  return new Response(body, {
    headers: {
      'Content-Type': 'application/jsonl; charset=utf-8',
      'Content-Disposition': `attachment; filename="${file.name}"`,
    },
  })
}
