import 'server-only'
// The journal for a privacy officer: what asks attention, whether the chain holds, and the records page by page.
import type { Actor } from '@/domain/case/actor'
import { COUNTED, type PageOf, pageOf, placeOf } from '@/domain/kernel/paging'
import { type Alert, attentionFrom, type Concern, concernsOf } from '@/domain/privacy/attention'
import { readsJournal } from '@/domain/privacy/journal'
import {
  type Asked,
  asksAll,
  type JournalFilter,
  journalCursor,
  journalFilter,
} from '@/domain/privacy/journal-filter'
import { openAlerts } from '@/server/alerts'
import { today } from '@/server/clock'
import { asActor } from '@/server/db/as-actor'
import type { Tx } from '@/server/db/client'
import { recordJournalRead } from '@/server/journal'
import {
  type Colleague,
  colleaguesOf,
  countEntries,
  type Entry,
  entriesOf,
  numberOfSubject,
} from '@/server/journal-entries'
import { type Anchored, type ChainState, checkChain, lastAnchor, seenSince } from '@/server/journal-watch'
import { rulesOn } from '@/server/rules'
import { actorOrNull, currentActor, requestId } from '@/server/session'

export const PAGE = 50
/** So many records fit on paper, and in a file, at once; the newest ones. */
export const PRINTED = 500
export const EXPORTED = 10_000

export type Selection = { filter: JournalFilter; number: string | null; colleagues: Colleague[] }
export type JournalScreen = Selection & {
  organisation: string
  page: PageOf<Entry>
  place: number
  total: number
  /** What asks attention and the state of the chain; only where everything is asked for. */
  watch: {
    alerts: (Alert & { name: string })[]
    concerns: (Concern & { name: string })[]
    from: string
    chain: ChainState
    anchored: Anchored | null
  } | null
}

async function watchOf(tx: Tx, actor: Actor, colleagues: readonly Colleague[], day: string) {
  const from = attentionFrom(day)
  const { journal } = await rulesOn(tx, day)
  const concerns = concernsOf(await seenSince(tx, actor, from), journal)
  const named = (person: string | null) => colleagues.find((c) => c.id === person)?.name ?? ''
  return {
    alerts: (await openAlerts(tx)).map((alert) => ({ ...alert, name: named(alert.person) })),
    concerns: concerns.map((concern) => ({ ...concern, name: named(concern.person) })),
    from,
    chain: await checkChain(tx),
    anchored: await lastAnchor(tx, actor),
  }
}

async function selectionOf(tx: Tx, actor: Actor, filter: JournalFilter): Promise<Selection> {
  const number = filter.subject ? await numberOfSubject(tx, filter.subject) : null
  return { filter, number, colleagues: await colleaguesOf(tx, actor) }
}

/** The journal of the own organisation; null for whoever does not read it. */
export async function getJournalScreen(asked: Asked): Promise<JournalScreen | null> {
  const actor = await currentActor()
  if (!readsJournal(actor.role)) return null
  const [filter, cursor] = [journalFilter(asked), journalCursor(asked)]
  const day = today()
  return asActor(actor, async (tx) => {
    const selection = await selectionOf(tx, actor, filter)
    const found = await entriesOf(tx, actor, filter, cursor, PAGE + 1)
    const screen = {
      ...selection,
      organisation: actor.organisationName,
      page: pageOf(found, PAGE, cursor?.way ?? null),
      place: cursor ? placeOf(asked.at) : 1,
      total: await countEntries(tx, actor, filter, COUNTED),
      watch: asksAll(filter) && !cursor ? await watchOf(tx, actor, selection.colleagues, day) : null,
    }
    await recordJournalRead(tx, actor, day, await requestId())
    return screen
  })
}

export type Taken = Selection & { actor: Actor; entries: Entry[]; day: string }

/** The records of a selection to take along, on paper or in a file; that they were taken is recorded. Null: not theirs. */
export async function takeEntries(asked: Asked, most: number): Promise<Taken | null> {
  const actor = await actorOrNull()
  if (!actor || !readsJournal(actor.role)) return null
  const filter = journalFilter(asked)
  const day = today()
  return asActor(actor, async (tx) => {
    const entries = await entriesOf(tx, actor, filter, null, most)
    const selection = await selectionOf(tx, actor, filter)
    await recordJournalRead(tx, actor, day, await requestId(), entries.length)
    return { ...selection, actor, entries, day }
  })
}
