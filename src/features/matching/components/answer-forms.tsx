import { getTranslations } from 'next-intl/server'
import { deviations } from '@/domain/matching/run/decided'
import { ButtonRow } from '@/ui/button'
import { SelectList } from '@/ui/choice-field'
import { Disclosure } from '@/ui/disclosure'
import { SubmitButton } from '@/ui/pending-button'
import { Tag } from '@/ui/tag'
import { answerProposalAction } from '../actions'

type About = {
  readonly run: string
  readonly subject: string
  readonly on: 'case' | 'dwelling'
  /** When it was shown: how long somebody looked is counted. */
  readonly shown: number
}

function Hidden({ run, subject, on, shown, answer }: About & { answer: string }) {
  return (
    <>
      {Object.entries({ run, subject, on, shown: String(shown), answer }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
    </>
  )
}

const tones = { accepted: 'success', skipped: 'neutral', deviated: 'warning' } as const

/** What was answered already. */
export async function Answered({ answer }: { answer: keyof typeof tones }) {
  const t = await getTranslations('matching')
  return <Tag tone={tones[answer]}>{t(`answers.${answer}`)}</Tag>
}

/** Somebody chooses otherwise, and says why by a code. */
async function Deviate(about: About) {
  const t = await getTranslations('matching')
  const pending = (await getTranslations('form'))('pending')
  const reasons = deviations.map((value) => ({ value, label: t(`reasons.${value}`) }))
  const id = `deviation-${about.subject}`
  return (
    <Disclosure summary={t('deviate')}>
      <form action={answerProposalAction} className="ui-form">
        <Hidden {...about} answer="deviated" />
        <div className="ui-field">
          <label className="ui-label" htmlFor={id}>
            {t('why')}
          </label>
          <SelectList
            control={{ id, name: 'reason' }}
            value={undefined}
            empty={t('choose')}
            options={reasons}
          />
        </div>
        <SubmitButton variant="secondary" pendingLabel={pending}>
          {t('deviateSend')}
        </SubmitButton>
      </form>
    </Disclosure>
  )
}

/** A person decides: agree, leave it, or choose otherwise and say why. */
export async function AnswerForms(about: About) {
  const t = await getTranslations('matching')
  const pending = (await getTranslations('form'))('pending')
  return (
    <div className="grid gap-4">
      <ButtonRow>
        <form action={answerProposalAction}>
          <Hidden {...about} answer="accepted" />
          <SubmitButton variant="primary" pendingLabel={pending}>
            {t(`agree.${about.on}`)}
          </SubmitButton>
        </form>
        <form action={answerProposalAction}>
          <Hidden {...about} answer="skipped" />
          <SubmitButton variant="secondary" pendingLabel={pending}>
            {t('skip')}
          </SubmitButton>
        </form>
      </ButtonRow>
      <Deviate {...about} />
    </div>
  )
}
