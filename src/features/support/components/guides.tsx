import { getTranslations } from 'next-intl/server'
import { Tag } from '@/ui/tag'

/** Whether a provider guides in a gemeente. */
export async function Guides({ guides }: { guides: boolean }) {
  const t = await getTranslations('supportAreas')
  return <Tag tone={guides ? 'success' : 'neutral'}>{t(guides ? 'guides' : 'guidesNot')}</Tag>
}
