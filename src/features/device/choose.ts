import 'server-only'
// An administrator allows or forbids it. The database asks once more who may, and lets the second of two colleagues look again.
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { keepsOnDevice } from '@/domain/organisation/device'
import { paths } from '@/paths'
import { asActor } from '@/server/db/as-actor'
import { chooseDevice } from '@/server/device'
import { currentActor } from '@/server/session'

const chosen = z.object({
  base: z.coerce.number().int().min(0).max(2_000_000_000),
  allow: z.enum(['yes', 'no']),
})

/** Chooses, and shows what holds; where a colleague was first, that is what they chose. */
export async function choose(form: FormData) {
  const actor = await currentActor()
  const { data } = chosen.safeParse({ base: form.get('base'), allow: form.get('allow') })
  if (data && keepsOnDevice(actor.organisationKind))
    await asActor(actor, (tx) => chooseDevice(tx, data.base, data.allow === 'yes'))
  redirect(paths.deviceChoice)
}
