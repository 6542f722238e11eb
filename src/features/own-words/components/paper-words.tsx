import { getTranslations } from 'next-intl/server'
import { noWords } from '@/domain/tenancy/own-words'
import { codeKey } from '@/i18n/codes'
import { paths } from '@/paths'
import type { Wording } from '@/server/own-words'
import { Table } from '@/ui/table'
import { type WordsField, wordsFields } from '../asked'
import type { WordsScreen } from '../queries'

type Props = { screen: WordsScreen; wording: Wording }

/** How each field is called; within its agreement, or `whole` by itself. */
export async function fieldLabels(whole: boolean) {
  const t = await getTranslations()
  return ({ clause }: WordsField) => {
    if (!clause) return t('ownWords.letterhead')
    const key = clause.part === 'text' ? 'clauseText' : 'clausePlain'
    const document = t(codeKey('document', clause.agreement))
    return t(`ownWords.${key}${whole ? 'Of' : ''}`, { document, n: clause.n })
  }
}

/** The papers with these words, to look at. */
export async function Examples({ screen, wording }: Props) {
  const t = await getTranslations()
  return (
    <p className="flex flex-wrap gap-x-6 gap-y-2">
      {screen.agreements.map((agreement) => (
        <a key={agreement} className="ui-link" href={paths.wordsOnPaper(wording.id, agreement)} download>
          {t('ownWords.example', { document: t(codeKey('document', agreement)) })}
        </a>
      ))}
    </p>
  )
}

/** What stands there, or, beside `before`, what differs from it. */
export async function WordsTable({
  screen,
  wording,
  before,
}: Props & { wording: Wording; before?: Wording | null }) {
  const t = await getTranslations('ownWords')
  const label = await fieldLabels(true)
  const was = wordsFields(before?.words ?? noWords, screen.agreements)
  const compared = before !== undefined
  const text = (value: string) =>
    value ? (
      <span dir="auto" className="whitespace-pre-line">
        {value}
      </span>
    ) : (
      <span className="text-soft">{t('nothingThere')}</span>
    )
  const rows = wordsFields(wording.words, screen.agreements).flatMap((field, at) => {
    const old = was[at]?.value ?? ''
    if (compared ? old === field.value : !field.value) return []
    return [{ key: field.name, cells: { what: label(field), before: text(old), after: text(field.value) } }]
  })
  return (
    <Table
      caption={t(compared ? 'changes' : 'now', { n: wording.number })}
      columns={[
        { key: 'what', label: t('what') },
        ...(compared ? [{ key: 'before', label: t('before') }] : []),
        { key: 'after', label: t(compared ? 'after' : 'before') },
      ]}
      rows={rows}
      empty={null}
    />
  )
}
