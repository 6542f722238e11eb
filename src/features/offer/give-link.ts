import 'server-only'
// The mentor makes a link for the client. It is shown in the answer to this one press, and can be read nowhere afterwards.
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { formats } from '@/i18n/format'
import { paths } from '@/paths'
import { momentOf } from '@/server/clock'
import { env } from '@/server/env'
import { giveLink } from '@/server/offers/link'
import { currentActor, requestId } from '@/server/session'

export type GivenState = {
  readonly attempt: number
  readonly wrong?: string
  readonly given?: { readonly link: string; readonly code: string; readonly until: string }
}

/** A moment as people read it in the Netherlands: its day and its time. */
export async function momentIn(at: Date): Promise<{ day: string; at: string }> {
  const { longDay, time } = await formats()
  const there = momentOf(at)
  return { day: longDay(there.on), at: time(there.at) }
}

/** Makes the link of this offer anew. */
export async function give(previous: GivenState, form: FormData): Promise<GivenState> {
  const t = await getTranslations()
  const attempt = previous.attempt + 1
  const offer = z.uuid().safeParse(form.get('offer')).data
  const made = offer ? await giveLink(await currentActor(), offer, await requestId()) : null
  if (!made) return { attempt, wrong: t('refusals.invalid') }
  if ('refusal' in made) return { attempt, wrong: t(`refusals.${made.refusal.reason}`) }
  const link = new URL(paths.answer(made.token), env().BASE_URL).toString()
  const code = `${made.code.slice(0, 3)} ${made.code.slice(3)}`
  return { attempt, given: { link, code, until: t('byLink.until', await momentIn(made.until)) } }
}
