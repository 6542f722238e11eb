import { getTranslations } from 'next-intl/server'
import { codeKey } from '@/i18n/codes'
import { formats } from '@/i18n/format'
import { Notice } from '@/ui/notice'
import type { PendingHandover } from '../handovers'

/** Who was asked to take the case over, and what was said about it. */
export async function Handovers({ pending }: { pending: readonly PendingHandover[] }) {
  const t = await getTranslations()
  const { longDay } = await formats()
  return pending.map(({ part, name, own, why, agreedOn, note }) => (
    <Notice key={part} tone="info" title={t(`case.handover.${own ? 'own' : ''}${part}`, { name })}>
      <p>
        {why && t('case.handover.why', { why: t(codeKey('handoverWhy', why)) })}{' '}
        {agreedOn && t(`case.handover.agreed${part}`, { day: longDay(agreedOn) })}
      </p>
      {note && (
        <p className="whitespace-pre-line" dir="auto">
          {note}
        </p>
      )}
    </Notice>
  ))
}
