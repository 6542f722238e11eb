import { getTranslations } from 'next-intl/server'
import { formats } from '@/i18n/format'
import { Notice } from '@/ui/notice'
import type { Stopped as Stop } from '../stopped'

/** What another party can no longer read, since the client withdrew it. */
export async function Stopped({ stopped }: { stopped: readonly Stop[] }) {
  const t = await getTranslations()
  const { longDay, list } = await formats()
  if (!stopped.length) return null
  const said = stopped.map(({ recipient, on, facts }) =>
    t('consent.stopped', {
      recipient,
      day: longDay(on),
      facts: list(facts.map((name) => t(`compartments.${name}.title`))),
    }),
  )
  return (
    <Notice tone="warning" title={t('consent.stoppedTitle')}>
      {said.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <p>{t('consent.stoppedHelp')}</p>
    </Notice>
  )
}
