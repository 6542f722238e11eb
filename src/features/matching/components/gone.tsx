import { getTranslations } from 'next-intl/server'
import { paths } from '@/paths'
import { ItemList } from '@/ui/item-list'
import { Section } from '@/ui/section'
import type { Gone as GonePair } from '../gone'

/** What was proposed the time before and is not any more, and why: nobody should find out by looking for it. */
export async function Gone({ gone }: { gone: readonly GonePair[] }) {
  const t = await getTranslations('matching.gone')
  if (!gone.length) return null
  const items = gone.map(({ case: id, number, address, why }) => ({
    key: id,
    title: number,
    href: why === 'notSeeking' ? paths.subject('case', id) : paths.homes(id),
    ...(address && { meta: t('home', { address }) }),
    detail: t(`why.${why}`),
  }))
  return (
    <Section title={t('title')}>
      <ItemList items={items} />
    </Section>
  )
}
