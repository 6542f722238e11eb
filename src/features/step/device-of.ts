import 'server-only'
// Whether the form of this step may be kept on the device of whoever fills it in.
import type { Actor } from '@/domain/case/actor'
import type { Step } from '@/domain/kernel/step'
import { asActor } from '@/server/db/as-actor'
import { deviceAllowed } from '@/server/device'

/** Only of a step that says so, and where the organisation of this person allows it now. */
export const keptOnDevice = async (step: Step | null, actor: Actor): Promise<boolean> =>
  !!step?.row.onDevice && asActor(actor, (tx) => deviceAllowed(tx, actor.organisationId))
