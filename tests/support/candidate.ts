// What the matching membership finds for a proposal, from nothing but what it may read itself.
import type { Actor } from '@/domain/case/actor'
import type { Case } from '@/domain/case/case'
import type { RuleSet } from '@/domain/covenant/rule-set'
import { addressOf, type Dwelling } from '@/domain/dwelling/dwelling'
import type { Candidate } from '@/domain/kernel/context'
import type { Compartments, Loaded, Spine, Turn } from '@/domain/kernel/subject'
import { type Home, fit as judge, type Seeker } from '@/domain/matching/fit'
import type { Norms } from '@/domain/norm/norm'
import { actors, organisations } from './actors'

const seekerOf = ({ of }: Case): Seeker => ({
  household: of.household,
  incomeClass: of.incomeClass?.class ?? null,
  birthDate: of.identity?.birthDate ?? null,
  municipality: of.decision?.municipality ?? null,
  profile: of.profile,
  exclusions: of.exclusions,
  wantedFrom: of.readiness?.wantedFrom ?? null,
})

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
  const results = judge(seekerOf(kase), homeOf(facts), world)
  const named = (verdict: string) =>
    results.filter((r) => r.verdict === verdict && !r.warns).map((r) => r.rule)
  return {
    caseId: found.spine.id,
    number: found.spine.number,
    dwelling: { address: addressOf(facts), rent: facts.rent, availableFrom: facts.availableFrom },
    failed: named('fail'),
    unknown: named('unknown'),
  }
}
