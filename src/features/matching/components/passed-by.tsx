import { getTranslations } from 'next-intl/server'
import { paths } from '@/paths'
import { ItemList } from '@/ui/item-list'
import { Section } from '@/ui/section'
import type { PassedBy as Passed } from '../passed-by'

/** Who has no proposal while a home that fits them went to somebody less urgent, and what is scarce there. */
export async function PassedBy({ passed }: { passed: readonly Passed[] }) {
  const t = await getTranslations('matching')
  if (!passed.length) return null
  const items = passed.map(({ case: id, dwelling, number, address, what }) => ({
    key: id,
    title: number,
    href: `${paths.homes(id)}?home=${dwelling}`,
    meta: t('passedBy.home', { address }),
    detail: t(`scarce.${what}`),
  }))
  return (
    <Section title={t('passedBy.title')}>
      <p className="mb-4 text-soft">{t('passedBy.help')}</p>
      <ItemList items={items} />
    </Section>
  )
}
