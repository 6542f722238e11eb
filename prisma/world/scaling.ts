// Support that goes up or down in a home, and the supervisor who has a say in it.
import { addDays } from '@/domain/kernel/days'
import texts from '../data/world/texts.json' with { type: 'json' }
import { later } from './calendar'
import { actors } from './cast'
import { said } from './clients'
import type { WorldActor } from './event'
import { startLevel } from './matching'
import type { Story } from './story'
import type { Moment } from './turns'

/** Who leads those who support this client; nobody where the provider named none. */
export const supervisorOf = ({ client }: Story): WorldActor | undefined =>
  actors(client.covenant, client.mentor.organisation, 'zorgLead')[0]

const ladder = ['licht', 'midden', 'intensief']

/** One rung up or down from where the support began; nothing at the end of the ladder. */
export function scale(story: Story, on: string, way: 'up' | 'down'): Moment[] {
  const { client } = story
  const level = ladder[ladder.indexOf(startLevel(story)) + (way === 'up' ? 1 : -1)]
  const input = {
    level: level ?? '',
    from: on,
    reason: said(client, `scale${way}`, texts.scale[way]),
    reviewOn: later(addDays(on, 42), 0),
  }
  if (!level) return []
  const lead = supervisorOf(story)
  const approved = later(on, 1)
  return [
    { on, who: client.mentor, step: 'scaleSupport', input },
    ...(lead && approved <= story.today
      ? [{ on: approved, who: lead, step: 'approveScaling', input: { scalingWord: 'approved' } } as const]
      : []),
  ]
}
