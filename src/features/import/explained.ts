import 'server-only'
// What each column of a file means, whether it is needed, and what can stand in it: on the page and in the template.
import { getTranslations } from 'next-intl/server'
import { type ColumnKey, columnOf, keysOf, type SheetKind } from '@/domain/import/columns'
import { codeKey } from '@/i18n/codes'

const about = [
  'gemeente',
  'agreedOn',
  'agreedHow',
  'stated',
  'statedSince',
  'statedForm',
  'statedLevel',
  'secrecy',
  'unitNumber',
  'municipality',
  'lift',
  'rent',
] as const satisfies readonly ColumnKey[]

export type ColumnSaid = {
  readonly key: ColumnKey
  readonly label: string
  readonly needed: boolean
  /** A sentence about what is meant; empty where the name says it all. */
  readonly help: string
  /** What a cell can hold; empty where that is free. */
  readonly holds: string
}

/** Every column of a file of this kind, in the order of the template. */
export async function columnsExplained(kind: SheetKind): Promise<readonly ColumnSaid[]> {
  const t = await getTranslations()
  return keysOf(kind).map((key) => {
    const { field, needed = false } = columnOf(key)
    const explained = about.find((one) => one === key)
    const words = field.kind === 'code' ? field.codes.map((code) => t(codeKey(field.list, code))) : []
    return {
      key,
      label: t(`import.columns.${key}`),
      needed,
      help: explained ? t(`import.about.${explained}`) : '',
      holds: field.kind === 'day' ? t('import.explain.day') : words.join(' / '),
    }
  })
}
