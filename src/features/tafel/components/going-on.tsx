import { getTranslations } from 'next-intl/server'
import { formats } from '@/i18n/format'
import { paths } from '@/paths'
import { AppLink } from '@/ui/app-link'
import { Section } from '@/ui/section'
import type { GoingOn } from '../going-on'

/** What was put off goes to a next tafel: how much that is, and to which it can go. */
export async function GoesOn({ goingOn: { cases, next } }: { goingOn: GoingOn }) {
  const t = await getTranslations('tafel.goesOn')
  const { longDay } = await formats()
  return (
    <Section title={t('title')}>
      <p>
        {t('cases', { n: cases })}{' '}
        {next ? (
          <AppLink href={paths.agenda(next.id)}>{t('next', { n: cases, on: longDay(next.on) })}</AppLink>
        ) : (
          t('none')
        )}
      </p>
    </Section>
  )
}
