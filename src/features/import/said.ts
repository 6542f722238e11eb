import 'server-only'
// What is wrong with a row, in sentences that say in which column and what to do.
import { getTranslations } from 'next-intl/server'
import { type ColumnKey, columnOf, letterOf } from '@/domain/import/columns'
import type { Ground, Wrong } from '@/domain/import/judge'
import { identitiesOf, judgeRow } from '@/domain/import/verdict'
import { codeKey } from '@/i18n/codes'
import { formats } from '@/i18n/format'
import type { Import, KeptRow } from '@/server/imports/keep'

/** By what the rows of one answer are told: how they are judged now, and who has a case already. */
export type Seen = {
  readonly its: Pick<Import, 'kind' | 'mapping'>
  readonly ground: Ground
  readonly known: ReadonlyMap<string, string>
}

const RAN = ['importDouble', 'importChanged', 'defect'] as const

/** The sentence about one thing that is wrong, behind the column where it stands. */
async function wrongs() {
  const t = await getTranslations()
  const { inWords } = await formats()

  /** The words that a cell can hold: there is no list to choose from in a file. */
  const wordsFor = (column: ColumnKey) => {
    const { field } = columnOf(column)
    return field.kind === 'code' ? field.codes.map((code) => t(codeKey(field.list, code))).join(' / ') : ''
  }

  const reasonOf = ({ column, of, fault, values }: Wrong, kind: Import['kind']) => {
    const label = t(`import.columns.${column}`)
    if (of === 'refusals') return t(`refusals.${fault}`, inWords(values))
    if (fault === 'exampleRow') return t(`import.of.${kind}.exampleRow`)
    if (of === 'import.wrong') return t(`import.wrong.${fault}`, { label, words: wordsFor(column) })
    const { max = '', min = '' } = columnOf(column).field as { max?: number; min?: number }
    return t(`errors.${fault}`, { label, max, min })
  }

  return (wrong: Wrong, { its }: Seen) => {
    const [label, place] = [t(`import.columns.${wrong.column}`), its.mapping[wrong.column]]
    const said = reasonOf(wrong, its.kind)
    if (place === undefined) return t('import.errors.absent', { label, said })
    return t('import.errors.column', { letter: letterOf(place), label, said })
  }
}

export async function tellers() {
  const t = await getTranslations()
  const ofWrong = await wrongs()

  const ofDouble = ({ twin, cells }: KeptRow, { its, ground, known }: Seen) => {
    if (twin !== null) return t(`import.of.${its.kind}.twin`, { row: twin })
    const keys = identitiesOf(judgeRow(its.kind, cells, its.mapping, ground))
    const number = keys.map((key) => known.get(key)).find((one) => one !== undefined)
    return t(`import.of.${its.kind}.known`, { number: number ?? '' })
  }

  const ofRefused = ({ reason }: KeptRow, { its }: Seen) =>
    t(`import.of.${its.kind}.refused.${RAN.find((one) => one === reason) ?? 'other'}`)

  /** What can be done about a row that did not come in, or will not; nothing for one that can. */
  return (row: KeptRow, seen: Seen): string[] => {
    if (row.state === 'double') return [ofDouble(row, seen)]
    if (row.state === 'refused') return [ofRefused(row, seen)]
    const judged = judgeRow(seen.its.kind, row.cells, seen.its.mapping, seen.ground)
    return 'wrong' in judged ? judged.wrong.map((one) => ofWrong(one, seen)) : []
  }
}
