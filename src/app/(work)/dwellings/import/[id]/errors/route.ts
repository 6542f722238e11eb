import { errorFile } from '@/features/import/files'
import { givenAs } from '@/features/import/given'

type Props = { params: Promise<{ id: string }> }

/** The rows that stayed behind, for who brought them. */
export const GET = async (_request: Request, { params }: Props) => givenAs(await errorFile((await params).id))
