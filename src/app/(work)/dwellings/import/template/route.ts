import { templateFile } from '@/features/import/files'
import { givenAs } from '@/features/import/given'

/** The columns with one invented dwelling. */
export async function GET(request: Request) {
  const as = new URL(request.url).searchParams.get('as')
  return givenAs(await templateFile(as === 'csv' ? 'csv' : 'xlsx', 'dwelling'))
}
