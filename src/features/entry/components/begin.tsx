import { getTranslations } from 'next-intl/server'
import { paths } from '@/paths'
import { AppLink } from '@/ui/app-link'
import { Notice } from '@/ui/notice'

type Props = { asked: { id: string; as: 'zelfde' | 'ander' } | null; takenOver: { number: string } | null }

/** Where a registration can begin with what is known already, and how it does. */
export async function Begin({ asked, takenOver }: Props) {
  const t = await getTranslations('entry')
  if (!asked)
    return (
      <Notice tone="info">
        <p>{t('offer')}</p>
        <p>
          <AppLink href={paths.openEarlier}>{t('title')}</AppLink>
        </p>
        <p>
          <AppLink href={paths.imports()}>{t('many')}</AppLink>
        </p>
      </Notice>
    )
  if (!takenOver) return <Notice tone="warning">{t('notThere')}</Notice>
  const other = asked.as === 'zelfde' ? 'ander' : 'zelfde'
  return (
    <p className="mb-6">
      {t(`now.${asked.as}`)} <AppLink href={paths.openFrom(asked.id, other)}>{t(`rather.${other}`)}</AppLink>
    </p>
  )
}
