import type { Asked } from '@/features/import/asked'
import { ImportsPage } from '@/features/import/components/pages'

type Props = { searchParams: Promise<Asked> }

export default async function ImportClientsPage({ searchParams }: Props) {
  return <ImportsPage kind="case" asked={await searchParams} />
}
