// What is taken along to a tafel on paper, by everybody who may see that it meets: the words of the file itself are read.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/case/actor'
import type { StepName } from '@/domain/case/steps'
import { addDays } from '@/domain/kernel/days'
import { caseOnPaper } from '@/features/case/pack-paper'
import { caseInPack } from '@/features/case/pack-queries'
import { packFor } from '@/features/tafel/pack'
import { packOnPaper } from '@/features/tafel/pack-paper'
import { wordsIn } from '@/i18n/words'
import { asActor } from '@/server/db/as-actor'
import { pdfOf } from '@/server/pdf/write'
import { described } from '../support/client'
import { type Cast, castOf, decision, register } from '../support/main-job'
import { headingsOf, readPdf, wordsOf } from '../support/read-pdf'
import { type Region, region, TODAY, take } from '../support/region'

const on = addDays(TODAY, 9)
const ourWish = 'KANARIE-ONZE-BUURT'
const theirWish = 'KANARIE-HUN-BUURT'
const reason = 'KANARIE-STANDPUNT'

let r: Region
let cast: Cast
let other: Cast
let tafel: string
let [own, foreign] = ['', '']
const wish = (environment: string) => {
  const [, profile] = described(r.organisations.emmen).find(([step]) => step === 'writeProfile') ?? []
  return { ...profile, environment }
}
beforeAll(async () => {
  r = await region()
  cast = await castOf(r)
  other = {
    ...cast,
    mentor: await r.actor('mentor', 'wender'),
    regisseur: await r.actor('regisseur', 'coevorden'),
  }
  const when = { on, at: '10:00', place: 'Gemeentehuis Emmen', note: null }
  tafel = await take(cast.secretary, 'planTafel', null, when)
  own = await register(r, cast, { givenName: 'Onze', familyName: 'Kanarienaam' })
  foreign = await register(r, other, { givenName: 'Hun', familyName: 'Vreemdenaam' }, 'coevorden')
  await take(cast.mentor, 'writeProfile', own, wish(ourWish))
  await take(other.mentor, 'writeProfile', foreign, wish(theirWish))
  for (const [people, id] of [
    [cast, own],
    [other, foreign],
  ] as const) {
    await take(people.regisseur, 'acceptIntake', id)
    await take(people.regisseur, 'putOnTafel', id, { tafel })
  }
  await take(cast.mentor, 'givePosition', own, { position: 'support', positionReason: reason })
})
afterAll(() => r.close())

const moment = { today: TODAY, time: '14:05', requestId: null }
const packOf = (who: Actor, id = tafel) =>
  asActor(who, (tx) => packFor(tx, who, { id, open: caseInPack, moment }))

async function fileOf(who: Actor, language: 'nl' | 'en' = 'nl') {
  const pack = await packOf(who)
  if (!pack) throw new Error(`No pack for ${who.name}`)
  return readPdf(await pdfOf(packOnPaper(pack, wordsIn(language), caseOnPaper)))
}
const said = async (who: Actor) => wordsOf(await fileOf(who))
const numberOf = async (id: string) =>
  (await r.kernel<{ number: string }>('SELECT number FROM spine WHERE id = $1', [id]))[0]?.number ?? ''

describe('the pack for a tafel', () => {
  it('holds for whoever leads the table every case, with what the table decides by', async () => {
    for (const who of [cast.chair, cast.secretary, await r.actor('coordinator', 'emmen')]) {
      const words = await said(who)
      for (const word of [ourWish, theirWish, await numberOf(own), await numberOf(foreign)])
        expect(words).toContain(word)
    }
  })

  it('holds for a party its own cases, and of the others their place alone', async () => {
    const words = await said(cast.mentor)
    expect(words).toContain(ourWish)
    for (const word of [theirWish, await numberOf(foreign), foreign, 'H.V.'])
      expect(words).not.toContain(word)
    expect(words).toContain('U hoort niet bij dit dossier.')
    const theirs = await said(other.mentor)
    expect(theirs).toContain(theirWish)
    for (const word of [ourWish, await numberOf(own), reason]) expect(theirs).not.toContain(word)
  })

  it('gives the number of a case that is not theirs where the covenant says so, and nothing more', async () => {
    const rule = (said: string) =>
      r.kernel(`UPDATE covenant_version SET rules = jsonb_set(rules, '{tafel,withoutStake}', $1::jsonb)`, [
        JSON.stringify(said),
      ])
    await rule('number')
    const words = await said(cast.mentor)
    await rule('nothing')
    expect(words).toContain(await numberOf(foreign))
    expect(words).not.toContain(theirWish)
  })

  it('is there for a corporatie without a part in any case: an agenda of places', async () => {
    const { lines } = (await packOf(cast.officer)) ?? { lines: [] }
    expect(lines).toEqual([1, 2].map((place) => ({ place, number: null, minutes: null, kase: null })))
  })

  it('names nobody, and holds none of what the table can do without', async () => {
    for (const who of [cast.chair, cast.mentor, cast.regisseur]) {
      const words = await said(who)
      const left = 'Kanarienaam,Vreemdenaam,06 12 34 56 78,Oude bekenden,7824,Bij de GKB,De Linde'.split(',')
      for (const word of left) expect(words).not.toContain(word)
    }
  })

  it('shows a position to its own party alone, until all are shown together', async () => {
    expect(await said(cast.mentor)).toContain(reason)
    expect(await said(cast.regisseur)).not.toContain(reason)
    expect(await said(cast.regisseur)).toContain('Gegeven, nog niet te zien')
  })

  it('says on each page until when it counts, for whom it was made and when', async () => {
    const { artifacts, pages } = await fileOf(cast.chair)
    expect(pages).toBeGreaterThan(2)
    for (const mark of [
      'Geldig tot en met 2 december 2026; vernietig daarna.',
      `Gemaakt voor ${cast.chair.name}, ${cast.chair.organisationName}, op 23 november 2026 om 14:05 uur.`,
    ])
      expect(artifacts.filter((one) => one.replaceAll('\n', ' ').includes(mark))).toHaveLength(pages)
  })

  it('is tagged whole, in the language of its reader, a chapter for each case', async () => {
    for (const language of ['nl', 'en'] as const) {
      const read = await fileOf(cast.chair, language)
      expect(read).toMatchObject({
        marked: true,
        untagged: [],
        language: { nl: 'nl-NL', en: 'en-GB' }[language],
      })
      const chapters = headingsOf(read).filter(({ tag }) => tag !== 'H3')
      expect(chapters.map(({ tag }) => tag)).toEqual(['H1', 'H2', 'H2', 'H2'])
      expect(chapters[2]?.text).toContain(await numberOf(own))
    }
  })

  it('is recorded as a look: at the tafel, and at each case that is in it', async () => {
    const count = async () => {
      const rows = await r.kernel<{ id: string; n: number }>(
        `SELECT subject_id AS id, count(*)::int AS n FROM journal WHERE kind = 'read' AND account_id = $1 GROUP BY 1`,
        [cast.mentor.accountId],
      )
      return new Map(rows.map(({ id, n }) => [id, n]))
    }
    const before = await count()
    await packOf(cast.mentor)
    const after = await count()
    const more = (id: string) => (after.get(id) ?? 0) - (before.get(id) ?? 0)
    expect([tafel, own, foreign].map(more)).toEqual([1, 1, 0])
    const [row] = await r.kernel<{ shown: string[] }>(
      `SELECT shown FROM journal WHERE kind = 'read' AND subject_id = $1 ORDER BY recorded_at DESC LIMIT 1`,
      [own],
    )
    expect(row?.shown).toContain('profile')
    expect(row?.shown).not.toContain('identity')
  })

  it('is nothing for who does not see the tafel', async () => {
    expect(await packOf(await r.actor('privacyOfficer', 'emmen'))).toBeNull()
    expect(await packOf(cast.chair, own)).toBeNull()
    expect(await packOf(cast.chair, 'none')).toBeNull()
  })

  it('of a shielded case it holds the alias alone, also for who was named for it', async () => {
    await take(other.mentor, 'describeSafety', foreign, {
      threat: 'huiselijkGeweld',
      secrecy: 'geheim',
      note: null,
    })
    const [row] = await r.kernel<{ alias: string }>('SELECT alias FROM case_shield WHERE subject_id = $1', [
      foreign,
    ])
    for (const who of [cast.chair, other.mentor]) {
      const words = await said(who)
      expect(words).toContain(row?.alias)
      expect(words).toContain('Dit dossier is afgeschermd.')
      expect(words).not.toContain(theirWish)
    }
    expect(await said(cast.mentor)).not.toContain(row?.alias)
  })

  it('is no longer there once the list was adopted: then there are minutes', async () => {
    const then = (who: Actor, step: StepName, id: string, input = {}) => take(who, step, id, input, { on })
    const seats = ['gemeente', 'corporatie', 'zorgaanbieder']
    await then(cast.chair, 'openTafel', tafel, { seats, present: 'Allen' })
    expect(await packOf(cast.mentor)).not.toBeNull()
    for (const id of [own, foreign]) await then(cast.chair, 'proposeDecision', id, decision(r))
    await then(cast.chair, 'adoptList', tafel)
    await then(cast.secretary, 'adoptList', tafel)
    expect(await packOf(cast.mentor)).toBeNull()
  })
})
