import 'server-only'
// A knob of the matching is proposed once its proposer saw what it does: the form comes back with it, and is sent again.
import { getTranslations } from 'next-intl/server'
import { versionsOf } from '@/server/covenant'
import { checkedRules } from '@/server/covenant-change'
import { asActor } from '@/server/db/as-actor'
import { currentActor } from '@/server/session'
import { typedIn } from '@/server/typed'
import type { TypedState } from '@/ui/typed-form'
import { lookOf, seenToken, toLook } from './look'

/** The form once more, with what must be seen first; null where that was seen, there is nothing to see, or the text is not right yet. */
export async function lookFirst(
  previous: TypedState,
  form: FormData,
  json: unknown,
): Promise<TypedState | null> {
  const values = typedIn(form)
  const actor = await currentActor()
  const asked = await asActor(actor, async (tx) => {
    const [newest] = await versionsOf(tx)
    const checked = newest && (await checkedRules(tx, json))
    return newest && checked && 'rules' in checked ? toLook(tx, actor, newest.rules, checked.rules) : null
  })
  const token = asked && seenToken(asked)
  if (!asked || !token || values.seen === token) return null
  const look = await lookOf(asked)
  const t = await getTranslations('lookAhead')
  return {
    attempt: previous.attempt + 1,
    values: { ...values, seen: look.ready ? token : '' },
    wrong: [{ name: 'rules', text: t(look.ready ? 'lookFirst' : 'busy') }],
    look,
  }
}
