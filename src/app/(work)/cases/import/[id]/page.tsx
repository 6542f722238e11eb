import type { Asked } from '@/features/import/asked'
import { ImportPage } from '@/features/import/components/pages'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Asked> }

export default async function ImportClientsPage({ params, searchParams }: Props) {
  return <ImportPage kind="case" id={(await params).id} asked={await searchParams} />
}
