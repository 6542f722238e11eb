// What becomes of the conditions on which a tafel admitted somebody.
import texts from '../data/world/texts.json' with { type: 'json' }
import { later } from './calendar'
import type { Telling, WorldInput } from './event'
import type { Story } from './story'

/** What became of a condition, said by whoever sees to it: met by most, another day for some; of some nothing is said yet. */
export function toldOfCondition(
  { client }: Story,
  { outcome }: WorldInput,
  on: string,
  today: string,
): Telling {
  const said = later(on, 12 + (client.n % 12))
  const silent = client.n % 7 === 0 || client.goal.end === 'withdrawn' || said > today
  if (outcome !== 'admittedOnConditions' || silent) return []
  const input: WorldInput =
    client.n % 5 === 0
      ? { conditionState: 'otherDay', otherDay: later(said, 30), conditionWhy: texts.conditionLater }
      : { conditionState: 'met' }
  const { covenant, key: subject, mentor: actor } = client
  return [{ on: said, covenant, actor, step: 'reportCondition', subject, input }]
}
