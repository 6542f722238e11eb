// The demo world as a plan: every step of every fictional case, for a given day. The server plays it with the real engine.
import { readFileSync } from 'node:fs'
import { steps } from '@/domain/case/steps'
import { type CovenantFile, readCovenantFile } from '@/domain/covenant/covenant-file'
import { earlier } from './calendar'
import { tellCase } from './cases'
import { actor } from './cast'
import { type Client, type CovenantKey, clientsOf, covenantKeys } from './clients'
import { type Numbering, tellSupply } from './dwellings'
import { inOrder, type Telling, type WorldEvent } from './event'
import { tellExamples } from './examples'
import { tellOlder } from './older'
import { tafelsOf, tellTafels } from './tafels'

export type { WorldEvent } from './event'

/** The covenant files of the demo. They are read by the same check as the file of a real region. */
export const covenants = (): CovenantFile[] =>
  covenantKeys.map((key) => {
    const read = readCovenantFile(
      JSON.parse(readFileSync(new URL(`../data/covenants/${key}.json`, import.meta.url), 'utf8')),
      Object.keys(steps),
    )
    if ('mistakes' in read)
      throw new Error(`${key}.json: ${read.mistakes.map(({ at, wrong }) => `${at}: ${wrong}`).join('; ')}`)
    return read.file
  })

/** Everything of one region up to today: its cases, the tafels they come to, the dwellings they are offered. */
export function tellRegion(
  { key, tafelHost, version }: CovenantFile,
  today: string,
  clients: readonly Client[],
  numbering: Numbering,
  telling: Telling,
  supply?: string,
): void {
  const covenant = key as CovenantKey
  const tafels = tafelsOf(covenant, today)
  for (const client of clients) tellCase({ client, today, rules: version.rules, telling }, tafels, numbering)
  tellTafels(tafels, today, tafelHost, telling)
  tellSupply(covenant, today, numbering, telling, supply)
}

/** What was told, in the order of its days. Throws when the story runs ahead of today. */
export function upTo(today: string, telling: Telling): WorldEvent[] {
  const events = inOrder(telling)
  const late = events.find(({ on }) => on > today)
  if (late) throw new Error(`The story runs ahead of ${today}: ${late.step} of ${late.subject} on ${late.on}`)
  return events
}

/** Since today one client of the shelters must not be found: the case is shielded, and nobody else was named yet. */
function hide(clients: readonly Client[], today: string, telling: Telling): void {
  const client = clients.find(({ origin, goal }) => origin === 'VO' && goal.end === 'accepted')
  const input = { threat: 'stalking', secrecy: 'geheim', note: 'De ex-partner zoekt haar (voorbeeld)' }
  if (client)
    telling.push({
      on: earlier(today, 0),
      covenant: client.covenant,
      actor: client.mentor,
      step: 'describeSafety',
      subject: client.key,
      input,
    })
}

/** Today somebody of another gemeente read a case for an hour, because a client was in danger: a privacy officer must judge it. */
function breakGlass(clients: readonly Client[], today: string, telling: Telling): void {
  const client = clients.find(
    ({ mentor, goal }) => mentor.organisation === 'cosis' && goal.end === 'aftercare',
  )
  const registered = telling.find(({ step, subject }) => step === 'openCase' && subject === client?.key)
  if (client && registered)
    telling.push({
      on: earlier(today, 0),
      covenant: client.covenant,
      actor: actor(client.covenant, 'borger-odoorn', 'regisseur'),
      step: 'breakGlass',
      subject: 'emergency:1',
      input: {
        reason: 'danger',
        why: 'Staat verward op straat in ons dorp, wij zoeken wie we kunnen bellen (voorbeeld)',
        caseNumber: null,
        familyName: registered.input.familyName ?? null,
        birthDate: registered.input.birthDate ?? null,
      },
      opens: true,
    })
}

/** All events up to today ('yyyy-mm-dd'), in the order in which they happen. The same day gives the same plan. */
export function planWorld(today: string): WorldEvent[] {
  const telling: Telling = []
  const numbering: Numbering = { next: 1 }
  let from = 1
  for (const file of covenants()) {
    const clients = clientsOf(file.key as CovenantKey, from)
    tellRegion(file, today, clients, numbering, telling)
    if (file.key === 'zuidoost-drenthe') {
      hide(clients, today, telling)
      breakGlass(clients, today, telling)
      tellExamples({ clients, today, telling })
      from += tellOlder(file.key, from + clients.length, today, telling)
    }
    from += clients.length
  }
  return upTo(today, telling)
}
