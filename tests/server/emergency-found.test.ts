// Noodtoegang must help, and must not tell who is a client: what is found, what is not, and how often one may ask.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { breaking, broken, client, inNeed, numberOf } from '../support/broken-glass'
import { first } from '../support/client'
import { type Cast, castOf, register } from '../support/main-job'
import { attempt, type Region, region, take } from '../support/region'
import { see } from './sight'

let r: Region
let cast: Cast
let kase: string
let number: string

const somebody = (name: string) => r.actor('regisseur', 'borger-odoorn', name)
const NOTHING = { refusal: { reason: 'noSuchCase' } }
const born = (first as { birthDate: string }).birthDate

beforeAll(async () => {
  r = await region('zuidoost-drenthe', 'flevoland')
  cast = await castOf(r)
  kase = await inNeed(r, cast)
  number = await numberOf(r, kase)
}, 120_000)
afterAll(() => r.close())

describe('a case is found', () => {
  it.each([
    ['its number', () => ({ caseNumber: number })],
    ['its number in small letters', () => ({ caseNumber: number.toLowerCase() })],
    [
      'exactly the family name and the day of birth',
      () => ({ familyName: 'van Zangvogel', birthDate: born }),
    ],
    ['the same in capitals', () => ({ familyName: 'VAN ZANGVOGEL', birthDate: born })],
  ])('by %s', async (how, input) => {
    const who = await somebody(`Vindt door ${how}`)
    expect(await breaking(who, input())).toHaveProperty('done')
    expect((await see(who, kase))?.of.identity).toMatchObject(client)
  })
})

describe('one and the same answer is given', () => {
  it('of a case that is not there, of half a name, of another day and of a number that can be none', async () => {
    const who = await somebody('Zoekt Niets')
    expect(await breaking(who, { caseNumber: 'ZOD-26-9999' })).toEqual(NOTHING)
    expect(await breaking(who, { familyName: 'Zangvogel', birthDate: born })).toEqual(NOTHING)
    expect(await breaking(who, { familyName: 'van Zangvogel', birthDate: '1970-01-01' })).toEqual(NOTHING)
    expect(await breaking(who, { caseNumber: 'van alles' })).toEqual(NOTHING)
  })

  it('of a shielded case, by its number and by its name; also of another case of that client', async () => {
    const hidden = await register(r, cast, { givenName: 'Merula', familyName: 'Schuilvink' })
    const at = await numberOf(r, hidden)
    await take(cast.mentor, 'describeSafety', hidden, { threat: 'stalking', secrecy: 'geheim', note: null })
    const who = await somebody('Zoekt Merula')
    expect(await breaking(who, { caseNumber: at })).toEqual(NOTHING)
    expect(await breaking(who, { familyName: 'Schuilvink', birthDate: born })).toEqual(NOTHING)
    const older = await register(r, cast, { givenName: 'Merula', familyName: 'Anders' })
    for (const table of ['spine', 'relation'])
      await r.kernel(
        `UPDATE ${table} SET person_id = (SELECT person_id FROM spine WHERE id = $1) WHERE ${table === 'spine' ? 'id' : 'subject_id'} = $2`,
        [hidden, older],
      )
    expect(await breaking(who, { caseNumber: await numberOf(r, older) })).toEqual(NOTHING)
  })

  it('of a case of another covenant', async () => {
    const stranger = await r.actor('regisseur', 'almere', 'regisseur in Flevoland', 'flevoland')
    expect(await breaking(stranger, { caseNumber: number })).toEqual(NOTHING)
    expect(await breaking(stranger, { familyName: 'van Zangvogel', birthDate: born })).toEqual(NOTHING)
  })

  it('of two people who have that name and day', async () => {
    for (const givenName of ['Jan', 'Piet']) await register(r, cast, { givenName, familyName: 'Dubbelaar' })
    expect(
      await breaking(await somebody('Zoekt Dubbel'), { familyName: 'Dubbelaar', birthDate: born }),
    ).toEqual(NOTHING)
  })

  it('and each of these stands in the journal of the organisation, without what was asked', async () => {
    const rows = await r.kernel<{ tells: object; shown: string[]; subject: string | null }>(
      `SELECT tells, shown, subject_id AS subject FROM journal WHERE step = 'breakGlass' AND kind = 'denied'`,
    )
    expect(rows.length).toBeGreaterThanOrEqual(9)
    for (const row of rows) expect(row).toEqual({ tells: { reason: 'noSuchCase' }, shown: [], subject: null })
  })
})

describe('nobody tries out names', () => {
  it('after five questions in an hour the answer is to call, also for the one that would have been right', async () => {
    const who = await somebody('Probeert Veel')
    for (let n = 1; n <= 5; n++)
      expect(await breaking(who, { caseNumber: `ZOD-26-999${n}` })).toEqual(NOTHING)
    expect(await breaking(who, { caseNumber: number })).toEqual({ refusal: { reason: 'tooManyTries' } })
    const inAnotherRole = await r.actor('coordinator', 'emmen', who.name)
    expect(await breaking(inAnotherRole, { caseNumber: number })).toEqual({
      refusal: { reason: 'tooManyTries' },
    })
  })

  it('a short reason is refused before anything is looked up: there is no question without a record', async () => {
    const who = await somebody('Zegt Weinig')
    const short = { why: 'spoed', caseNumber: number }
    for (let n = 0; n < 7; n++)
      expect(await breaking(who, short)).toMatchObject({ refusal: { reason: 'sayMore' } })
    expect(await broken(who, number)).toBeTruthy()
  })

  it('whoever may not break a glass finds nothing, however they ask the database', async () => {
    const officer = await r.actor('officer', 'domesta')
    expect(await breaking(officer, { caseNumber: number })).toEqual({ refusal: { reason: 'notYourRole' } })
    expect(await attempt(cast.mentor, 'breakGlass', kase)).toEqual({ refusal: { reason: 'notFound' } })
  })
})
