// One case of each way that is not the usual one: not ready yet, urgent, on its way to another gemeente, young, and back again.

import type { StepName } from '@/domain/case/steps'
import { addDays } from '@/domain/kernel/days'
import texts from '../data/world/texts.json' with { type: 'json' }
import { earlier } from './calendar'
import { actor } from './cast'
import type { Client } from './clients'
import { org, ref, type Telling, type WorldActor, type WorldInput } from './event'
import type { End } from './goals'

type Examples = { readonly clients: readonly Client[]; readonly today: string; readonly telling: Telling }
type Said = {
  readonly on: string
  readonly actor: WorldActor
  readonly step: StepName
  readonly input: WorldInput
}

/** Those who got so far, in the order in which they are told of. */
const those = ({ clients }: Examples, end: End) => clients.filter(({ goal }) => goal.end === end)

const add = ({ telling }: Examples, { covenant, key }: Client, said: Said, opens = false) =>
  telling.push({ ...said, covenant, subject: key, ...(opens && { opens: true as const }) })

/** Admitted, and it takes longer than was thought: the search waits for the client. */
function notReadyYet(examples: Examples, client: Client): void {
  const { today } = examples
  const days = { readySince: null, expectedOn: addDays(today, 120), wantedFrom: addDays(today, 130) }
  const input = { ...days, why: 'ietsRegelen' }
  add(examples, client, { on: earlier(today, 0), actor: client.mentor, step: 'changeReadiness', input })
}

/** The place ends, and the gemeente says that it is urgent; of another client it was only asked yet. */
function urgent(examples: Examples, client: Client, asked: Client): void {
  const { today } = examples
  const request = { reason: 'plekEindigt', why: 'De voorziening sluit eind volgende maand (voorbeeld)' }
  const decision = {
    granted: true,
    why: 'Anders is er straks geen plek (voorbeeld)',
    until: addDays(today, 45),
  }
  const on = earlier(today, 0)
  add(examples, client, { on, actor: client.mentor, step: 'requestSpoed', input: request })
  add(examples, client, { on, actor: client.regisseur, step: 'decideSpoed', input: decision })
  add(examples, asked, { on, actor: asked.mentor, step: 'requestSpoed', input: request })
}

/** Somebody lives in another gemeente now, whose regisseur is asked to take over. */
function moving(examples: Examples, client: Client): void {
  const on = earlier(examples.today, 0)
  const to = client.gemeente === 'emmen' ? 'coevorden' : 'emmen'
  const note = 'Woont er sinds kort, het wijkteam daar kent de cliënt al (voorbeeld)'
  const input = { to: org(to), why: 'verhuizing', agreedOn: on, moveOn: addDays(on, 14), note }
  add(examples, client, { on, actor: client.regisseur, step: 'proposeMove', input })
}

/** What a registration says, as it was said of somebody else of the same mentor. */
const registered = ({ telling }: Examples, { key }: Client): WorldInput =>
  telling.find(({ step, subject }) => step === 'openCase' && subject === key)?.input ?? {}

/** A new case beside that of this client, begun today with a household of one. */
function registerToo(examples: Examples, client: Client, key: string, changed: WorldInput): Client {
  const on = earlier(examples.today, 0)
  const again = { ...client, key }
  const input = { ...registered(examples, client), ...changed }
  const one = { adults: 1, children: 0, expecting: false, pets: null }
  add(examples, again, { on, actor: client.mentor, step: 'openCase', input }, true)
  add(examples, again, { on, actor: client.mentor, step: 'describeHousehold', input: one })
  return again
}

/** Not yet eighteen, and expected to be ready by then. */
function young(examples: Examples, client: Client): void {
  const on = earlier(examples.today, 0)
  const ready = { readySince: null, expectedOn: addDays(on, 150), wantedFrom: addDays(on, 150) }
  const who = {
    givenName: 'Jente',
    familyName: 'Voorbeeldsma',
    salutation: 'geen',
    birthDate: addDays(on, -6_440),
  }
  const place = { setting: 'BW', facility: 'Kamertraining De Brug (voorbeeld)', law: 'jeugdwet' }
  const told = registerToo(examples, client, 'case:young', { ...who, ...place, ...ready })
  const leansOn = { adult: true, adultWho: 'Een oom (voorbeeld)', days: 'school', moneyHelp: true }
  const input = { ...leansOn, careAfter18: 'aangevraagd', planOn: null }
  add(examples, told, { on, actor: client.mentor, step: 'describeYouth', input })
}

/** Went back to a place where people live with support, and is registered again: what was known is proposed. */
function returned(examples: Examples, client: Client): void {
  const days = { readySince: addDays(examples.today, -20), wantedFrom: null }
  registerToo(examples, client, 'case:returned', { ...days, earlier: ref(client.key), earlierAs: 'zelfde' })
}

/** Met by the wijkteam of the neighbourhood, which says that something goes wrong. */
function met(examples: Examples, client: Client): void {
  const { covenant, gemeente } = client
  const team = actor(covenant, 'wijkteam-de-verbinding', 'localTeam')
  const on = earlier(examples.today, 2)
  const assigned = { localTeam: org(team.organisation) }
  const input = { about: 'vermijding', urgency: 'gewoon', text: texts.careSignals.vermijding[1] as string }
  if (gemeente !== 'emmen') throw new Error('The wijkteam works in Emmen')
  add(examples, client, { on, actor: client.regisseur, step: 'assignLocalTeam', input: assigned })
  add(examples, client, { on: earlier(examples.today, 1), actor: team, step: 'raiseCareSignal', input })
}

/** May come back to the place of before for some weeks. */
function guaranteed(examples: Examples, client: Client): void {
  const { today } = examples
  const input = {
    guaranteedBy: org(client.mentor.organisation),
    guaranteePlace: 'Locatie De Brug, een studio (voorbeeld)',
    guaranteeUntil: addDays(today, 20),
    note: null,
  }
  add(examples, client, { on: earlier(today, 0), actor: client.mentor, step: 'guaranteeReturn', input })
}

/** It ended well, and the client asks for somebody again: in the same home and the same file. */
function reopened(examples: Examples, client: Client): void {
  const on = earlier(examples.today, 0)
  const said = { agreedOn: on, agreedHow: 'mondeling', note: 'Belde zelf (voorbeeld)' }
  const input = { reopenWhy: 'vraagClient', level: 'licht', ...said }
  add(examples, client, { on, actor: client.mentor, step: 'reopenCase', input })
}

/** Tells all of them of the clients of one region. Throws where the region has nobody to tell it of. */
export function tellExamples(examples: Examples): void {
  const [waits, hurries] = those(examples, 'searching')
  const [asks, , wants] = those(examples, 'sent')
  const [moves, comesBack, ...others] = those(examples, 'aftercare')
  const known = others.find(({ gemeente }) => gemeente === 'emmen')
  const ended = those(examples, 'ended')
  const back = ended.find(({ goal }) => goal.turn === 'terugNaarVoorziening')
  const asksAgain = ended.find(({ goal }) => goal.turn === 'goedAfgerond')
  if (!waits || !hurries || !asks || !wants || !moves || !back || !comesBack || !known || !asksAgain)
    throw new Error('Nobody to tell the examples of')
  notReadyYet(examples, waits)
  urgent(examples, hurries, asks)
  moving(examples, moves)
  young(examples, wants)
  returned(examples, back)
  met(examples, known)
  guaranteed(examples, comesBack)
  reopened(examples, asksAgain)
}
