// What the matching membership finds for a proposal, from nothing but what it may read itself.
import { hash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { Actor } from '@/domain/case/actor'
import type { Case } from '@/domain/case/case'
import type { RuleSet } from '@/domain/covenant/rule-set'
import { addressOf, type Dwelling } from '@/domain/dwelling/dwelling'
import type { Candidate } from '@/domain/kernel/context'
import type { Compartments, Loaded } from '@/domain/kernel/subject'
import { candidacyOf, candidateOf, seekerOf } from '@/domain/matching/candidate'
import type { Home, Seeker } from '@/domain/matching/fit'
import type { Norms } from '@/domain/norm/norm'
import { actors, organisations } from './actors'
import type { Held } from './held'

const homeOf = (facts: NonNullable<Dwelling['of']['facts']>): Home => ({
  ...facts,
  municipalityName: organisations.gemeente.find((g) => g.id === facts.municipality)?.name ?? '',
})

/** Refused, and nothing changed since. */
const refused = ({ spine, of }: Held, dwelling: string, kase: string, prints: object) => {
  const terms = of.terms as { dwelling: string; case: string } | null
  const pair = terms?.dwelling === dwelling && terms.case === kase && spine.stage === 'refused'
  return pair && isDeepStrictEqual(of.circumstances, prints)
}

const printsOf = (seeker: Seeker, home: Home) => ({
  seekerPrint: hash('sha256', JSON.stringify(seeker)),
  homePrint: hash('sha256', JSON.stringify(home)),
})

/** What the search needs of a region in memory. */
type Region = {
  readonly rules: RuleSet
  readonly norms: Norms
  readonly today: string
  readonly others: readonly string[]
  all(kind: 'case' | 'offer'): Held[]
  seen(kind: 'dwelling', actor: Actor, id: string): Loaded<Compartments>
  as(role: 'matching', id: string): Case
}

/** The candidate of this number for this dwelling, when there is one; in a swap the client of this case. */
export function candidateFor(world: Region, input: Readonly<Record<string, unknown>>): Candidate | null {
  const found = world
    .all('case')
    .find(({ spine, turns }) =>
      input.case
        ? spine.id === input.case
        : spine.number === input.candidate && turns.some((t) => t.task === 'findDwelling'),
    )
  if (!found || !input.dwelling) return null
  const dwelling = world.seen('dwelling', actors.matching, String(input.dwelling)) as unknown as Dwelling
  const facts = dwelling.of.facts
  if (!facts) return null
  const kase = world.as('matching', found.spine.id)
  const home = homeOf(facts)
  const results = candidacyOf(seekerOf(kase), home, world)
  if (!results) return null
  const { id: caseId, number } = found.spine
  const prints = printsOf(seekerOf(kase), home)
  const refusedBefore = world.all('offer').some((offer) => refused(offer, dwelling.spine.id, caseId, prints))
  const pair = { caseId, number, results, pseudonym: `naam voor ${number}`, prints, refusedBefore }
  return candidateOf(pair, { address: addressOf(facts), home, nextInLine: world.others })
}
