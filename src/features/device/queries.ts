import 'server-only'
// Whether an organisation lets its people keep on their own device what they type of a visit: what holds, and who chose what when.
import type { Actor } from '@/domain/case/actor'
import { deviceChoosers, deviceReaders, keepsOnDevice } from '@/domain/organisation/device'
import { asActor } from '@/server/db/as-actor'
import { type DeviceChoice, deviceChoices } from '@/server/device'
import { currentActor } from '@/server/session'

/** Whether this person reads what was chosen: of an organisation whose people visit. */
export const deviceFor = ({ role, organisationKind }: Actor): boolean =>
  deviceReaders.includes(role) && keepsOnDevice(organisationKind)

export type DeviceScreen = {
  readonly organisation: string
  readonly allowed: boolean
  /** The number of the choice that holds; 0: none was made. */
  readonly base: number
  /** Whether who looks may choose. */
  readonly chooses: boolean
  /** The newest first. */
  readonly choices: readonly DeviceChoice[]
}

/** Null for whoever it is not for. */
export async function getDeviceScreen(): Promise<DeviceScreen | null> {
  const actor = await currentActor()
  if (!deviceFor(actor)) return null
  const choices = await asActor(actor, (tx) => deviceChoices(tx, actor.organisationId))
  return {
    organisation: actor.organisationName,
    allowed: choices[0]?.allowed ?? false,
    base: choices[0]?.number ?? 0,
    chooses: deviceChoosers.includes(actor.role),
    choices,
  }
}
