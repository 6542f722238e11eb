import { getTranslations } from 'next-intl/server'
import { ButtonRow } from '@/ui/button'
import { SubmitButton } from '@/ui/pending-button'
import { Section } from '@/ui/section'
import { calendarLinkAction } from '../actions'
import type { ChoicesScreen } from '../queries'

/** The link for a calendar program: how to use it, and how to be rid of it. */
export async function CalendarLink({ calendar }: ChoicesScreen) {
  const t = await getTranslations()
  return (
    <Section title={t('calendar.title')} id="calendar">
      <div className="grid max-w-[68ch] gap-4">
        <p>{t('calendar.lead')}</p>
        {calendar && (
          <>
            <p>{t('calendar.use')}</p>
            <p className="wrap-anywhere rounded-xs border border-line bg-sunk p-3">{calendar}</p>
            <p>{t('calendar.secret')}</p>
          </>
        )}
        <form action={calendarLinkAction}>
          <ButtonRow>
            <SubmitButton name="link" value="new" variant="secondary" pendingLabel={t('form.pending')}>
              {t(calendar ? 'calendar.renew' : 'calendar.make')}
            </SubmitButton>
            {calendar && (
              <SubmitButton name="link" value="none" variant="quiet" pendingLabel={t('form.pending')}>
                {t('calendar.stop')}
              </SubmitButton>
            )}
          </ButtonRow>
        </form>
      </div>
    </Section>
  )
}
