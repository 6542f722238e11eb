import 'server-only'
// A form that keeps a place: what was typed is read and kept; what is wrong is said at its field. The database asks whose it is.
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { type PlaceSaid, placeFields } from '@/domain/aftercare/time-out-place'
import type { Field } from '@/domain/kernel/field'
import { paths } from '@/paths'
import { asActor } from '@/server/db/as-actor'
import { currentActor } from '@/server/session'
import { endTimeOutPlace, keepTimeOutPlace } from '@/server/time-out-places'
import { readerOf, typedIn } from '@/server/typed'
import type { TypedState } from '@/ui/typed-form'

/** What was typed, field by field; and what is wrong with it. */
async function said(typed: Readonly<Record<string, string>>) {
  const t = await getTranslations('timeOutPlaces')
  const { read, wrong } = await readerOf(typed)
  const entries = Object.entries<Field>(placeFields).map(([name, field]) => [
    name,
    read(name, field, t(`fields.${name as keyof PlaceSaid}`)),
  ])
  return { place: Object.fromEntries(entries) as PlaceSaid, wrong }
}

const idIn = (form: FormData) => z.uuid().safeParse(form.get('place')).data ?? null

/** Keeps a place of the own organisation. */
export async function keep(previous: TypedState, form: FormData): Promise<TypedState> {
  const values = typedIn(form)
  const { place, wrong } = await said(values)
  if (!wrong.length) {
    const kept = await asActor(await currentActor(), (tx) => keepTimeOutPlace(tx, idIn(form), place))
    if (kept) redirect(paths.timeOuts)
    wrong.push({ name: 'name', text: (await getTranslations('timeOutPlaces'))('notYours') })
  }
  return { attempt: previous.attempt + 1, values, wrong }
}

/** It is lent no more. */
export async function end(form: FormData): Promise<void> {
  const id = idIn(form)
  if (id) await asActor(await currentActor(), (tx) => endTimeOutPlace(tx, id))
  redirect(paths.timeOuts)
}
