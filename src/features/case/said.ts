// A value of a case as people read it, by the kind of its field: on a screen and on paper.
import { caseProcess } from '@/domain/case/case'
import type { Compartments } from '@/domain/kernel/subject'
import { codeKey } from '@/i18n/codes'
import type { Format } from '@/i18n/format'
import type { Shown } from './file-queries'

type Written = Pick<Format, 'day' | 'money'>

/** Whether nothing was filled in. */
export const isOpen = ({ value }: Shown): boolean => value === null || value === undefined || value === ''

/** "Ja", "12-11-2026", "€ 612,45": what a field holds. */
export function said(
  t: (key: string) => string,
  { day, money }: Written,
  compartment: string,
  shown: Shown,
): string {
  const { name, value } = shown
  const field = (caseProcess.compartments as Compartments)[compartment]?.fields[name]
  if (isOpen(shown)) return t('form.empty')
  if (field?.kind === 'day') return day(String(value))
  if (field?.kind === 'money') return money(Number(value))
  if (field?.kind === 'flag') return t(value ? 'form.yes' : 'form.no')
  if (field?.kind === 'code') return t(codeKey(field.list, String(value)))
  if (field?.kind === 'codes') return (value as string[]).map((v) => t(codeKey(field.list, v))).join(', ')
  return String(value)
}
