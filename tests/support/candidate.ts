// What the matching membership finds for a proposal, from nothing but what it may read itself.
import type { Actor } from '@/domain/case/actor'
import type { Case } from '@/domain/case/case'
import type { RuleSet } from '@/domain/covenant/rule-set'
import { addressOf, type Dwelling } from '@/domain/dwelling/dwelling'
import type { Candidate } from '@/domain/kernel/context'
import type { Compartments, Loaded, Spine, Turn } from '@/domain/kernel/subject'
import { candidateOf, isCandidate, seekerOf } from '@/domain/matching/candidate'
import { fit, type Home } from '@/domain/matching/fit'
import type { Norms } from '@/domain/norm/norm'
import { actors, organisations } from './actors'

const homeOf = (facts: NonNullable<Dwelling['of']['facts']>): Home => ({
  ...facts,
  municipalityName: organisations.gemeente.find((g) => g.id === facts.municipality)?.name ?? '',
})

/** What the search needs of a region in memory. */
type Region = {
  readonly rules: RuleSet
  readonly norms: Norms
  readonly today: string
  all(kind: 'case'): { readonly spine: Spine; readonly turns: readonly Turn[] }[]
  seen(kind: 'dwelling', actor: Actor, id: string): Loaded<Compartments>
  as(role: 'matching', id: string): Case
}

/** The candidate of this number for this dwelling, when there is one. */
export function candidateFor(world: Region, input: Readonly<Record<string, unknown>>): Candidate | null {
  const found = world
    .all('case')
    .find(
      ({ spine, turns }) => spine.number === input.candidate && turns.some((t) => t.task === 'findDwelling'),
    )
  if (!found) return null
  const dwelling = world.seen('dwelling', actors.matching, String(input.dwelling)) as unknown as Dwelling
  const facts = dwelling.of.facts
  if (!facts) return null
  const kase = world.as('matching', found.spine.id)
  const home = homeOf(facts)
  const results = fit(seekerOf(kase), home, world)
  if (!isCandidate(seekerOf(kase), results)) return null
  const { id: caseId, number } = found.spine
  return candidateOf({ caseId, number, results }, { address: addressOf(facts), home })
}
