import 'server-only'
// What somebody typed in a form that is no step: read field by field, with what is wrong said at its field.
import { getTranslations } from 'next-intl/server'
import type { Field } from '@/domain/kernel/field'
import { readField } from '@/domain/kernel/input'
import { today } from './clock'

export type Wrong = { readonly name: string; readonly text: string }

/** All that was typed, by the names of the fields; a browser sends the end of a line as two characters. */
export const typedIn = (form: FormData): Record<string, string> =>
  Object.fromEntries(
    [...form].flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value.replaceAll('\r\n', '\n').trim()]] : [],
    ),
  )

type Reader = (name: string, field: Field, label: string) => unknown

/** Reads fields one by one, null where nothing can be made of one, and gathers what is wrong with them. */
export async function readerOf(
  typed: Readonly<Record<string, string>>,
): Promise<{ read: Reader; wrong: Wrong[] }> {
  const t = await getTranslations('errors')
  const wrong: Wrong[] = []
  const read: Reader = (name, field, label) => {
    const value = typed[name] ?? ''
    if (!value && field.optional) return null
    const parsed = value ? readField(field, [value], today()) : { error: 'missing' }
    if (!('error' in parsed)) return parsed.value
    const { min = 0, max = 0 } = { ...field } as { min?: number; max?: number }
    wrong.push({ name, text: t(parsed.error, { label, min, max }) })
    return null
  }
  return { read, wrong }
}
