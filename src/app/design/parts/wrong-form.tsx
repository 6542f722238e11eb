import { getTranslations } from 'next-intl/server'
import { Button } from '@/ui/button'
import { ChoiceField } from '@/ui/choice-field'
import { DateField } from '@/ui/date-field'
import { ErrorSummary } from '@/ui/error-summary'
import { TextField } from '@/ui/text-field'

/** A form as it comes back: what is wrong on top, and with each field. Sent empty it shows itself so. */
export async function WrongForm({ sent }: { sent: boolean }) {
  const t = await getTranslations('design')
  const wrong = {
    'sent-name': t('field.nameWrong'),
    'sent-day': t('field.dayWrong'),
    'sent-stay': t('choice.stayWrong'),
  }
  const error = (name: keyof typeof wrong) => (sent ? { error: wrong[name] } : {})
  const items = Object.entries(wrong).map(([name, text]) => ({ href: `#field-${name}`, text }))
  const stays = (['bw', 'mo', 'jmv'] as const).map((value) => ({ value, label: t(`choice.stays.${value}`) }))
  return (
    <form action="/design#form" className="ui-form" noValidate>
      {sent ? <ErrorSummary title={t('form.wrong')} items={items} /> : <p>{t('form.try')}</p>}
      <p className="text-soft">{t('form.rule')}</p>
      <input type="hidden" name="sent" value="1" />
      <TextField name="sent-name" label={t('field.name')} {...error('sent-name')} />
      <DateField
        name="sent-day"
        label={t('field.day')}
        example={t('field.dayExample')}
        {...error('sent-day')}
      />
      <ChoiceField name="sent-stay" label={t('choice.stay')} options={stays} {...error('sent-stay')} />
      <div>
        <Button type="submit" variant="primary">
          {t('form.send')}
        </Button>
      </div>
    </form>
  )
}
