import 'server-only'
// What a provider says of a gemeente: read field by field. The database asks once more whose word it is, and lets the second of two
// colleagues look again.
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { type SupportSaid, saysSupport, supportFields } from '@/domain/organisation/support-areas'
import { paths } from '@/paths'
import { asActor } from '@/server/db/as-actor'
import { currentActor } from '@/server/session'
import { saySupport } from '@/server/support'
import { readerOf, typedIn, type Wrong } from '@/server/typed'
import type { TypedState } from '@/ui/typed-form'

const about = z.object({
  municipality: z.uuid(),
  base: z.coerce.number().int().min(0).max(2_000_000_000),
})

/** What was typed; where nobody is guided nothing else is asked. */
async function said(
  typed: Readonly<Record<string, string>>,
): Promise<{ area: SupportSaid; wrong: readonly Wrong[] }> {
  const t = await getTranslations('supportAreas.fields')
  const { read, wrong } = await readerOf(typed)
  const guides = read('guides', supportFields.guides, t('guides')) as boolean
  if (guides === false) return { area: { guides, always: false, places: null }, wrong }
  const always = read('always', supportFields.always, t('always')) as boolean
  const places = read('places', supportFields.places, t('places')) as number | null
  return { area: { guides, always, places }, wrong }
}

/** Says it, and shows what holds. */
export async function say(previous: TypedState, form: FormData): Promise<TypedState> {
  const actor = await currentActor()
  const values = typedIn(form)
  const { area, wrong } = await said(values)
  const again = (list: readonly Wrong[]) => ({ attempt: previous.attempt + 1, values, wrong: list })
  if (wrong.length) return again(wrong)
  const { data } = about.safeParse(values)
  const done =
    data && saysSupport(actor) && (await asActor(actor, (tx) => saySupport(tx, { ...data, ...area })))
  if (done) redirect(paths.supportAreas)
  return again([{ name: 'guides', text: (await getTranslations('supportAreas'))('notNow') }])
}
