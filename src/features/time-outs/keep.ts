import 'server-only'
// A form that keeps a place: what was typed is read and kept; what is wrong is said at its field. The database asks whose it is.
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { type PlaceSaid, placeFields } from '@/domain/aftercare/time-out-place'
import type { Field } from '@/domain/kernel/field'
import { readField } from '@/domain/kernel/input'
import { paths } from '@/paths'
import { today } from '@/server/clock'
import { asActor } from '@/server/db/as-actor'
import { currentActor } from '@/server/session'
import { endTimeOutPlace, keepTimeOutPlace } from '@/server/time-out-places'

export type KeepState = {
  readonly attempt: number
  readonly values: Readonly<Record<string, string>>
  readonly wrong: readonly { readonly name: string; readonly text: string }[]
}

const typedIn = (form: FormData, name: string) => {
  const sent = form.get(name)
  return typeof sent === 'string' ? sent.trim() : ''
}

/** What was typed, field by field; and what is wrong with it. */
async function read(form: FormData) {
  const t = await getTranslations()
  const wrong: { name: string; text: string }[] = []
  const entries = Object.entries<Field>(placeFields).map(([name, field]) => {
    const typed = typedIn(form, name)
    if (!typed && field.optional) return [name, null]
    const parsed = typed ? readField(field, [typed], today()) : { error: 'missing' }
    if (!('error' in parsed)) return [name, parsed.value]
    const { min = 0, max = 0 } = { ...field } as { min?: number; max?: number }
    const label = t(`timeOutPlaces.fields.${name as keyof PlaceSaid}`)
    wrong.push({ name, text: t(`errors.${parsed.error}`, { label, min, max }) })
    return [name, null]
  })
  return { said: Object.fromEntries(entries) as PlaceSaid, wrong }
}

const idIn = (form: FormData) => z.uuid().safeParse(form.get('place')).data ?? null

/** Keeps a place of the own organisation. */
export async function keep(previous: KeepState, form: FormData): Promise<KeepState> {
  const { said, wrong } = await read(form)
  if (!wrong.length) {
    const kept = await asActor(await currentActor(), (tx) => keepTimeOutPlace(tx, idIn(form), said))
    if (kept) redirect(paths.timeOuts)
    wrong.push({ name: 'name', text: (await getTranslations('timeOutPlaces'))('notYours') })
  }
  const values = Object.fromEntries(Object.keys(placeFields).map((name) => [name, typedIn(form, name)]))
  return { attempt: previous.attempt + 1, values, wrong }
}

/** It is lent no more. */
export async function end(form: FormData): Promise<void> {
  const id = idIn(form)
  if (id) await asActor(await currentActor(), (tx) => endTimeOutPlace(tx, id))
  redirect(paths.timeOuts)
}
