// One search over everything: what is found, by whom, and that nobody finds what they may not see.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/case/actor'
import { found as foundFor } from '@/features/search/find'
import { type Cast, castOf, enter, register } from '../support/main-job'
import { type Region, region, TODAY, take } from '../support/region'

let r: Region
let cast: Cast
let kase: string
let stranger: Actor

beforeAll(async () => {
  r = await region()
  cast = await castOf(r)
  kase = await register(r, cast, { givenName: 'Noortje', familyName: 'Bakkerszoon' })
  stranger = await r.actor('mentor', 'leger-des-heils', 'Sanne Vreemd')
  await enter(r, cast, '14')
  await take(cast.mentor, 'addPaper', kase, { paperType: 'incomeStatement', replaces: null, lastDay: null })
  const noteText = 'De gesprekken over de woningen gaan goed'
  await take(cast.mentor, 'writeNote', kase, { noteText, audience: 'own', parties: null, people: null })
})
afterAll(() => r.close())

const find = async (who: Actor, typed: string) =>
  Object.fromEntries(
    (await foundFor(who, typed, TODAY)).map(({ what, hits }) => [what, hits.map(({ title }) => title)]),
  )

describe('what is looked for', () => {
  it.each([
    ['the beginning of a name', 'noor', 'cases', 'Noortje Bakkerszoon'],
    ['a name with another letter', 'Noortje Bakerszoon', 'cases', 'Noortje Bakkerszoon'],
    ['a street', 'weierss 14', 'homes', /Weiersstraat 14/],
    ['a place', 'Emmen', 'homes', /Weiersstraat 14/],
    ['the title of a paper', 'inkom', 'papers', /inkomen 2025/],
    ['a word of a note in another form', 'gesprek woning', 'notes', /gesprekken over de woningen/],
    ['a colleague', 'mentor cosis', 'people', 'mentor cosis'],
  ])('is found by %s', async (_, typed, what, title) => {
    const who = what === 'homes' ? cast.officer : cast.mentor
    expect((await find(who, typed))[what]).toEqual(expect.arrayContaining([expect.stringMatching(title)]))
  })

  it('is never who works at a partner, whether by name or by the organisation', async () => {
    expect((await find(cast.mentor, 'Sanne Vreemd')).people).toBeUndefined()
    expect((await find(cast.mentor, 'Leger')).people).toBeUndefined()
  })

  it('is found by a number in any of the ways in which people say it', async () => {
    const [row] = await r.kernel<{ number: string }>('SELECT number FROM spine WHERE id = $1', [kase])
    expect((await find(cast.mentor, row?.number ?? '')).cases).toEqual(['Noortje Bakkerszoon'])
    expect((await find(cast.mentor, String(Number(row?.number.slice(-4))))).cases).toEqual([
      'Noortje Bakkerszoon',
    ])
  })

  it('is a tafel by its day, as people write a day', async () => {
    const chair = await r.actor('secretary', 'emmen')
    await take(chair, 'planTafel', null, { on: '2026-12-07', at: '09:30', place: 'Raadhuis' })
    expect((await find(chair, '7 december 2026')).tafels).toHaveLength(1)
    expect((await find(chair, 'raadhuis')).tafels).toHaveLength(1)
  })
})

describe('nobody finds', () => {
  it('a client, a paper or a note of another organisation: the answer is that of what is not there', async () => {
    const nothing = await foundFor(stranger, 'Xyzzyxyz', TODAY)
    for (const typed of ['Noortje', 'Bakerszoon', 'inkomen', 'gesprek', 'Weiersstraat'])
      expect(await foundFor(stranger, typed, TODAY)).toEqual(nothing)
  })

  it('a note that was written for others, also on a case that they read', async () => {
    expect((await find(cast.regisseur, 'gesprekken')).notes).toBeUndefined()
    expect((await find(cast.regisseur, 'Noortje')).cases).toHaveLength(1)
  })

  it('anybody by a burgerservicenummer', async () => {
    await take(cast.mentor, 'recordBsn', kase, { number: '111222333' })
    expect(await foundFor(cast.mentor, '111222333', TODAY)).toEqual([])
  })

  it('what a sign could mean to a database', async () => {
    for (const typed of ["' OR 1=1 --", '%', ':*', '!', '&', '\\', '', ' ', '( | )'])
      expect(await foundFor(cast.mentor, typed, TODAY)).toEqual([])
  })

  it('a shielded client by name, number or alias, but for who was named', async () => {
    await take(cast.mentor, 'describeSafety', kase, { threat: 'stalking', secrecy: 'geheim', note: null })
    const [row] = await r.kernel<{ number: string; alias: string }>(
      'SELECT s.number, h.alias FROM spine s JOIN case_shield h ON h.subject_id = s.id WHERE s.id = $1',
      [kase],
    )
    const { number = '', alias = '' } = row ?? {}
    const colleague = await r.actor('mentor', 'cosis', 'Ada Collega')
    for (const typed of ['Noortje', 'Bakerszoon', number, alias]) {
      expect((await find(cast.mentor, typed)).cases).toEqual([alias])
      for (const who of [colleague, cast.regisseur, cast.chair])
        expect((await find(who, typed)).cases).toBeUndefined()
    }
    expect((await find(colleague, 'inkomen')).papers).toBeUndefined()
  })
})

/** More than a search looks at before it asks what this person has. */
const MANY = 501

/** Papers, notes and names that fit as well, come first, and are nobody's who looks here. */
async function muchOfOthers(at: string) {
  const paper = `INSERT INTO case_papers_income (subject_id, organisation_id, recorded_on, covenant_id, paper, paper_type, file_name, file_format, file_size, checksum, paper_version)
    SELECT $1, $2, '2027-01-01', $3, gen_random_uuid(), 'incomeStatement', 'jaaropgave', 'pdf', 1, repeat('a', 64), 1 FROM generate_series(1, $4)`
  const note = `INSERT INTO case_notes (subject_id, organisation_id, recorded_on, covenant_id, note_id, entry, note_text, writer, writer_name, readers)
    SELECT $1, $2, '2027-01-01', $3, gen_random_uuid(), 'written', 'Een jaaropgave', gen_random_uuid(), 'Sanne', ARRAY[$2::uuid] FROM generate_series(1, $4)`
  for (const sql of [paper, note])
    await r.kernel(sql, [at, stranger.organisationId, stranger.covenantId, MANY])
  await r.kernel(
    `WITH people AS (INSERT INTO person (id) SELECT gen_random_uuid() FROM generate_series(1, $1) RETURNING id)
    INSERT INTO case_identity (person_id, given_name, family_name, birth_date) SELECT id, 'Zwaantje', 'Aardappel', '1990-01-01' FROM people`,
    [MANY],
  )
}

describe('behind hundreds that somebody may not see', () => {
  it('their own client, paper and note are found, and none of those', async () => {
    const own = await register(r, cast, { givenName: 'Zwaantje', familyName: 'Zijlstra' })
    const noteText = 'De jaaropgave komt nog'
    await take(cast.mentor, 'writeNote', own, { noteText, audience: 'own', parties: null, people: null })
    await r.kernel(
      `INSERT INTO case_papers_income (subject_id, organisation_id, recorded_on, covenant_id, paper, paper_type, file_name, file_format, file_size, checksum, paper_version)
      VALUES ($1, $2, '2026-11-01', $3, gen_random_uuid(), 'incomeStatement', 'jaaropgave 2026', 'pdf', 1, repeat('a', 64), 1)`,
      [own, cast.mentor.organisationId, cast.mentor.covenantId],
    )
    await muchOfOthers(
      await register(r, { ...cast, mentor: stranger }, { givenName: 'Ilse', familyName: 'Ander' }),
    )
    expect(await find(cast.mentor, 'zwaan')).toEqual({ cases: ['Zwaantje Zijlstra'] })
    expect(await find(cast.mentor, 'jaaropgaven')).toEqual({
      papers: ['jaaropgave 2026'],
      notes: [noteText],
    })
    expect((await find(stranger, 'zwaan')).cases).toBeUndefined()
    expect((await find(stranger, 'jaaropgave')).papers).toHaveLength(8)
  })
})
