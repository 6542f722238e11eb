import type { Asked } from '@/features/import/asked'
import { ImportsPage } from '@/features/import/components/pages'

type Props = { searchParams: Promise<Asked> }

export default async function ImportDwellingsPage({ searchParams }: Props) {
  return <ImportsPage kind="dwelling" asked={await searchParams} />
}
