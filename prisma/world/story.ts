// The story of one case being told: its client, its days, and the voice that puts events in the telling.
import type { StepName } from '@/domain/case/steps'
import type { RuleSet } from '@/domain/covenant/rule-set'
import type { Client } from './clients'
import type { Telling, WorldActor, WorldInput } from './event'

export type Story = {
  readonly client: Client
  readonly today: string
  readonly rules: RuleSet
  readonly telling: Telling
}

/** A step on the case itself. */
export function tell(
  { client, telling }: Story,
  on: string,
  actor: WorldActor,
  step: StepName,
  input: WorldInput = {},
): void {
  telling.push({
    on,
    covenant: client.covenant,
    actor,
    step,
    subject: client.key,
    input,
    ...(step === 'openCase' && { opens: true }),
  })
}

/** A step on another subject of the same covenant. */
export function tellOf(
  story: Story,
  on: string,
  actor: WorldActor,
  step: StepName,
  subject: string,
  input: WorldInput,
  opens = false,
): void {
  story.telling.push({
    on,
    covenant: story.client.covenant,
    actor,
    step,
    subject,
    input,
    ...(opens && { opens: true }),
  })
}

/** The days on which a case passes from one hand to the next; a day that lies ahead of its story is not told. */
export type IntakeDays = {
  readonly opened: string
  readonly sent: string
  /** The gemeente asked for more on the first of these days, and had its answer on the second. */
  readonly more: readonly [string, string] | null
  readonly accepted: string
}
