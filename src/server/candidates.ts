import 'server-only'
// The candidates of one dwelling. The matching membership sees the facts; the officer sees verdicts under a pseudonym.
import { createHash } from 'node:crypto'
import type { Actor } from '@/domain/case/actor'
import type { RuleSet } from '@/domain/covenant/rule-set'
import { addressOf } from '@/domain/dwelling/dwelling'
import type { Candidate } from '@/domain/kernel/context'
import { daysBetween } from '@/domain/kernel/days'
import { type PartAsked, type PartOf, partOf } from '@/domain/kernel/paging'
import { candidacyOf, candidateOf } from '@/domain/matching/candidate'
import type { Home, RuleResult, Seeker } from '@/domain/matching/fit'
import { excluded, inOrder, type Ranked } from '@/domain/matching/order'
import { elsewhere } from '@/domain/matching/rules'
import type { Norms } from '@/domain/norm/norm'
import { asSystem } from './db/as-actor'
import type { Tx } from './db/client'
import { printsOfPair, type RefusedBefore, refusalsOf, refusedBefore } from './refused-pairs'
import { type InShort, inShort, seeking, type Waiting } from './seekers'

export type Found = Ranked & {
  readonly pseudonym: string
  readonly number: string
  readonly results: readonly RuleResult[]
  readonly refused: RefusedBefore
  /** Nobody but who was named may learn anything of them that the rules do not say. */
  readonly shielded: boolean
}

/** With what the pair is known by, should it be proposed and refused. */
export type Named = Found & Pick<Candidate, 'prints'>

/** With what the rules were asked of, which stays with the membership that computes. */
type Judged = Found & { readonly seeker: Seeker }

/** A name for this client on this dwelling only: on another dwelling they have another. */
export const pseudonymOf = (caseId: string, dwellingId: string) =>
  createHash('sha256').update(`${caseId} ${dwellingId}`).digest('hex').slice(0, 8).toUpperCase()

async function homeOf(tx: Tx, dwellingId: string): Promise<Home | null> {
  const [home] = await tx.$queryRaw<Home[]>`
    SELECT f.street, f.house_number AS "houseNumber", f.postcode, f.municipality::text, coalesce(o.name, '') AS "municipalityName", f.complex, f.rooms, f.floor, f.lift,
      f.accessibility, f.rent, f.available_from::text AS "availableFrom", f.meant_for AS "meantFor"
    FROM dwelling_facts f LEFT JOIN organisation o ON o.id = f.municipality WHERE f.subject_id = ${dwellingId}::uuid`
  return home ?? null
}

/** A dwelling as it is offered. */
type Offered = { address: string; home: Home }
export type Agreements = { rules: RuleSet; norms: Norms; today: string }

/** What clients are held against: a dwelling, who refused it before, and what was agreed. */
type Beside = Agreements & {
  readonly dwellingId: string
  readonly home: Home
  readonly before: ReadonlyMap<string, Candidate['prints']>
}

/** Days since somebody was ready to move. */
const waitedBy = ({ readySince }: Pick<Waiting, 'readySince'>, today: string) =>
  readySince ? daysBetween(readySince, today) : 0

/** One client beside one dwelling: what every rule says, and whether they refused it. Null where they are no candidate at all. */
function judged(person: Waiting, { dwellingId, home, before, ...agreements }: Beside): Judged | null {
  const { caseId, number, priority, seeker } = person
  const results = candidacyOf(seeker, home, agreements)
  if (!results) return null
  const then = before.get(caseId)
  return {
    ...{
      pseudonym: pseudonymOf(caseId, dwellingId),
      caseId,
      number,
      priority,
      results,
      seeker,
      shielded: seeker.shielded,
    },
    waitingDays: waitedBy(person, agreements.today),
    excluded: excluded({ results }),
    refused: then ? refusedBefore(printsOfPair(seeker, home), then) : null,
  }
}

const foundOf = ({ seeker: _seeker, ...found }: Judged): Found => found
const namedOf = ({ seeker, ...found }: Judged, home: Home): Named => ({
  ...found,
  prints: printsOfPair(seeker, home),
})

/** What a proposal of this client knows of them. */
export const chosenOf = ({ pseudonym, caseId, number, results, prints, refused }: Named) => ({
  ...{ pseudonym, caseId, number, results, prints },
  refusedBefore: refused === 'same',
})

/** One client for one dwelling, whether or not they look for one now; null where either is not there. Asked as the matching membership. */
export async function pairOf(
  tx: Tx,
  { dwellingId, caseId }: { readonly dwellingId: string; readonly caseId: string },
  agreements: Agreements,
): Promise<Candidate | null> {
  const home = await homeOf(tx, dwellingId)
  const [person] = await seeking(tx, agreements.rules.matching, [caseId])
  if (!home || !person) return null
  const found = judged(person, { dwellingId, home, before: await refusalsOf(tx, dwellingId), ...agreements })
  if (!found) return null
  const offered = { address: addressOf(home as Home & { houseNumber: string }), home }
  return candidateOf(chosenOf(namedOf(found, home)), { ...offered, nextInLine: [] })
}

/** What is asked of the candidates: a part of them in their order, and some by their names, wherever they stand. */
export type Asked = { readonly part: PartAsked; readonly size: number; readonly named: readonly string[] }

export type Candidates = Offered & {
  /** How many there are, and of how many of them a rule fails: these stand at the end. */
  readonly all: number
  readonly failing: number
  readonly part: PartOf<Found>
  readonly named: readonly Named[]
  /** Those of whom no rule fails, in their order. */
  readonly fitting: readonly Found[]
}

/** Judges these clients by all rules. */
async function judge(tx: Tx, ids: readonly string[], beside: Beside): Promise<Judged[]> {
  if (!ids.length) return []
  const people = await seeking(tx, beside.rules.matching, ids)
  return people.flatMap((one) => judged(one, beside) ?? [])
}

/** Who stands in line by one fact alone: the tafel said another gemeente. All rules are asked of them once they are looked at. */
const inShortOf = (one: InShort, today: string): Ranked => ({
  ...{ caseId: one.caseId, priority: one.priority, waitingDays: waitedBy(one, today), excluded: true },
})

/** All in their order; whom no fact bars beforehand is judged by all rules, and so is who must not be found. */
async function line(tx: Tx, beside: Beside): Promise<(Ranked | Judged)[]> {
  const all = await inShort(tx)
  const open = all.filter((one) => one.shielded || !elsewhere(one, beside.home))
  const near = await judge(
    tx,
    open.map(({ caseId }) => caseId),
    beside,
  )
  const known = new Set(open)
  return inOrder([
    ...near,
    ...all.filter((one) => !known.has(one)).map((one) => inShortOf(one, beside.today)),
  ])
}

const isJudged = (one: Ranked | Judged): one is Judged => 'results' in one

/** Candidates for a dwelling of this actor's. Null when the dwelling is not there for this actor. */
export async function candidatesFor(
  tx: Tx,
  actor: Actor,
  dwellingId: string,
  agreements: Agreements,
  { part: asked, size, named }: Asked,
): Promise<Candidates | null> {
  const home = await homeOf(tx, dwellingId)
  if (!home) return null
  const nameOf = ({ caseId }: Ranked) => pseudonymOf(caseId, dwellingId)
  return asSystem(tx, actor, 'matching', async () => {
    const beside = { dwellingId, home, before: await refusalsOf(tx, dwellingId), ...agreements }
    const all = await line(tx, beside)
    const part = partOf(all, size, asked, nameOf)
    const called = named.length ? all.filter((one) => named.includes(nameOf(one))) : []
    const looked = [...new Set([...part.rows, ...called])].filter((one) => !isJudged(one))
    const ids = looked.map(({ caseId }) => caseId)
    const late = new Map((await judge(tx, ids, beside)).map((one) => [one.caseId, one]))
    const judgedOf = (some: readonly (Ranked | Judged)[]) =>
      some.flatMap((one) => (isJudged(one) ? one : (late.get(one.caseId) ?? [])))
    return {
      ...{ address: addressOf(home as Home & { houseNumber: string }), home, all: all.length },
      failing: all.filter((one) => one.excluded).length,
      part: { ...part, rows: judgedOf(part.rows).map(foundOf) },
      named: judgedOf(called).map((one) => namedOf(one, home)),
      fitting: all
        .filter(isJudged)
        .filter((one) => !one.excluded)
        .map(foundOf),
    }
  })
}

/** Who comes after the chosen one, by their names for this dwelling, in the order of the candidates: those whom every rule fits, and who did not refuse it. */
export const inReserve = (fitting: readonly Found[], chosen: string, most: number): string[] =>
  fitting
    .filter(({ pseudonym, refused }) => pseudonym !== chosen && refused !== 'same')
    .slice(0, most)
    .map(({ pseudonym }) => pseudonym)
