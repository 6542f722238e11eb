// What is looked up or drawn by lot for a step; of who can be named for a case, who is stands in the case.
import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { Actor } from '@/domain/case/actor'
import type { Case } from '@/domain/case/case'
import { paperGroups } from '@/domain/case/papers'
import { inEmergency } from '@/domain/case/readers'
import { restsOn } from '@/domain/case/signing'
import type { Glass, Nameable, NoteReader } from '@/domain/kernel/context'
import { agreementsIn } from '@/domain/tenancy/agreement'
import { actors, colleaguesOf, foreigners } from './actors'
import { type Held, seenBy } from './held'
import { noteNumber } from './notes'
import { aFile, fileNumber } from './papers'

const acting: readonly string[] = ['zorgaanbieder', 'gemeente']

function nameableIn(cases: readonly Held[]): Nameable[] {
  const rows = cases.flatMap((held) => held.of.named ?? []) as unknown as readonly {
    person: string
    named: boolean
  }[]
  const isNamed = (id: string) => rows.findLast((row) => row.person === id)?.named === true
  const takesPart = ({ organisationId }: Actor) =>
    cases.some(({ playing }) => playing.some((p) => p.organisationId === organisationId))
  const everyone = [...Object.values(actors), ...Object.values(foreigners).filter(takesPart)]
  return everyone.map(({ membershipId: id, name, organisationId, organisationKind }) => {
    const others = everyone.filter((o) => o.organisationId === organisationId && o.membershipId !== id)
    const last = acting.includes(organisationKind) && !others.some((o) => isNamed(o.membershipId))
    return { id, name, named: isNamed(id), last }
  })
}

type Asked = {
  readonly today: string
  readonly input: Readonly<Record<string, unknown>>
  /** The case that the step is about, as the actor sees it. */
  readonly kase?: Case | null
}

/** By what somebody is known without a number. */
const nameIn = (of: unknown) => {
  const { familyName, birthDate } = (of ?? {}) as Readonly<Record<string, unknown>>
  return [familyName, birthDate]
}

/** The case of this number, or of this name and day of birth, as somebody in an emergency finds it; none that is shielded. */
function glassIn(actor: Actor, cases: readonly Held[], { input, today }: Asked): Glass | null {
  const fits = ({ spine, of }: Held) =>
    input.caseNumber
      ? spine.number === input.caseNumber
      : isDeepStrictEqual(nameIn(of.identity), nameIn(input)) && spine.stage !== 'closed'
  const [held, ...others] = cases.filter((one) => !one.of.shield && fits(one))
  if (!held || others.length) return null
  const { shared } = seenBy(held, actor, today)
  const readable = inEmergency.opens.every((object) => object === 'spine' || shared.has(object))
  return { caseId: held.spine.id, number: held.spine.number, readable, reviewer: 'gemeente' }
}

/** When the registration began that is taken over from, where the actor's own organisation has it. */
function earlierIn(actor: Actor, cases: readonly Held[], { input, today }: Asked) {
  const held = cases.find(({ spine }) => spine.id === input.earlier)
  const own = held && !held.of.shield && seenBy(held, actor, today).relations.includes('ours')
  return held && own ? { openedOn: held.spine.openedOn } : null
}

/** The next file that comes in, in the order of the story. */
function nextFile(cases: readonly Held[]) {
  const rows = cases.flatMap((held) => paperGroups.flatMap((group) => held.of[group] ?? []))
  const ids = new Set((rows as { paper: string }[]).map(({ paper }) => paper))
  return aFile(fileNumber(ids.size + 1))
}

/** Everyone who may read notes on the case. */
const noteReadersIn = (cases: readonly Held[], today: string): NoteReader[] =>
  Object.values(actors)
    .filter((one) => cases.some((held) => seenBy(held, one, today).shared.has('notes')))
    .map(({ membershipId: id, name, role, organisationId, organisationName: organisation }) => ({
      id,
      name,
      role,
      organisationId,
      organisation,
    }))

/** The next note that is written, in the order of the story. */
function nextNote(cases: readonly Held[]) {
  const rows = cases.flatMap((held) => held.of.notes ?? []) as unknown as readonly { noteId: string }[]
  return noteNumber(new Set(rows.map(({ noteId }) => noteId)).size + 1)
}

/** In a story in memory the nth signal that was raised has this id. */
export const signalNumber = (n: number) => `51600000-0000-4000-8000-${String(n).padStart(12, '0')}`

const nextSignal = (cases: readonly Held[]) =>
  signalNumber(cases.flatMap(({ of }) => [of.signals ?? [], of.careSignals ?? []].flat()).length + 1)

/** What a time-out place is called, in memory. */
const A_ROOM = 'De Brink (Cosis, Emmen)'

/** The agreements as they would be printed: another fact in one gives another checksum. */
const onPaperIn = (kase: Case) =>
  Object.fromEntries(
    agreementsIn(kase).map((agreement) => {
      const facts = restsOn[agreement].map((name) => kase.of[name])
      return [agreement, createHash('sha256').update(JSON.stringify(facts)).digest('hex')]
    }),
  )

export const lookedUp = (actor: Actor, cases: readonly Held[], { today, input, kase }: Asked) => ({
  ...(kase && { onPaper: onPaperIn(kase) }),
  glass: glassIn(actor, cases, { today, input }),
  file: nextFile(cases),
  earlier: earlierIn(actor, cases, { today, input }),
  colleagues: colleaguesOf(actor),
  nameable: nameableIn(cases),
  link: { nonce: 'a nonce', hash: 'its hash' },
  alias: 'Merel 407',
  ...('registerPlace' in input && { room: { name: A_ROOM, full: false, tooEarly: false } }),
  // A world has many cases: asked only for what somebody writes.
  ...('urgency' in input && { signalId: nextSignal(cases) }),
  ...('noteText' in input && { noteReaders: noteReadersIn(cases, today), noteId: nextNote(cases) }),
})

/** The offer that a case has, and what somebody may know of the case behind an offer. */
function behindOffer(world: Offers, id: string | undefined) {
  const termsOf = (held: Held) =>
    held.of.terms as { live: boolean; case: string; dwelling: string; number: string } | null
  const offers = world.all('offer')
  const own = offers.find(({ spine }) => spine.id === id)
  const kase = world.all('case').find(({ spine }) => spine.id === (own && termsOf(own)?.case))
  const live = offers.find((held) => termsOf(held)?.live && termsOf(held)?.case === id)
  const others = offers.filter((held) => {
    const [mine, other] = [own && termsOf(own), termsOf(held)]
    return held !== own && other?.live && other.dwelling === mine?.dwelling
  })
  return {
    others: others.map((held) => ({ id: held.spine.id, pseudonym: termsOf(held)?.number ?? '' })),
    liveOffer: live?.spine.id ?? null,
    caseNumber: kase?.spine.number ?? '',
    guarded: !!kase?.of.shield,
  }
}

type Offers = { readonly today: string; all(kind: 'offer' | 'case'): readonly Held[] }

/** The live offer of a dwelling and its case, where the actor reads it; and what stands behind an offer or a case. */
export function promisedIn(actor: Actor, dwelling: string | undefined, world: Offers) {
  const offers = world.all('offer').map((held) => seenBy(held, actor, world.today))
  const live = offers.find(({ of }) => {
    const terms = of.terms as { live: boolean; dwelling: string } | null
    return terms?.live && terms.dwelling === dwelling
  })
  const terms = live?.of.terms as { case: string } | undefined
  const behind = world.all('case').find(({ spine }) => spine.id === terms?.case)
  const reads = !!behind && seenBy(behind, actor, world.today).shared.size > 0
  const caseId = live?.spine.stage !== 'toAgree' && reads ? behind.spine.id : null
  const promised = live ? [{ offerId: live.spine.id, caseId }] : null
  return { promised, ...behindOffer(world, dwelling) }
}
