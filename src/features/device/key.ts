import 'server-only'
// The key of what a browser keeps of a visit until it arrives: for who is signed in, where their organisation allows it.
// Whoever gets none is told to throw away what is there.
import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import type { Actor } from '@/domain/case/actor'
import { leadingBack, ownPath, paths } from '@/paths'
import { cookie, DEVICE_KEPT, deviceCookie, deviceMark } from '@/server/cookies'
import { asActor } from '@/server/db/as-actor'
import { deviceAllowed, deviceKey } from '@/server/device'
import { posted } from '@/server/guard'
import { actorOrNull, sessionSecret } from '@/server/session'
import { sentBefore } from '@/server/take-step'

const allowedTo = (actor: Actor) => asActor(actor, (tx) => deviceAllowed(tx, actor.organisationId))

/** What is answered: the key (base64), or whether a form with this key was sent already. `wipes`: throw away what is there. */
export type KeyAnswer =
  | { readonly status: 200; readonly key?: string; readonly arrived?: boolean }
  | { readonly status: 401 | 403; readonly wipes: true }

async function markBrowser() {
  const jar = await cookies()
  const { name, options } = deviceCookie()
  const mark = deviceMark(jar.get(cookie().name)?.value ?? '')
  jar.set(name, mark, { ...options, maxAge: DEVICE_KEPT })
}

/** Nothing is kept in this browser any more. */
async function unmarkBrowser() {
  const { name, options } = deviceCookie()
  ;(await cookies()).set(name, '', { ...options, maxAge: 0 })
}

/** Gives the key of this person in this session, or says whether the form with the key that is asked about has arrived. */
export const keyForDevice = posted(async (form: FormData): Promise<KeyAnswer> => {
  const [actor, secret] = [await actorOrNull(), await sessionSecret()]
  if (!actor || !secret || !(await allowedTo(actor))) {
    await unmarkBrowser()
    return { status: actor ? 403 : 401, wipes: true }
  }
  const actionKey = z.uuid().safeParse(form.get('key')).data
  if (actionKey) return { status: 200, arrived: await sentBefore({ actor, actionKey }) }
  await markBrowser()
  return { status: 200, key: deviceKey(secret, actor) }
})

/** Where a browser goes on after it threw away what it may not keep; `wipes` is false where it may keep it after all. */
export async function afterDevice(next: unknown): Promise<{ wipes: boolean; next: string }> {
  const actor = await actorOrNull()
  const wipes = !actor || !(await allowedTo(actor))
  if (wipes) await unmarkBrowser()
  return { wipes, next: ownPath(next) }
}

/** At each page that is loaded: a browser in which something may be kept, of somebody who may not, throws it away first. */
export async function wipeWhereForbidden(actor: Actor) {
  if (!(await cookies()).has(deviceCookie().name) || (await allowedTo(actor))) return
  const sent = await headers()
  redirect(leadingBack(paths.device, `${sent.get('x-path')}${sent.get('x-search') ?? ''}`))
}
