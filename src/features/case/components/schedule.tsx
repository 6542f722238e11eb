import { getTranslations } from 'next-intl/server'
import { formats } from '@/i18n/format'
import { Facts } from '@/ui/facts'
import { Section } from '@/ui/section'
import type { CaseScreen } from '../queries'

/** The visits and evaluations to come: they follow from the key date. */
export async function Schedule({ schedule }: { schedule: CaseScreen['schedule'] }) {
  const t = await getTranslations('case')
  const { longDay } = await formats()
  if (!schedule) return null
  const items = [
    ...(schedule.visits.length
      ? [{ term: t('nextVisits'), value: schedule.visits.map(longDay).join(' · ') }]
      : []),
    ...(schedule.evaluations.length
      ? [{ term: t('nextEvaluations'), value: schedule.evaluations.map(longDay).join(' · ') }]
      : []),
  ]
  if (!items.length) return null
  return (
    <Section title={t('schedule')}>
      <p className="mb-4 text-soft">{t('scheduleHelp')}</p>
      <Facts items={items} />
    </Section>
  )
}
