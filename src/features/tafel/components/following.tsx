import { getTranslations } from 'next-intl/server'
import { paths } from '@/paths'
import { AppLink } from '@/ui/app-link'
import { EmptyState } from '@/ui/empty-state'
import { Section } from '@/ui/section'
import type { SessionScreen } from '../in-session'

type Props = { screen: SessionScreen; who: string | null }

const closed = { planned: 'notBegun', adopted: 'ended', cancelled: 'ended' } as const

/** What the table talks about now, as far as this person may know. */
export async function InHandNow({ screen: { stage, following, led }, who }: Props) {
  const t = await getTranslations('session')
  if (!following) {
    const key = stage === 'inSession' ? 'nothing' : (closed[stage as keyof typeof closed] ?? 'ended')
    return <EmptyState title={t(key)}>{t(`${key}Help`)}</EmptyState>
  }
  const { place, cases, caseId, number, elapsed } = following
  return (
    <Section
      title={number ? t('case', { number }) : t('place', { place })}
      aside={t('placeOf', { place, cases })}
    >
      {who && (
        <p className="text-lg" dir="auto">
          {who}
        </p>
      )}
      <p>{led ? t('elapsedOf', { n: elapsed, planned: led.planned }) : t('elapsed', { n: elapsed })}</p>
      {caseId ? (
        <p className="mt-2">
          <AppLink href={paths.subject('case', caseId)}>{t('toCase')}</AppLink>
        </p>
      ) : (
        <p className="mt-2">{t('notYours')}</p>
      )}
    </Section>
  )
}
