import { getTranslations } from 'next-intl/server'
import { hasPack } from '@/domain/tafel/pack'
import { decidedStages } from '@/domain/tafel/session'
import { paths } from '@/paths'
import { AppLink } from '@/ui/app-link'
import { LinkButton } from '@/ui/button'

/** The way to what is taken along to a tafel on paper; once its list was adopted, to its minutes. */
export async function TakeAlong({ id, stage }: { id: string; stage: string }) {
  const t = await getTranslations()
  if (!decidedStages.includes(stage) && !hasPack(stage)) return null
  return (
    <p className="mb-4">
      {hasPack(stage) ? (
        <LinkButton href={paths.pack(id)} download="">
          {t('pack.open')}
        </LinkButton>
      ) : (
        <AppLink href={paths.minutes(id)}>{t('minutes.open')}</AppLink>
      )}
    </p>
  )
}
