import { getTranslations } from 'next-intl/server'
import type { Difference } from '@/domain/covenant/change'
import type { ContingentLine } from '@/domain/covenant/contingent'
import { Table } from '@/ui/table'
import type { ChangeScreen } from '../change'
import { lineWords } from '../numbers'

type Props = { screen: ChangeScreen; differences: readonly Difference[] }

const HOMES = 'contingent.lines'

/** The words for one side of a difference: a line of homes and a term in plain words, all else as it is kept. */
async function sideWords({ names }: ChangeScreen) {
  const t = await getTranslations()
  const line = await lineWords(names)
  return (at: string, value: unknown): string => {
    if (value === null) return t('covenantChange.nothingThere')
    if (at === HOMES) {
      const { agreed, ...its } = value as ContingentLine
      const n = agreed.as === 'percentage' ? agreed.percent : agreed.homes
      return `${line({ ...its, agreed })}: ${t(`covenantChange.as.${agreed.as}`, { n })}`
    }
    return at.startsWith('terms.') ? t('covenant.terms.n', { n: Number(value) }) : JSON.stringify(value)
  }
}

/** What a proposed version changes: a row for each place where the two differ. */
export async function Differences({ screen, differences }: Props) {
  const t = await getTranslations()
  const words = await sideWords(screen)
  const what = (at: string) =>
    at === HOMES
      ? t('covenantChange.homes')
      : at.startsWith('terms.')
        ? t(`covenant.terms.of.${at.slice('terms.'.length)}`)
        : at
  return (
    <Table
      caption={t('covenantChange.changes')}
      columns={[
        { key: 'what', label: t('covenantChange.what') },
        { key: 'before', label: t('covenantChange.before') },
        { key: 'after', label: t('covenantChange.after') },
      ]}
      rows={differences.map(({ at, before, after }, i) => ({
        key: `${at} ${i}`,
        cells: { what: what(at), before: words(at, before), after: words(at, after) },
      }))}
      empty={null}
    />
  )
}
