import { getTranslations } from 'next-intl/server'
import { formats } from '@/i18n/format'
import { paths } from '@/paths'
import { ItemList } from '@/ui/item-list'
import { SubmitButton } from '@/ui/pending-button'
import { Section } from '@/ui/section'
import { seeAlertAction } from '../actions'
import type { JournalScreen } from '../queries'

type Alert = NonNullable<JournalScreen['watch']>['alerts'][number]

/** Where the records stand that raised it; of the chain itself, nowhere. */
function recordsOf({ about, person, day }: Alert): string | null {
  if (!person) return null
  const kind = about === 'refusals' ? 'denied' : 'read'
  return `${paths.journal}?${new URLSearchParams({ kind, person, from: day, until: day })}`
}

async function Seen({ id, label }: { id: string; label: string }) {
  const t = await getTranslations()
  return (
    <form action={seeAlertAction} className="ui-print-hide">
      <input type="hidden" name="alert" value={id} />
      <SubmitButton variant="secondary" pendingLabel={t('form.pending')}>
        {t('journal.seeAlert')}
        <span className="sr-only">: {label}</span>
      </SubmitButton>
    </form>
  )
}

/** What calls now: each stays until somebody says that they have seen it. */
export async function Alerts({ alerts }: { alerts: readonly Alert[] }) {
  const t = await getTranslations('journal')
  const { longDay } = await formats()
  if (!alerts.length) return null
  const items = alerts.map((alert) => {
    const { id, about, name, day, times } = alert
    const title = t(`alertAbout.${about}`)
    const href = recordsOf(alert)
    return {
      key: id,
      title,
      ...(href && { href }),
      detail: t(`alertSays.${about}`, { person: name, n: times ?? 0, day: longDay(day) }),
      status: <Seen id={id} label={title} />,
    }
  })
  return (
    <Section title={t('alerts')}>
      <ItemList items={items} />
      <p className="mt-2 text-soft">{t('alertsHelp')}</p>
    </Section>
  )
}
