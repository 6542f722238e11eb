import 'server-only'
// From the form that spreads cases to the answers for each of them: the colleague of its line, who must be there.
import type { Refusal } from '@/domain/kernel/step'
import { asKnown, spreadsWork } from '@/domain/worklist/spread'
import { asActor } from '@/server/db/as-actor'
import { mentorsOf, phonesOf } from '@/server/mentors'
import { awayMentors } from './spread'
import type { Answers, Work } from './together-each'
import { lineOf } from './together-state'

type Spreading = {
  readonly answersOf: (one: { readonly id: string }) => { answers: Answers } | { refusal: Refusal }
  /** The colleague of a line, by name; null where it names nobody. */
  readonly nameOf: (id: string) => string | null
}

/** What each line of the form asks; null for whoever spreads no work. */
export async function spreadingOf({ actor, today }: Work, form: FormData): Promise<Spreading | null> {
  if (!spreadsWork(actor.role)) return null
  const { people, away, phones } = await asActor(actor, async (tx) => {
    const people = await mentorsOf(tx)
    const phones = await phonesOf(
      tx,
      actor,
      people.map(({ name }) => name),
    )
    return { people, away: await awayMentors(tx, today), phones }
  })
  const nameOf = (id: string) => people.find((person) => person.id === form.get(lineOf(id)))?.name ?? null
  const answersOf: Spreading['answersOf'] = ({ id }) => {
    const name = nameOf(id)
    if (!name) return { refusal: { reason: 'notAColleague' } }
    const gone = away.find((one) => asKnown(one.name) === asKnown(name))
    if (gone) return { refusal: { reason: 'colleagueAway', values: { name, until: gone.until } } }
    return { answers: { mentorName: [name], mentorPhone: [phones.get(asKnown(name)) ?? ''] } }
  }
  return { answersOf, nameOf }
}
