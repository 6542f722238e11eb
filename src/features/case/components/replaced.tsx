import { getTranslations } from 'next-intl/server'
import { codeKey } from '@/i18n/codes'
import { formats } from '@/i18n/format'
import { labelOf } from '@/i18n/labels'
import { Facts } from '@/ui/facts'
import { Section } from '@/ui/section'
import type { Replaced } from '../replaced'
import { said } from '../said'

/** The decision that a correction replaces; for who confirms it, with each word that changes. */
export async function Replaces({ replaced }: { replaced: Replaced | null }) {
  if (!replaced) return null
  const t = await getTranslations()
  const format = await formats()
  const { outcome, on, changes } = replaced
  const items = changes.map(({ compartment, was, now }) => ({
    term: labelOf(t, compartment, now.name),
    value: (
      <>
        <p className="whitespace-pre-line" dir="auto">
          {said(t, format, compartment, now)}
        </p>
        {was?.value ? (
          <p className="whitespace-pre-line text-soft" dir="auto">
            {t('case.replaced.was', { was: said(t, format, compartment, was) })}
          </p>
        ) : null}
      </>
    ),
  }))
  return (
    <Section title={t('case.replaced.title')}>
      <p className="mb-3">
        {t('case.replaced.decision', { day: format.longDay(on), outcome: t(codeKey('outcome', outcome)) })}
      </p>
      {items.length > 0 && <Facts items={items} />}
    </Section>
  )
}
