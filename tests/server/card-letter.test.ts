// The letter about a warning or card: tagged whole, in plain Dutch, for who reads the cards and nobody else.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/case/actor'
import type { Case } from '@/domain/case/case'
import { cardLetterOnPaper } from '@/features/case/card-letter-paper'
import type { CardLetter } from '@/features/case/card-letter-queries'
import { cardToPrint, letterCards } from '@/server/agreements/card-letter'
import { asActor } from '@/server/db/as-actor'
import { load } from '@/server/db/load'
import { pdfOf } from '@/server/pdf/write'
import { admit, type Cast, castOf, enter, moveIn, propose, register } from '../support/main-job'
import { headingsOf, readPdf, wordsOf } from '../support/read-pdf'
import { type Region, region, TODAY, take } from '../support/region'

const letter: CardLetter = {
  number: 'ZOD-26-0001',
  name: 'Noor de Wit',
  card: 'yellow',
  text: 'Na tien uur staat de muziek hard. Zet die zachter.',
  on: '2026-03-02',
  until: '2026-09-01',
  parties: { corporation: 'Domesta', provider: 'Cosis', gemeente: 'Gemeente Emmen' },
}
const read = async (said: Partial<CardLetter> = {}) =>
  readPdf(await pdfOf(cardLetterOnPaper({ ...letter, ...said }, '2026-03-03')))

describe('the letter about a card, on paper', () => {
  it.each(letterCards)('is in Dutch, tagged whole, with headings in their order: %s', async (card) => {
    const all = await read({ card })
    expect(all).toMatchObject({ marked: true, language: 'nl-NL', untagged: [] })
    expect(headingsOf(all).map(({ tag }) => tag)).toEqual(['H1', 'H2', 'H2', 'H2', 'H2', 'H2'])
    expect(all.title).toBe(headingsOf(all)[0]?.text)
    expect(wordsOf(all)).not.toMatch(/cardLetter|undefined|\{/)
  })

  it('says what happened, until when, how to object and with whom to talk', async () => {
    const words = wordsOf(await read())
    for (const said of [
      'Beste Noor de Wit',
      'muziek hard',
      '1 september 2026',
      'bezwaar',
      'Cosis',
      'Domesta',
    ])
      expect(words).toContain(said)
    expect(wordsOf(await read({ name: null }))).toContain('Beste bewoner')
  })

  it('says at its foot which text it is, on every day the same', () => {
    const foot = (on: string, said: Partial<CardLetter> = {}) =>
      cardLetterOnPaper({ ...letter, ...said }, on).foot
    expect(foot('2026-03-03')).toMatch(/versie 1[\s\S]+[0-9a-f]{64}/)
    expect(foot('2026-03-03')).toBe(foot('2026-05-01'))
    expect(foot('2026-03-03', { text: 'Iets anders' })).not.toBe(foot('2026-03-03'))
  })
})

describe('who can print it', () => {
  let r: Region
  let cast: Cast
  let kase: string
  beforeAll(async () => {
    r = await region()
    cast = await castOf(r)
    kase = await register(r, cast)
    await admit(r, cast, kase)
    await moveIn(cast, kase, await propose(cast, await enter(r, cast), kase))
    const warning = { card: 'warning', cardText: 'Muziek na tien uur', cardUntil: '2027-06-30' }
    await take(cast.officer, 'giveCard', kase, warning)
  })
  afterAll(() => r.close())

  const opened = (actor: Actor) =>
    asActor(actor, async (tx) => (await load(tx, actor.role, 'case', kase)) as Case | null)
  const printed = async (actor: Actor, on = TODAY) => {
    const found = await opened(actor)
    return found && cardToPrint(found, 'warning', on)?.cardText
  }

  it('is the landlord, the mentor and the regisseur of the case', async () => {
    for (const who of ['officer', 'mentor', 'regisseur'] as const)
      expect(await printed(cast[who]), who).toBe('Muziek na tien uur')
  })

  it('is no other landlord, provider or gemeente, and nobody who leads the region', async () => {
    const others = [
      await r.actor('officer', 'lefier'),
      await r.actor('mentor', 'leger-des-heils'),
      await r.actor('regisseur', 'coevorden'),
      await r.actor('coordinator', 'emmen'),
      cast.chair,
    ]
    for (const actor of others) expect(await printed(actor), actor.role).toBeFalsy()
  })

  it('is nobody after its last day, of another card, or of a shielded case', async () => {
    expect(await printed(cast.officer, '2027-07-01')).toBeUndefined()
    const found = (await opened(cast.officer)) as Case
    expect(cardToPrint(found, 'yellow', TODAY)).toBeNull()
    const shield = { alias: 'Merel', since: TODAY, endProposedOn: null, endedOn: null }
    expect(cardToPrint({ ...found, of: { ...found.of, shield } } as Case, 'warning', TODAY)).toBeNull()
  })
})
