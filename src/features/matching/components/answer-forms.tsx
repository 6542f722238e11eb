import { getTranslations } from 'next-intl/server'
import { reasonsOf } from '@/domain/matching/run/decided'
import type { Given } from '@/server/matching/answer'
import { SelectList } from '@/ui/choice-field'
import { cx } from '@/ui/cx'
import { Disclosure } from '@/ui/disclosure'
import { ErrorLine } from '@/ui/error-line'
import { SubmitButton } from '@/ui/pending-button'
import { Tag } from '@/ui/tag'
import { answerProposalAction } from '../actions'

type About = {
  readonly run: string
  readonly subject: string
  readonly on: 'case' | 'dwelling'
  /** When it was shown: how long somebody looked is counted. */
  readonly shown: number
  /** The answer that was sent without its reason. */
  readonly without: string | undefined
}

function Hidden({ run, subject, on, shown, answer }: Omit<About, 'without'> & { answer: string }) {
  return (
    <>
      {Object.entries({ run, subject, on, shown: String(shown), answer }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
    </>
  )
}

const tones = { accepted: 'success', skipped: 'neutral', deviated: 'warning' } as const

/** What was answered already, and why. */
export async function Answered({ answer: { answer, reason } }: { answer: Given }) {
  const t = await getTranslations('matching')
  return (
    <>
      <Tag tone={tones[answer]}>{t(`answers.${answer}`)}</Tag>
      {reason && <span className="mt-1 block">{t(`reasons.${reason}`)}</span>}
    </>
  )
}

/** An answer that needs a reason, by a code. Sent without one it stays open and says so. */
async function WithReason({ answer, without, ...about }: About & { answer: 'skipped' | 'deviated' }) {
  const t = await getTranslations('matching')
  const pending = (await getTranslations('form'))('pending')
  const options = reasonsOf[answer].map((value) => ({ value, label: t(`reasons.${value}`) }))
  const id = `${answer}-${about.subject}`
  const wrong = without === answer
  return (
    <Disclosure summary={t(`with.${answer}.open`)} open={wrong}>
      <form action={answerProposalAction} className="ui-form">
        <Hidden {...about} answer={answer} />
        <div className={cx('ui-field', wrong && 'ui-field-invalid')}>
          <label className="ui-label" htmlFor={id}>
            {t(`with.${answer}.why`)}
          </label>
          <ErrorLine id={`${id}-error`} error={wrong && t('noReason')} />
          <SelectList
            control={{
              id,
              name: 'reason',
              ...(wrong && { 'aria-describedby': `${id}-error`, 'aria-invalid': true }),
            }}
            value={undefined}
            empty={t('choose')}
            options={options}
          />
        </div>
        <SubmitButton variant="secondary" pendingLabel={pending}>
          {t(`with.${answer}.send`)}
        </SubmitButton>
      </form>
    </Disclosure>
  )
}

/** A person decides: agree, leave it for now or choose otherwise, both with a reason. */
export async function AnswerForms(about: About) {
  const t = await getTranslations('matching')
  const pending = (await getTranslations('form'))('pending')
  return (
    <div className="grid gap-4" id="answer">
      <form action={answerProposalAction}>
        <Hidden {...about} answer="accepted" />
        <SubmitButton variant="primary" pendingLabel={pending}>
          {t(`agree.${about.on}`)}
        </SubmitButton>
      </form>
      <WithReason {...about} answer="skipped" />
      <WithReason {...about} answer="deviated" />
    </div>
  )
}
