import { getTranslations } from 'next-intl/server'
import { formats } from '@/i18n/format'
import { Notice } from '@/ui/notice'
import { SubmitButton } from '@/ui/pending-button'
import { discardDraftAction } from '../actions'
import type { DraftScreen } from '../draft-queries'
import { ofItself } from '../form-state'
import type { StepScreen } from '../queries'

type Props = { draft: DraftScreen; screen: StepScreen }

/** That one goes on where one left off, with the way to begin again; or that it was thrown away, with the way back. */
export async function DraftNotice({ draft, screen }: Props) {
  const t = await getTranslations('draft')
  const pending = (await getTranslations('form'))('pending')
  const { weekday } = await formats()
  const [last] = draft.drafts
  if (!last && !draft.discarded) return null
  const of = ofItself({ step: screen.step, subject: screen.subjectId, about: draft.about })
  return (
    <Notice tone="info">
      <p>{last ? t('wasHere', { day: weekday(last.on), time: last.at }) : t('thrownAway')}</p>
      <form action={discardDraftAction} className="mt-2" data-draft>
        {Object.entries(of).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {!last && <input type="hidden" name="back" value="yes" />}
        <SubmitButton pendingLabel={pending} variant="secondary">
          {t(last ? 'discard' : 'bringBack')}
        </SubmitButton>
      </form>
    </Notice>
  )
}
