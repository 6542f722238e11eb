// No mail says anything about a client or an address: after every step there is, taken by everyone it takes.
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Actor, Role } from '@/domain/case/actor'
import { steps } from '@/domain/case/steps'
import { addWorkingDays } from '@/domain/kernel/days'
import type { Step } from '@/domain/kernel/step'
import { languages } from '@/i18n/catalogues'
import { digestOf, letterOf, type News } from '@/server/notices/letter'
import { moveOffers } from '@/server/offers/move'
import { inputs } from '../support/inputs'
import { admit, type Cast, candidates, castOf, enter, moveIn, propose, register } from '../support/main-job'
import { BASE, openOffice, type TestOffice } from '../support/office'
import { ASKED, onMorning } from '../support/passing-terms'
import { type Region, region, take } from '../support/region'
import { script } from '../support/script'
import { takers } from '../support/script/handover'
import { homesSwapped } from '../support/two-sides'
import { playerOf, playersOf } from '../support/two-ways'
import { readBack } from '../support/typed'

let r: Region
let office: TestOffice
let letters: ReturnType<TestOffice['letters']>
let secrets: string[]
let told: string[]

async function playAll() {
  const people = await playersOf(r)
  const by = (role: Role) => people.home[role] as Actor
  const ids: Record<string, string> = {}
  for (const line of script) {
    const step: Step = steps[line.step]
    const subject = step.row.from.includes('new') ? null : (ids[line.on] as string)
    const given = {
      ...inputs[line.step]?.({ today: line.day, ids: {} }),
      ...(await line.input({ r, by, ids })),
    }
    const input = readBack(step.input, given, line.day)
    ids[line.on] = await take(playerOf(people, line), line.step, subject, input, {
      on: line.day,
      fromFile: line.fromFile,
    })
    await office.round()
  }
}

/** A home that somebody was offered, and nobody answers. */
async function offeredInVain(cast: Cast) {
  const kase = await register(r, cast)
  await admit(r, cast, kase)
  const dwelling = await enter(r, cast, '88')
  const found = await candidates(cast.officer, dwelling)
  const candidate = found?.candidates.find((c) => c.caseId === kase)?.pseudonym
  await take(cast.officer, 'propose', null, { dwelling, candidate, reason: null }, { on: ASKED })
}

/** A home in which nobody was visited since that day, and a rung of the ladder did not help. */
async function visitedInVain(cast: Cast) {
  const home = await register(r, cast)
  await admit(r, cast, home)
  await moveIn(cast, home, await propose(cast, await enter(r, cast, '99'), home))
  const rung = { rung: 'gesprek', tried: 'Gebeld', agreements: 'Elke week bellen', prevention: null }
  await take(cast.regisseur, 'escalate', home, { ...rung, functional: null })
  const late = `UPDATE turn SET since = $1, due_on = $1 WHERE subject_id = $2 AND task IN ('visit', 'holdAsProvider')`
  await r.kernel(late, [ASKED, home])
}

/** Nobody answers: what a term does by itself is told as well, after a first warning. The database does it on no day to come. */
async function letTermsPass() {
  const cast = await castOf(r)
  const on = { on: ASKED }
  await take(cast.regisseur, 'askMore', await register(r, cast), { missing: 'Een loonstrook' }, on)
  for (const [who, step, to] of [
    [cast.mentor, 'proposeHandover', r.organisations[takers.mentor]],
    [cast.regisseur, 'proposeMove', r.organisations[takers.regisseur]],
  ] as const)
    await take(who, step, await register(r, cast), { ...inputs[step]?.({ today: ASKED, ids: {} }), to }, on)
  await offeredInVain(cast)
  await visitedInVain(cast)
  await homesSwapped(r, cast)
  for (let n = 3; n < 25; n++) {
    const day = addWorkingDays(ASKED, n)
    await onMorning(r, office, day)
    await office.round()
  }
  await moveOffers()
  await office.round()
}

/** Every text, number and day that stands in a table about somebody or something, with its numbers and the names of people. */
async function everyValue(): Promise<string[]> {
  const tables = await r.kernel<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname ~ '^(case|dwelling|offer|tafel|emergency)_'`,
  )
  const values = new Set<string>()
  for (const { name } of tables)
    for (const { v } of await r.kernel<{ v: string }>(
      `SELECT DISTINCT trim(v #>> '{}') AS v FROM ${name} x, jsonb_path_query(to_jsonb(x), 'strict $.**') v WHERE jsonb_typeof(v) IN ('string', 'number')`,
    ))
      values.add(v)
  const names = await r.kernel<{ v: string }>('SELECT number AS v FROM spine UNION SELECT name FROM account')
  for (const { v } of names) values.add(v)
  return [...values]
}

/** Words of a letter, in either language, that also stand somewhere as a code, our own name, and the reader's own organisation. */
const OURS = [
  'thuis',
  'tafel',
  'aftercare',
  'gemeente',
  'Thuistafel',
  'Cosis',
  'client',
  'lease',
  'care',
  'reserved',
]

const ID = /[0-9a-f]{8}-[0-9a-f-]{27}/g

/** As a reader sees it: the digits of an id in a link, and the clock of the post, are nobody's number or hour. */
const seenIn = (text: string) =>
  text
    .replace(ID, '')
    .replace(/^(date|message-id):.*$/gim, '')
    .toLowerCase()

/** Ids of rows say nothing to a reader; what is shorter stands in every text. */
const revealing = (value: string) =>
  value.length > 3 &&
  !OURS.includes(value) &&
  !/^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(value) &&
  !/^(true|false)$/.test(value)

beforeAll(async () => {
  r = await region()
  office = await openOffice(r)
  await playAll()
  await letTermsPass()
  letters = office.letters()
  secrets = (await everyValue()).filter(revealing)
  const rows = await r.kernel<{ step: string }>('SELECT DISTINCT step FROM outbox')
  told = rows.map((row) => row.step).filter((name) => name in steps)
}, 240_000)
afterAll(async () => {
  await office?.close()
  await r.close()
})

it('every step that is told to somebody was told, and mails went out', () => {
  const telling = (Object.values(steps) as readonly Step[])
    .filter((s) => s.row.notifies || s.row.alarms)
    .map((s) => s.name)
  // A task is told to one person: whose it is, or who gave it.
  const toOne = ['giveTask', 'handTaskBack', 'finishTask']
  // Of a tafel its delegates hear, who are named in the step.
  const toDelegates = ['inviteDelegates', 'changeTafel']
  expect(told.sort()).toEqual([...telling, ...toOne, ...toDelegates].sort())
  expect(letters.length).toBeGreaterThan(30)
  expect(secrets.length).toBeGreaterThan(120)
})

it('no mail holds a name, an address, a number, a date or any word that somebody wrote about somebody', () => {
  const found = letters.flatMap((letter) => {
    const own = letter.header('To')
    // What the reader sees, and every header but the address of the reader.
    const seen = seenIn(
      `${letter.head.replaceAll(own, '')}\n${letter.text}${letter.calendar?.replace(/\r\n /g, '').replaceAll(own, '') ?? ''}`,
    )
    return secrets.filter((secret) => seen.includes(secret.toLowerCase()))
  })
  expect([...new Set(found)]).toEqual([])
})

it('neither in another language, nor at once or once a day, whatever somebody chose', async () => {
  const kept = await r.kernel<{ news: News[] }>('SELECT news FROM mail')
  const each = kept.flatMap(({ news }) => [news, ...news.map((one) => [one])])
  expect(each.length).toBeGreaterThan(60)
  const found = each.flatMap((news) =>
    languages.flatMap((language) =>
      [letterOf, digestOf].flatMap((write) => {
        const { subject, text } = write(news, language, BASE)
        const seen = seenIn(`${subject}\n${text}`)
        expect(write === digestOf && /\/(cases|dwellings|offers|tafels)\//.test(text)).toBe(false)
        return secrets.filter((secret) => seen.includes(secret.toLowerCase()))
      }),
    ),
  )
  expect([...new Set(found)]).toEqual([])
})

/** That a tafel is on another day: who comes on the wrong one should read it in the mail. */
const MOVED = /^De uitstroomtafel is verzet van \d\d-\d\d-\d{4} naar \d\d-\d\d-\d{4}\.$/m

it('no mail holds a number, an amount or an e-mail address at all, but for the ids in its links', () => {
  for (const { text } of letters) expect(text.replace(ID, '').replace(MOVED, '')).not.toMatch(/\d{4}|€|@/)
})
