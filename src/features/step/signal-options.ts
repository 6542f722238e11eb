import 'server-only'
// The open signals, each in a line by which one knows it again.
import { getTranslations } from 'next-intl/server'
import { openSignals } from '@/domain/aftercare/signal-course'
import { aboutOf } from '@/domain/aftercare/signal-words'
import type { Case } from '@/domain/case/case'
import type { Step } from '@/domain/kernel/step'
import { codeKey } from '@/i18n/codes'
import { formats } from '@/i18n/format'
import type { Tx } from '@/server/db/client'
import { organisationsOf } from '@/server/directory'

/** The signals that this step can be about: to pick up those that nobody took on yet, to finish any. */
export async function signalOptions(
  tx: Tx,
  kase: Case | null,
  { name }: Step,
): Promise<{ value: string; label: string }[]> {
  const t = await getTranslations()
  const { day } = await formats()
  const names = await organisationsOf(tx)
  const open = kase ? openSignals(kase) : []
  return open
    .filter(({ pickedUpOn }) => name !== 'pickUpSignal' || !pickedUpOn)
    .map((signal) => {
      const about = aboutOf(kase as Case, signal)
      const by = signal.raisedBy ? names.get(signal.raisedBy)?.name : null
      const parts = [about ? t(codeKey(about.list, about.code)) : t(`case.signals.${signal.kind}`), by]
      return { value: signal.id, label: [...parts, day(signal.raisedOn)].filter(Boolean).join(' · ') }
    })
}
