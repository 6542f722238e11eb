// Homes of before the region worked with Thuistafel: brought in from a file today, and what came of them is said at once.
import { addDays } from '@/domain/kernel/days'
import { howItEnded } from './aftercare'
import { earlier } from './calendar'
import type { Client, CovenantKey } from './clients'
import { clientsOf } from './clients'
import { org, type Telling, type WorldFile } from './event'
import type { Goal, Turn } from './goals'

/** How many months ago the key was handed over, and what became of it after how many. */
const histories: readonly (readonly [months: number, turn: Turn, after: number])[] = [
  ...[20, 21, 22, 24, 25, 27, 29, 31, 33, 34, 36, 37, 38, 40].map((months) => [months, 'steady', 0] as const),
  [26, 'verhuisd', 14],
  [30, 'verhuisd', 21],
  [35, 'verhuisd', 28],
  [32, 'terugNaarVoorziening', 9],
  [39, 'overleden', 30],
]

const goals: readonly Goal[] = histories.map(([months, turn]) => ({
  end: turn === 'steady' ? 'aftercare' : 'ended',
  turn,
  keyAge: [months * 30, months * 30],
  signed: 6,
}))

/** What the row of a file says of them. */
const rowOf = (keyOn: string, row: number): WorldFile => ({
  file: '3d'.repeat(32),
  fileRow: row,
  stated: 'aftercare',
  statedSince: keyOn,
  statedForm: 'driepartijen',
  statedLevel: 'licht',
  agreedOn: keyOn,
  agreedHow: 'schriftelijk',
})

function opening(client: Client, keyOn: string) {
  return {
    givenName: client.givenName,
    familyName: client.familyName,
    birthDate: addDays(keyOn, -365 * client.chance.between(22, 60)),
    salutation: client.salutation,
    phone: null,
    email: null,
    address: null,
    language: null,
    setting: client.origin,
    facility: 'Niet bekend (voorbeeld)',
    law: client.law,
    readySince: addDays(keyOn, -client.ready),
    expectedOn: null,
    wantedFrom: null,
    gemeente: org(client.gemeente),
    mentorName: 'Team nazorg (voorbeeld)',
    mentorPhone: null,
  }
}

/** Tells of all of them, numbered from `from`; returns how many there are. */
export function tellOlder(covenant: CovenantKey, from: number, today: string, telling: Telling): number {
  const on = earlier(today, 0)
  const clients = clientsOf(covenant, from, { goals, deal: `older:${covenant}`, counted: false })
  for (const [i, client] of clients.entries()) {
    const [months, turn, after] = histories[i] as (typeof histories)[number]
    const keyOn = addDays(today, -Math.round(months * 30.5))
    const key = `case:older${client.n}`
    const say = { on, covenant, subject: key }
    const { mentor, regisseur } = client
    telling.push({
      ...say,
      actor: mentor,
      step: 'openCase',
      input: opening(client, keyOn),
      opens: true,
      fromFile: rowOf(keyOn, i + 2),
    })
    telling.push({ ...say, actor: regisseur, step: 'confirmHoused', input: {} })
    const ended = howItEnded(turn, addDays(keyOn, Math.round(after * 30.5)))
    if (after) telling.push({ ...say, actor: mentor, step: 'closeCase', input: { reason: turn, ...ended } })
  }
  return clients.length
}
