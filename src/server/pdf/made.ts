import 'server-only'
// For whom a document is made, and when: it stands on each of its pages.
import { timeOfDay, today } from '../clock'
import { currentActor } from '../session'

export type Made = {
  readonly name: string
  readonly organisation: string
  readonly covenant: string
  readonly on: string
  readonly at: string
}

/** For whoever asks, now. */
export async function madeNow(): Promise<Made> {
  const { name, organisationName: organisation, covenantName: covenant } = await currentActor()
  return { name, organisation, covenant, on: today(), at: timeOfDay() }
}
