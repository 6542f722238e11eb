import { sampleFile, templateFile } from '@/features/import/files'
import { givenAs } from '@/features/import/given'

/** The columns with one invented client; in the demo also some clients to try it with. */
export async function GET(request: Request) {
  const as = new URL(request.url).searchParams.get('as')
  if (as === 'sample') return givenAs(await sampleFile())
  return givenAs(await templateFile(as === 'csv' ? 'csv' : 'xlsx', 'case'))
}
