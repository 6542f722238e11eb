import { getTranslations } from 'next-intl/server'
import { formats } from '@/i18n/format'
import type { OwnDraft } from '@/server/drafts'
import { ItemList } from '@/ui/item-list'
import { Section } from '@/ui/section'
import { pageOf } from '../draft-of'

/** Where one left off: the own forms that were not sent yet. */
export async function Drafts({ drafts }: { drafts: readonly OwnDraft[] }) {
  const t = await getTranslations()
  const { weekday } = await formats()
  if (!drafts.length) return null
  const items = drafts.map((draft) => ({
    key: pageOf(draft),
    title: t(`steps.${draft.step}.label`),
    href: pageOf(draft),
    ...(draft.number && { meta: draft.number }),
    detail: t('merge.moment', { day: weekday(draft.on), time: draft.at }),
  }))
  return (
    <Section title={t('draft.title', { n: drafts.length })}>
      <ItemList items={items} />
    </Section>
  )
}
