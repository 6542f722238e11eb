// What an address of these screens asks for besides the import, and what a form says of itself.
import { z } from 'zod'
import type { Mapping } from '@/domain/import/columns'
import { mappingOf, type RowState } from '@/server/imports/keep'

export type Asked = Readonly<Record<string, unknown>>

/** The rows that can be looked at before somebody agrees, those with mistakes first. */
export const shownStates = ['wrong', 'double', 'good'] as const satisfies readonly RowState[]
export type ShownState = (typeof shownStates)[number]

/** The columns as somebody pointed them out, in an address: they stay in the form when one is missing. */
export const writtenOf = (mapping: Mapping): string =>
  Object.entries(mapping)
    .map((pair) => pair.join('-'))
    .join('.')

const pointedIn = (text: string): Mapping | null => {
  const pairs = text.split('.').filter(Boolean)
  const read = pairs.map((pair) => pair.split('-')).map(([key, place]) => [key, Number(place)])
  return mappingOf.safeParse(Object.fromEntries(read)).data ?? null
}

const asking = z.object({
  show: z.enum(shownStates).nullable().catch(null),
  after: z.coerce.number().int().min(0).max(100_000).catch(0),
  again: z.literal('yes').nullable().catch(null),
  late: z.literal('yes').nullable().catch(null),
  at: z.string().max(600).transform(pointedIn).nullable().catch(null),
  fault: z.string().max(40).nullable().catch(null),
})
export const askedOf = (asked: Asked) => asking.parse(asked)

/** The id that a form sends along; null where it is none. */
export const idIn = (form: FormData): string | null => z.uuid().safeParse(form.get('import')).data ?? null
