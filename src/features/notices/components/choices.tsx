import { getTranslations } from 'next-intl/server'
import { stepOf } from '@/domain/case/steps'
import { mailWays, mustHear } from '@/domain/notices/choice'
import { formats } from '@/i18n/format'
import { CheckField, ChoiceField } from '@/ui/choice-field'
import { Disclosure } from '@/ui/disclosure'
import { SubmitButton } from '@/ui/pending-button'
import { Section } from '@/ui/section'
import { SelectLine } from '@/ui/select-line'
import { chooseMailAction } from '../actions'
import { AS_USUAL } from '../choose'
import type { ChoicesScreen } from '../queries'

async function waysOf() {
  const t = await getTranslations('mailChoice')
  return mailWays.map((value) => ({ value, label: t(`ways.${value}`) }))
}

/** Each thing that this person hears of: otherwise than usual, or what must be told in any case. */
async function PerEvent({ events, choice }: ChoicesScreen) {
  const t = await getTranslations()
  const options = [{ value: AS_USUAL, label: t('mailChoice.asUsual') }, ...(await waysOf())]
  const name = (event: string) => t(stepOf(event) ? `steps.${event}.label` : `mailChoice.${event}`)
  const groups = [...Map.groupBy(events, (event) => stepOf(event)?.kind ?? 'case')]
  return groups.map(([kind, its]) => (
    <fieldset key={kind} className="ui-field">
      <legend className="ui-label">{t(`mailChoice.about.${kind}`)}</legend>
      {its.map((event) =>
        mustHear(event) ? (
          <p key={event} className="ui-select-line">
            <span>{name(event)}</span>
            <span className="text-soft">{t('mailChoice.always')}</span>
          </p>
        ) : (
          <SelectLine
            key={event}
            name={event}
            label={name(event)}
            value={choice.per[event] ?? AS_USUAL}
            options={options}
          />
        ),
      )}
    </fieldset>
  ))
}

async function Quiet({ choice: { quiet, workingDays } }: ChoicesScreen) {
  const t = await getTranslations('mailChoice')
  const { time } = await formats()
  const hours = Array.from({ length: 24 }, (_, hour) => ({
    value: String(hour),
    label: time(`${String(hour).padStart(2, '0')}:00`),
  }))
  return (
    <>
      <fieldset className="ui-field">
        <legend className="ui-label">{t('quiet')}</legend>
        <p className="ui-help">{t('quietHelp')}</p>
        <SelectLine
          name="quietFrom"
          label={t('from')}
          value={quiet ? String(quiet.from) : ''}
          options={[{ value: '', label: t('noQuiet') }, ...hours]}
        />
        <SelectLine name="quietUntil" label={t('until')} value={String(quiet?.until ?? 7)} options={hours} />
      </fieldset>
      <CheckField name="workingDays" label={t('workingDays')} defaultChecked={workingDays} />
    </>
  )
}

/** When this person hears by mail. */
export async function Choices(screen: ChoicesScreen) {
  const t = await getTranslations()
  return (
    <Section title={t('mailChoice.mail')}>
      <form action={chooseMailAction}>
        <ChoiceField
          name="usual"
          label={t('mailChoice.usual')}
          help={t('mailChoice.usualHelp')}
          defaultValue={screen.choice.usual}
          options={await waysOf()}
        />
        {screen.events.length > 0 && (
          <div className="mb-6">
            <Disclosure summary={t('mailChoice.per')}>
              <PerEvent {...screen} />
            </Disclosure>
          </div>
        )}
        <Quiet {...screen} />
        <SubmitButton pendingLabel={t('form.pending')}>{t('mailChoice.keep')}</SubmitButton>
      </form>
    </Section>
  )
}
