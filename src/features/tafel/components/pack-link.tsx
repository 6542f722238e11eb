import { getTranslations } from 'next-intl/server'
import { hasPack } from '@/domain/tafel/pack'
import { paths } from '@/paths'
import { LinkButton } from '@/ui/button'

/** The way to what is taken along to this tafel on paper, while there is something to prepare for. */
export async function PackLink({ id, stage }: { id: string; stage: string }) {
  const t = await getTranslations('pack')
  if (!hasPack(stage)) return null
  return (
    <LinkButton href={paths.pack(id)} download="">
      {t('open')}
    </LinkButton>
  )
}
