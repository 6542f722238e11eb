import 'server-only'
// The form with which somebody chooses when they hear by mail. What is no answer of it changes nothing.
import { redirect } from 'next/navigation'
import { z } from 'zod'
import type { Role } from '@/domain/case/actor'
import { eventsOf, type MailChoice, mailWays, mustHear } from '@/domain/notices/choice'
import { paths } from '@/paths'
import { asActor } from '@/server/db/as-actor'
import { keepMailChoice, mailChoiceOf } from '@/server/notices/choices'
import { currentActor, ownMemberships } from '@/server/session'

/** What stands in a list where somebody says nothing else. */
export const AS_USUAL = 'usual'

const way = z.enum(mailWays)
const hour = z.coerce.number().int().min(0).max(23)
const answer = (form: FormData, name: string) => form.get(name) || null

/** Of which events this person can choose, in all their roles together. */
export async function ownEvents(): Promise<readonly string[]> {
  const roles = (await ownMemberships()).map(({ role }) => role as Role)
  return [...new Set(roles.flatMap(eventsOf))]
}

/** The choice of a form, over what was chosen of events that it does not show. */
export function choiceOf(form: FormData, before: MailChoice, events: readonly string[]): MailChoice {
  const per = { ...before.per }
  for (const event of events) {
    const chosen = way.safeParse(answer(form, event))
    delete per[event]
    if (chosen.success && !mustHear(event)) per[event] = chosen.data
  }
  const [from, until] = ['quietFrom', 'quietUntil'].map((name) => hour.safeParse(answer(form, name)).data)
  const quiet = from === undefined || until === undefined || from === until ? null : { from, until }
  const usual = way.catch(before.usual).parse(answer(form, 'usual'))
  return { usual, per, quiet, workingDays: form.get('workingDays') === 'yes' }
}

/** Keeps the choice, and says so on the page. */
export async function choose(form: FormData) {
  const actor = await currentActor()
  const events = await ownEvents()
  await asActor(actor, async (tx) => keepMailChoice(tx, choiceOf(form, await mailChoiceOf(tx), events)))
  redirect(`${paths.mailChoices}?kept=1`)
}
