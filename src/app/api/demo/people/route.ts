import { notFound } from 'next/navigation'
import { demoPeople } from '@/server/sign-in'

export const dynamic = 'force-dynamic'

/** The fictional people of the demo; not there on any other installation. */
export async function GET() {
  const people = await demoPeople()
  if (!people.length) notFound()
  return Response.json(people.map(({ account_id: _, ...person }) => person))
}
