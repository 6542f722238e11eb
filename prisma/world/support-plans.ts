// The support plan of a home: a version at the landing, and another one when the first months have passed.
import { addDays, addMonths } from '@/domain/kernel/days'
import texts from '../data/world/texts.json' with { type: 'json' }
import { later } from './calendar'
import type { WorldInput } from './event'
import { supervisorOf } from './scaling'
import type { Story } from './story'
import type { Moment } from './turns'

const { first, second } = texts.supportPlans

/** Written on a day, discussed with the client three days later, and judged three days after that. */
function version(story: Story, on: string, said: WorldInput): Moment[] {
  const { client } = story
  const lead = supervisorOf(story)
  const agreedOn = later(on, 3)
  return [
    { on, who: client.mentor, step: 'revisePlan', input: said },
    {
      on: agreedOn,
      who: client.mentor,
      step: 'agreePlan',
      input: { planWord: 'clientAgreed', agreedOn, agreedHow: 'mondeling' },
    },
    ...(lead
      ? [{ on: later(on, 6), who: lead, step: 'approvePlan', input: { planWord: 'approved' } } as const]
      : []),
  ]
}

/** The versions of one client's plan between the key and a day; of one in eighteen it is kept here. */
export function supportPlans(story: Story, keyOn: string, until: string): Moment[] {
  if (story.client.n % 18) return []
  const begun = later(addDays(keyOn, 14), 0)
  const anew = later(addDays(keyOn, 100), 0)
  return [
    ...version(story, begun, { ...first, planReviewOn: addMonths(keyOn, 6) }),
    ...version(story, anew, { ...second, planReviewOn: addMonths(keyOn, 12) }),
  ].filter(({ on }) => on < until)
}
