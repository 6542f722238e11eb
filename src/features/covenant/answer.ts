import 'server-only'
// What another party says to a version that was proposed. The database asks each time who may.
import { redirect } from 'next/navigation'
import { z } from 'zod'
import type { Actor } from '@/domain/case/actor'
import { paths } from '@/paths'
import { versionsOf } from '@/server/covenant'
import { agreeToChange, changesOf, endChange } from '@/server/covenant-change'
import { asActor } from '@/server/db/as-actor'
import type { Tx } from '@/server/db/client'
import { currentActor } from '@/server/session'
import { seenToken, toLook } from './look'

type Work = (tx: Tx, id: string, actor: Actor) => Promise<boolean>

async function answer(form: FormData, work: Work) {
  const actor = await currentActor()
  const id = z.uuid().safeParse(form.get('change')).data
  if (id) await asActor(actor, (tx) => work(tx, id, actor))
  redirect(paths.covenantChange)
}

/** Whether they saw what it does to the matching: of the run and the rules of now. */
async function saw(tx: Tx, actor: Actor, id: string, seen: unknown): Promise<boolean> {
  const [newest] = await versionsOf(tx)
  const change = (await changesOf(tx)).find((one) => one.id === id)
  const asked = newest && change && (await toLook(tx, actor, newest.rules, change.rules))
  const token = asked ? seenToken(asked) : null
  return token === null || token === seen
}

/** Agrees to it; what ended meanwhile is shown as it ended, and another look at the matching is shown first. */
export const agree = (form: FormData) =>
  answer(form, async (tx, id, actor) => (await saw(tx, actor, id, form.get('seen'))) && agreeToChange(tx, id))

/** Takes it back or refuses it. */
export const end = (form: FormData) => answer(form, endChange)
