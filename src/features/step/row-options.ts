import 'server-only'
// The rows that can be taken back, each in a line by which one knows it again.
import { getTranslations } from 'next-intl/server'
import type { Actor } from '@/domain/case/actor'
import { type Case, caseProcess } from '@/domain/case/case'
import { type Row, rowsToTakeBack, type TakeBackList } from '@/domain/intake/take-back'
import type { Field } from '@/domain/kernel/field'
import type { Compartments } from '@/domain/kernel/subject'
import { codeKey } from '@/i18n/codes'
import { formats } from '@/i18n/format'

/** So many facts tell a row from the others. */
const FACTS = 3

/** The rows of this case that this actor may take back. */
export async function rowOptions(
  kase: Case | null,
  actor: Actor,
): Promise<{ value: string; label: string }[]> {
  const t = await getTranslations()
  const { day } = await formats()
  const word = (field: Field, value: unknown) => {
    if (field.kind === 'code') return t(codeKey(field.list, String(value)))
    return field.kind === 'day' ? day(String(value)) : String(value)
  }
  const line = (list: TakeBackList, row: Row) =>
    Object.entries((caseProcess.compartments as Compartments)[list]?.fields ?? {})
      .filter(
        ([name, { kind }]) => row[name] !== null && kind !== 'flag' && kind !== 'longText' && kind !== 'ref',
      )
      .slice(0, FACTS)
      .map(([name, field]) => word(field, row[name]))
  return (kase ? rowsToTakeBack(kase, actor) : []).map(({ list, row }) => ({
    value: row.id,
    label: [t(`compartments.${list}.title`), ...line(list, row)].join(' · '),
  }))
}
