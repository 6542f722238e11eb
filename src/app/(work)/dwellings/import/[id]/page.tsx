import type { Asked } from '@/features/import/asked'
import { ImportPage } from '@/features/import/components/pages'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Asked> }

export default async function ImportDwellingsPage({ params, searchParams }: Props) {
  return <ImportPage kind="dwelling" id={(await params).id} asked={await searchParams} />
}
