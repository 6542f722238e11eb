import { getTranslations } from 'next-intl/server'
import { criteria } from '@/domain/covenant/rule-set'
import { codeKey } from '@/i18n/codes'
import { formats } from '@/i18n/format'
import { paths } from '@/paths'
import { AppLink } from '@/ui/app-link'
import { Button } from '@/ui/button'
import { ChoiceField } from '@/ui/choice-field'
import { EmptyState } from '@/ui/empty-state'
import { Table } from '@/ui/table'
import { type ExceptionLine, type ExceptionsScreen, TAKEN } from '../exceptions'

async function rowOf(line: ExceptionLine) {
  const t = await getTranslations()
  const { day } = await formats()
  return {
    key: `${line.caseId} ${line.on}`,
    href: paths.subject('case', line.caseId),
    cells: {
      number: <span className="whitespace-nowrap">{line.number}</span>,
      on: <span className="whitespace-nowrap">{day(line.on)}</span>,
      rule: (
        <>
          <strong>{t(codeKey('criterion', line.rule))}</strong>
          <span className="block whitespace-pre-line" dir="auto">
            {line.deviation}
          </span>
        </>
      ),
      until: <span className="whitespace-nowrap">{day(line.until)}</span>,
      deciders: line.deciders.map((seat) => t(codeKey('seat', seat))).join(', '),
      municipality: line.municipality,
    },
  }
}

/** One rule, or all of them: a small form that works without a script. */
async function ByRule({ rule }: { rule: string | null }) {
  const t = await getTranslations()
  return (
    <form method="get" action={paths.exceptions} className="ui-form print:hidden">
      <ChoiceField
        name="rule"
        label={t('exceptions.rule')}
        defaultValue={rule ?? ''}
        emptyLabel={t('exceptions.allRules')}
        options={criteria.map((one) => ({ value: one, label: t(codeKey('criterion', one)) }))}
      />
      <div className="ui-button-row">
        <Button type="submit">{t('exceptions.show')}</Button>
      </div>
    </form>
  )
}

/** The register of exceptions, with the way to take it along. */
export async function Exceptions({ screen: { lines, rule, next } }: { screen: ExceptionsScreen }) {
  const t = await getTranslations('exceptions')
  const columns = ['number', 'on', 'rule', 'until', 'deciders', 'municipality'].map((key) => ({
    key,
    label: t(key),
  }))
  return (
    <div className="grid gap-6">
      <ByRule rule={rule} />
      <Table
        caption={t('title')}
        captionHidden
        columns={columns}
        rows={await Promise.all(lines.map(rowOf))}
        empty={<EmptyState title={t('none')}>{t('noneHelp')}</EmptyState>}
      />
      {next && <AppLink href={`${paths.exceptions}?rule=${rule ?? ''}&after=${next}`}>{t('next')}</AppLink>}
      {lines.length > 0 && (
        <form method="post" action={paths.exceptionsExport} className="print:hidden">
          <input type="hidden" name="rule" value={rule ?? ''} />
          <Button type="submit">{t('take')}</Button>
          <p className="mt-2 text-soft">{t('taken', { n: TAKEN })}</p>
        </form>
      )}
    </div>
  )
}
