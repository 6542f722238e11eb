import { getTranslations } from 'next-intl/server'
import { formats } from '@/i18n/format'
import { labelOf } from '@/i18n/labels'
import { Facts } from '@/ui/facts'
import { Section } from '@/ui/section'
import { said } from '../said'
import type { TableScreen } from '../table-queries'
import { Positions } from './positions'

/** The groups of facts of a case at the table, without who else reads them: everybody sits beside it. */
export async function FactsAtTable({ compartments }: Pick<TableScreen, 'compartments'>) {
  const t = await getTranslations()
  const format = await formats()
  const facts = (name: string, row: TableScreen['compartments'][number]['rows'][number]) =>
    row
      .filter(({ value }) => value !== null && value !== '')
      .map((shown) => ({
        term: labelOf(t, name, shown.name),
        value: (
          <span className="whitespace-pre-line" dir="auto">
            {said(t, format, name, shown)}
          </span>
        ),
      }))
  const sections = compartments.map(({ name, rows }) => (
    <Section key={name} title={t(`compartments.${name}.title`)}>
      {rows.map((row, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows of a compartment never change their order
        <Facts key={i} items={facts(name, row)} />
      ))}
    </Section>
  ))
  return <div className="ui-at-table">{sections}</div>
}

/** Where the parties stood, and what is shared of the case. */
export function CaseAtTable({ screen }: { screen: TableScreen }) {
  return (
    <>
      <Positions lines={screen.positions} />
      <FactsAtTable compartments={screen.compartments} />
    </>
  )
}
