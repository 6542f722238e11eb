import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/domain/case/actor'
// Dwellings as their corporation sees them: a list, and one dwelling with its candidates.
import { openingStep } from '@/domain/case/steps'
import { addressOf, type Dwelling, dwellingProcess, dwellingStages } from '@/domain/dwelling/dwelling'
import { photosOf } from '@/domain/dwelling/photos'
import type { Readers } from '@/domain/kernel/grants'
import type { PartAsked } from '@/domain/kernel/paging'
import { today } from '@/server/clock'
import { asActor } from '@/server/db/as-actor'
import type { Tx } from '@/server/db/client'
import { load } from '@/server/db/load'
import { organisationsOf } from '@/server/directory'
import type { Photo } from '@/server/files/photos'
import { recordRead } from '@/server/journal'
import { listed, numberIn } from '@/server/listed'
import { type OfferLine, offersOfHome } from '@/server/offers/listed'
import { type OpenStep, stepsNow } from '@/server/open-steps'
import { type Placements, placementsAround } from '@/server/placements'
import { currentActor, requestId } from '@/server/session'
import { storyOf, type Told } from '@/server/story'
import { candidatesOf, type OfCandidates } from './candidates'

export type DwellingLine = {
  id: string
  number: string
  stage: string
  address: string
  municipality: string
  corporation: string
  rooms: number
  rent: number
  availableFrom: string
}
export type DwellingsScreen = {
  lines: DwellingLine[]
  stage: string | null
  /** The stages at which this person reads dwellings: of the others there is nothing to look at. */
  stages: readonly string[]
  mayEnter: boolean
  next: string | null
  /** The gemeente of which alone these are; null: of all. */
  there: { readonly id: string; readonly name: string } | null
}

const PAGE = 50

/** What is not let and not withdrawn. */
const open = ['notice', 'available', 'reserved', 'blocked']

/** The stages at which this person reads dwellings. */
export const stagesFor = ({ role }: Actor): readonly string[] => {
  const readers: Readers = dwellingProcess.readers.spine
  const during = [readers[role] ?? []].flat().flatMap((reading) => reading.during)
  return dwellingStages.filter((stage) => during.includes(stage))
}

export type DwellingsAsked = {
  readonly stage?: string | undefined
  readonly after?: string | undefined
  readonly in?: string | undefined
}

/** The gemeente that is asked for, where there is such a one. */
async function gemeenteOf(tx: Tx, asked: string | undefined): Promise<DwellingsScreen['there']> {
  const { data: id } = z.uuid().safeParse(asked)
  const name = id && (await organisationsOf(tx)).get(id)?.name
  return id && name ? { id, name } : null
}

/** The dwellings that this person may see; one stage, or all that are not let or withdrawn; of one gemeente, or of all. A page at a time, the last entered first. */
export async function getDwellingsScreen({
  stage: stageAsked,
  after: beyondAsked,
  in: thereAsked,
}: DwellingsAsked): Promise<DwellingsScreen> {
  const actor = await currentActor()
  const stage = dwellingStages.find((s) => s === stageAsked && s !== 'new') ?? null
  const stages = stage ? [stage] : open
  const beyond = numberIn(beyondAsked)
  const { there, lines } = await asActor(actor, async (tx) => {
    const there = thereAsked ? await gemeenteOf(tx, thereAsked) : null
    const municipality = there?.id ?? null
    const found = listed(actor, {
      ...{ kind: 'dwelling', stages, beyond, municipality },
      ...{ newest: true, limit: PAGE + 1 },
    })
    const lines = await tx.$queryRaw<DwellingLine[]>`
    SELECT l.subject_id::text AS id, l.number, l.stage, f.street || ' ' || f.house_number || ', ' || f.postcode AS address, coalesce(m.name, '') AS municipality, coalesce(c.name, '') AS corporation,
      f.rooms, f.rent, f.available_from::text AS "availableFrom"
    FROM (${found}) l JOIN dwelling_facts f ON f.subject_id = l.subject_id LEFT JOIN organisation m ON m.id = f.municipality
    LEFT JOIN party p ON p.subject_id = l.subject_id AND p.part = 'corporation' LEFT JOIN organisation c ON c.id = p.organisation_id
    ORDER BY l.number DESC`
    return { there, lines }
  })
  const page = lines.slice(0, PAGE)
  return {
    next: lines.length > PAGE ? (page.at(-1)?.number ?? null) : null,
    // Whoever looks at a page wants to know what is free first.
    lines: page.sort((a, b) => (a.availableFrom + a.number < b.availableFrom + b.number ? -1 : 1)),
    stage,
    there,
    stages: stagesFor(actor),
    mayEnter: openingStep('dwelling', actor.role) !== null,
  }
}

export type DwellingScreen = OfCandidates & {
  id: string
  number: string
  stage: string
  address: string
  facts: Dwelling['of']['facts']
  municipality: string
  /** Why and until when it cannot be had; null where it can, or where that is not this person's to know. */
  block: Dwelling['of']['block']
  photos: readonly Photo[]
  placements: Placements
  /** What runs first; of others than its corporation only what they may see. */
  offers: OfferLine[]
  steps: OpenStep[]
  story: Told[]
}

/** One dwelling; null when it is not there for this person. */
export async function getDwellingScreen(id: string, part: PartAsked = {}): Promise<DwellingScreen | null> {
  const actor = await currentActor()
  const day = today()
  return asActor(actor, async (tx) => {
    const subject = await load(tx, actor.role, 'dwelling', id)
    if (!subject) return null
    const dwelling = subject as unknown as Dwelling
    const { facts, block } = dwelling.of
    const names = await organisationsOf(tx)
    const screen = {
      id,
      number: subject.spine.number,
      stage: subject.spine.stage,
      address: facts ? addressOf(facts) : subject.spine.number,
      facts,
      municipality: (facts && names.get(facts.municipality)?.name) ?? '',
      block: subject.spine.stage === 'blocked' ? block : null,
      photos: photosOf(dwelling),
      placements: await placementsAround(tx, id),
      ...(await candidatesOf(tx, actor, dwelling, { day, part })),
      offers: await offersOfHome(tx, id),
      steps: await stepsNow(tx, actor, subject, day),
      story: await storyOf(tx, id),
    }
    await recordRead(tx, actor, subject, { today: day, requestId: await requestId() })
    return screen
  })
}
