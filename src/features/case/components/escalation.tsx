import { getTranslations } from 'next-intl/server'
import { codeKey } from '@/i18n/codes'
import { formats } from '@/i18n/format'
import { Facts } from '@/ui/facts'
import { Section } from '@/ui/section'
import { Tag } from '@/ui/tag'
import type { EscalationScreen } from '../escalation'

const tones = { red: 'danger', yellow: 'warning', warning: 'warning', agreement: 'neutral' } as const

/** The rung on which the home stands, with who holds it until when, and the agreements and cards that count. */
export async function Escalation({ escalation }: { escalation: EscalationScreen | null }) {
  const t = await getTranslations()
  const { day } = await formats()
  if (!escalation) return null
  const { rung, cards } = escalation
  const items = rung
    ? [
        {
          term: t('case.escalation.rung'),
          value: t(codeKey('escalationRung', rung.rung)),
          note: rung.agreements,
        },
        ...(rung.holder ? [{ term: t('case.escalation.held'), value: t(`roles.${rung.holder}`) }] : []),
        ...(rung.until ? [{ term: t('case.escalation.until'), value: day(rung.until) }] : []),
        ...(rung.standIn ? [{ term: t('case.escalation.standIn'), value: t(`roles.${rung.standIn}`) }] : []),
      ]
    : []
  return (
    <Section title={t('case.escalation.title')}>
      {items.length > 0 && <Facts items={items} />}
      {cards.length > 0 && (
        <ul className="mt-4 grid gap-3">
          {cards.map(({ id, card, text, until }) => {
            const what = t(codeKey('cardEvent', card))
            return (
              <li key={id}>
                <Tag tone={tones[card as keyof typeof tones]}>
                  {until ? t('case.escalation.validUntil', { what, on: day(until) }) : what}
                </Tag>
                <p className="mt-1 whitespace-pre-line" dir="auto">
                  {text}
                </p>
              </li>
            )
          })}
        </ul>
      )}
    </Section>
  )
}
