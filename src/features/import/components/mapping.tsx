import { getTranslations } from 'next-intl/server'
import { letterOf } from '@/domain/import/columns'
import { SelectList } from '@/ui/choice-field'
import { ErrorSummary } from '@/ui/error-summary'
import { controlProps, FieldFrame, fieldId } from '@/ui/field-frame'
import { SubmitButton } from '@/ui/pending-button'
import { Section } from '@/ui/section'
import { mapImportAction } from '../actions'
import { columnsExplained } from '../explained'
import type { ImportScreen } from '../queries'

/** Each fact that can be pointed out, with what is said about it; wrong is one that is needed and was left out. */
async function fieldsOf({ its, asked }: ImportScreen) {
  const t = await getTranslations()
  return (await columnsExplained(its.kind)).map(({ key, label, help, needed }) => ({
    key,
    name: `column-${key}`,
    label,
    ...(help && { help }),
    ...(!needed && { optional: t('form.optional') }),
    ...(needed &&
      asked.at &&
      asked.at[key] === undefined && { error: t(`import.of.${its.kind}.missing`, { label }) }),
  }))
}

/** What the file has: each column by its letter and its heading. */
async function optionsOf({ its }: ImportScreen) {
  const t = await getTranslations('import.mapping')
  return its.headings.map((heading, at) => ({
    value: String(at),
    label: t('column', { letter: letterOf(at), heading: heading || t('noName') }),
  }))
}

/** Which column of the file holds what: filled in where the headings say so, to be corrected by a person. */
export async function MappingForm(screen: ImportScreen) {
  const { its, asked } = screen
  const t = await getTranslations()
  const [fields, options, mapping] = [
    await fieldsOf(screen),
    await optionsOf(screen),
    asked.at ?? its.mapping,
  ]
  const wrong = fields.flatMap(({ name, error }) =>
    error ? [{ href: `#${fieldId(name)}`, text: error }] : [],
  )
  return (
    <>
      {wrong.length > 0 && <ErrorSummary title={t('form.summary')} items={wrong} />}
      <Section title={t('import.mapping.title')}>
        <p className="mb-4">{t('import.mapping.lead')}</p>
        <form action={mapImportAction} className="ui-form">
          <input type="hidden" name="import" value={its.id} />
          {fields.map(({ key, ...field }) => (
            <FieldFrame key={key} {...field}>
              <SelectList
                control={controlProps(field)}
                value={mapping[key] === undefined ? undefined : String(mapping[key])}
                empty={t('import.mapping.none')}
                options={options}
                className="ui-width-medium"
              />
            </FieldFrame>
          ))}
          <div className="ui-button-row">
            <SubmitButton pendingLabel={t('form.pending')}>{t('import.mapping.submit')}</SubmitButton>
          </div>
        </form>
      </Section>
    </>
  )
}
