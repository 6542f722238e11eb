import 'server-only'
// Finds the records of a case by its number. The number is posted: in an address it would be kept in histories and logs.
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { readsJournal } from '@/domain/privacy/journal'
import { paths } from '@/paths'
import { asActor } from '@/server/db/as-actor'
import { subjectOfNumber } from '@/server/journal-entries'
import { checkChain } from '@/server/journal-watch'
import { currentActor } from '@/server/session'

export type FindState = { readonly attempt: number; readonly message?: string; readonly number?: string }

/** Goes to the records of this number, or says that there are none. */
export async function findByNumber(previous: FindState, form: FormData): Promise<FindState> {
  const actor = await currentActor()
  const typed = form.get('number')
  const number = (typeof typed === 'string' ? typed : '').trim().toUpperCase().slice(0, 40)
  const found =
    readsJournal(actor.role) && number ? await asActor(actor, (tx) => subjectOfNumber(tx, number)) : null
  if (found) redirect(`${paths.journal}?subject=${found}`)
  const t = await getTranslations('journal')
  const message = number ? t('noSuchNumber', { number }) : t('numberNeeded')
  return { attempt: previous.attempt + 1, message, number }
}

/** Checks the whole chain from its first record on, stretch by stretch. */
export async function checkAnew() {
  const actor = await currentActor()
  if (!readsJournal(actor.role)) redirect(paths.work)
  let state = await asActor(actor, (tx) => checkChain(tx, true))
  while (!state.complete && state.brokenAt === null) state = await asActor(actor, (tx) => checkChain(tx))
  redirect(paths.journal)
}
