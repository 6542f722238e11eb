import { getTranslations } from 'next-intl/server'
import { codeKey } from '@/i18n/codes'
import { formats } from '@/i18n/format'
import { paths } from '@/paths'
import { AppLink } from '@/ui/app-link'
import { Facts } from '@/ui/facts'
import { Section } from '@/ui/section'
import { Tag } from '@/ui/tag'
import type { EscalationScreen } from '../escalation'

const tones = { red: 'danger', yellow: 'warning', warning: 'warning', agreement: 'neutral' } as const

type Rung = NonNullable<EscalationScreen['rung']>

/** The rung on which the home stands, who holds it until when, and what comes next if it does not help. */
async function RungNow({ rung }: { rung: Rung }) {
  const t = await getTranslations()
  const { longDay } = await formats()
  const { holder, until, late, standIn, next } = rung
  const by = next && { holder: t(`roles.${next.holder}`), standIn: t(`roles.${next.standIn}`) }
  const items = [
    {
      term: t('case.escalation.rung'),
      value: t(codeKey('escalationRung', rung.rung)),
      note: rung.agreements,
    },
    ...(holder ? [{ term: t('case.escalation.held'), value: t(`roles.${holder}`) }] : []),
    ...(until
      ? [
          {
            term: t('case.escalation.until'),
            value: (
              <span className="flex flex-wrap items-center gap-2">
                {longDay(until)}
                {late && <Tag tone="danger">{t('panel.overdue')}</Tag>}
              </span>
            ),
          },
        ]
      : []),
    ...(standIn ? [{ term: t('case.escalation.standIn'), value: t(`roles.${standIn}`) }] : []),
    ...(next && by
      ? [
          {
            term: t('case.escalation.next'),
            value: t(codeKey('escalationRung', next.rung)),
            note: t('case.escalation.nextBy', by),
          },
        ]
      : []),
  ]
  return <Facts items={items} />
}

/** The rung of the home, and the agreements and cards that count. */
export async function Escalation({
  id: of,
  escalation,
}: {
  id: string
  escalation: EscalationScreen | null
}) {
  const t = await getTranslations()
  const { longDay } = await formats()
  if (!escalation) return null
  const { rung, cards } = escalation
  return (
    <Section title={t('case.escalation.title')}>
      {rung && <RungNow rung={rung} />}
      {cards.length > 0 && (
        <ul className="grid gap-3 not-first:mt-4">
          {cards.map(({ id, card, text, until, letter }) => {
            const what = t(codeKey('cardEvent', card))
            return (
              <li key={id}>
                <Tag tone={tones[card as keyof typeof tones]}>
                  {until ? t('case.escalation.validUntil', { what, on: longDay(until) }) : what}
                </Tag>
                <p className="mt-1 whitespace-pre-line" dir="auto">
                  {text}
                </p>
                {letter && (
                  <AppLink href={paths.cardFile(of, card)} download="">
                    {t('cardLetter.pdf')}
                    <span className="sr-only">{`: ${what}`}</span>
                  </AppLink>
                )}
              </li>
            )
          })}
        </ul>
      )}
    </Section>
  )
}
