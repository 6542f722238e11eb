import { getTranslations } from 'next-intl/server'
import { noWords } from '@/domain/tenancy/own-words'
import { codeKey } from '@/i18n/codes'
import { Section } from '@/ui/section'
import { proposeWordsAction } from '../actions'
import { wordsFields } from '../asked'
import type { WordsScreen } from '../queries'
import { fieldLabels } from './paper-words'
import { WordsForm } from './words-form'

/** The form that proposes; not there while something waits, or for who only agrees. */
export async function Propose({ screen }: { screen: WordsScreen }) {
  if (screen.open || !screen.proposes) return null
  const t = await getTranslations()
  const label = await fieldLabels(false)
  const fields = wordsFields(screen.now?.words ?? noWords, screen.agreements).map((field) => ({
    ...field,
    label: label(field),
    help: t(
      `ownWords.${field.clause ? (field.clause.part === 'text' ? 'clauseHelp' : 'plainHelp') : 'letterheadHelp'}`,
    ),
  }))
  return (
    <Section title={t('ownWords.form')}>
      <p className="mb-4 text-soft">{t('ownWords.stays')}</p>
      <WordsForm
        action={proposeWordsAction}
        base={screen.now?.number ?? 0}
        letterhead={fields.filter(({ clause }) => !clause)}
        papers={screen.agreements.map((agreement) => ({
          title: t(codeKey('document', agreement)),
          fields: fields.filter(({ clause }) => clause?.agreement === agreement),
        }))}
        texts={{
          title: t('ownWords.title'),
          error: t('form.error'),
          wrong: t('form.summary'),
          more: t('ownWords.more'),
          submit: t('ownWords.propose'),
          pending: t('form.pending'),
        }}
      />
    </Section>
  )
}
