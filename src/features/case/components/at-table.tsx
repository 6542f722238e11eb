import { getTranslations } from 'next-intl/server'
import { formats } from '@/i18n/format'
import { Facts } from '@/ui/facts'
import { Section } from '@/ui/section'
import type { TableScreen } from '../table-queries'
import { knownFacts } from './known-facts'
import { Positions } from './positions'

/** The groups of facts of a case at the table, without who else reads them: everybody sits beside it. */
async function FactsAtTable({ compartments }: Pick<TableScreen, 'compartments'>) {
  const t = await getTranslations()
  const format = await formats()
  const sections = compartments.map(({ name, rows }) => (
    <Section key={name} title={t(`compartments.${name}.title`)}>
      {rows.map((row, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows of a compartment never change their order
        <Facts key={i} items={knownFacts(t, format, name, row)} />
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
