import 'server-only'
// Cases spread over several colleagues: who there is, what each has in hand, and what is proposed.
import { z } from 'zod'
import type { Actor } from '@/domain/case/actor'
import {
  asKnown,
  type Colleague,
  colleaguesWith,
  type Proposal,
  shareOf,
  spread,
  takersOf,
} from '@/domain/worklist/spread'
import type { Asked } from '@/domain/worklist/work-filter'
import { awayHere } from '@/server/absence'
import type { Tx } from '@/server/db/client'
import { mentorLoad, mentorsOf, phonesOf } from '@/server/mentors'

/** A case that can pass to somebody else, and who has it now. */
type Held = { readonly id: string; readonly holder: string }

/** A colleague with what the proposal means for them; `phone` is what the cases will say of how to reach them. */
export type Share = Colleague & { takes: boolean; gets: number; total: number; phone: string | null }
export type SpreadScreen = { shares: Share[]; proposal: Proposal }

/** Who was chosen in an address; null before anybody chose. */
export const chosenIn = (asked: Asked[string]): string[] | null =>
  asked === undefined ? null : [asked].flat().filter((id) => z.uuid().safeParse(id).success)

type Asking = { readonly actor: Actor; readonly today: string }

/** The mentors of the own organisation who are away on this day. */
export const awayMentors = async (tx: Tx, day: string) =>
  (await awayHere(tx, day)).filter(({ role }) => role === 'mentor')

/** Over whom these cases would go. */
export async function spreadOf(
  tx: Tx,
  { actor, today }: Asking,
  cases: readonly Held[],
  chosen: readonly string[] | null,
): Promise<SpreadScreen> {
  const people = await mentorsOf(tx)
  const colleagues = colleaguesWith({
    people,
    loads: (await mentorLoad(tx, actor, today))?.mentors ?? [],
    away: await awayMentors(tx, today),
    holders: cases.map(({ holder }) => holder),
  })
  const phones = await phonesOf(
    tx,
    actor,
    people.map(({ name }) => name),
  )
  const takers = takersOf(colleagues, chosen)
  const proposal = spread(
    cases.map(({ id }) => id),
    takers,
  )
  const shares = colleagues.map((one) => ({
    ...one,
    ...shareOf(one, proposal),
    takes: takers.includes(one),
    phone: phones.get(asKnown(one.name)) ?? null,
  }))
  return { shares, proposal }
}
