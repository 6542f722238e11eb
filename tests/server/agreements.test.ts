// The agreements of a tenancy as files: tagged whole, each sentence beside plain words, and the same paper for all who sign it.
import { describe, expect, it } from 'vitest'
import type { Case } from '@/domain/case/case'
import type { Agreement } from '@/domain/case/signing'
import { contractForms } from '@/domain/covenant/rule-set'
import type { AgreedWords, OwnWords } from '@/domain/tenancy/own-words'
import { type AgreementFacts, agreementFor } from '@/server/agreements/facts'
import { agreementOnPaper } from '@/server/agreements/paper'
import { pdfOf } from '@/server/pdf/write'
import { playOn } from '../support/case-at'
import { headingsOf, readPdf, wordsOf } from '../support/read-pdf'
import { decided, onConditions } from '../support/tafel-stories'
import type { Who } from '../support/world'

const documents = ['lease', 'guidance', 'tripartite'] as const
const PLAN = { goals: 'KANARIE-DOELEN', agreements: 'KANARIE-AFSPRAKEN', signedOn: '2026-02-24' }

const signed = () =>
  playOn(decided(onConditions), 'matching', 'tenancy').on('2026-02-24').take('writePlan', 'mentor', PLAN)

const parts = [
  { part: 'corporation', name: 'Domesta' },
  { part: 'provider', name: 'Cosis' },
]

function screenOf(
  agreement: Agreement,
  who: Who = 'mentor',
  kase: Case = signed().as(who),
  words: readonly AgreedWords[] = [],
) {
  const screen = agreementFor(agreement, { kase, parts, words }, { covenant: 'Convenant', omklapMonths: 12 })
  if (!screen) throw new Error('Nothing to write')
  return screen
}

const paper = (screen: AgreementFacts, on = '2026-02-25') => agreementOnPaper(screen, on)
const read = async (screen: AgreementFacts) => readPdf(await pdfOf(paper(screen)))
const checksumIn = (screen: AgreementFacts, on?: string) =>
  /(?:[0-9a-f]{8} ?){8}/.exec(paper(screen, on).foot)?.[0]

describe('an agreement on paper', () => {
  it.each(documents)('is in Dutch and tagged whole, with headings in their order: %s', async (agreement) => {
    const all = await read(screenOf(agreement))
    expect(all).toMatchObject({ marked: true, language: 'nl-NL', untagged: [] })
    expect(headingsOf(all).map(({ tag }) => tag)).toEqual([
      'H1',
      ...headingsOf(all)
        .slice(1)
        .map(() => 'H2'),
    ])
    expect(all.pieces.filter(({ tag }) => tag === 'TH').length).toBeGreaterThan(4)
  })

  it.each(documents)(
    'says on each page that it is a model to be checked, and which text it is: %s',
    async (agreement) => {
      const screen = screenOf(agreement)
      const { artifacts, pages, pieces } = await read(screen)
      const feet = artifacts.filter((text) => text.includes('Laat een jurist van de partijen'))
      expect(feet).toHaveLength(pages)
      for (const foot of feet)
        expect(foot.replace(/\s/g, '')).toContain(checksumIn(screen)?.replace(/\s/g, ''))
      expect(pieces.map(({ text }) => text).join()).toContain('Dit is een model van de regio.')
    },
  )

  it.each(documents)('has a text for each sentence of each contract form: %s', async (agreement) => {
    for (const form of contractForms) {
      const words = wordsOf(await read({ ...screenOf(agreement), form }))
      expect(words, form).not.toMatch(/agreement\.|undefined|codes\./)
    }
  })

  it('has the facts of the tenancy in the lease, and no word of the support in it', async () => {
    const words = wordsOf(await read(screenOf('lease')))
    for (const said of ['Domesta', 'Noor de Wit', 'Hoofdstraat 12', '€']) expect(words).toContain(said)
    for (const kept of ['KANARIE', 'Bewind', 'Uren per week', 'Komt uit']) expect(words).not.toContain(kept)
  })

  it('says only in a temporary lease where somebody came from', async () => {
    expect(wordsOf(await read({ ...screenOf('lease'), form: 'tijdelijk' }))).toContain('Komt uit')
  })

  it('says in a temporary lease on what it rests and until when, and leaves room where that was not said', async () => {
    const temporary = { ...screenOf('lease'), form: 'tijdelijk' }
    const said = { temporaryGround: 'opvang', endsOn: '2028-02-29' }
    expect(wordsOf(await read({ ...temporary, ...said }))).toMatch(/29 februari 2028.+opvang/)
    expect(wordsOf(await read(temporary))).toContain('……')
    expect(checksumIn({ ...temporary, ...said })).not.toBe(checksumIn(temporary))
  })

  it('has the plan in the agreement on support alone, and the conditions in that of the three', async () => {
    const guidance = wordsOf(await read(screenOf('guidance')))
    const tripartite = wordsOf(await read(screenOf('tripartite')))
    expect([guidance.includes('KANARIE-DOELEN'), tripartite.includes('KANARIE')]).toEqual([true, false])
    expect([guidance.includes('Bewind'), tripartite.includes('Bewind')]).toEqual([false, true])
    expect(guidance).not.toContain('Hoofdstraat')
  })
})

describe('the checksum of an agreement', () => {
  it('is the same for each of those who sign it, on every day', () => {
    for (const agreement of ['lease', 'tripartite'] as const)
      expect(checksumIn(screenOf(agreement, 'officer'))).toBe(checksumIn(screenOf(agreement), '2026-03-09'))
  })

  it('is another one when anything in it is another', () => {
    const screen = screenOf('lease')
    const others = [{ rent: 1 }, { startOn: '2026-05-01' }, { form: 'tijdelijk' }, { address: 'Elders 1' }]
    const all = [screen, ...others.map((other) => ({ ...screen, ...other }))].map((one) => checksumIn(one))
    expect(new Set(all).size).toBe(5)
  })
})

describe('of a shielded case', () => {
  it('no name, address, condition or plan is on paper, also not for who was named for it', async () => {
    const { kase } = signed()
    const shield = { alias: 'Merel', since: '2026-01-14', endProposedOn: null, endedOn: null }
    const shielded = { ...kase, of: { ...kase.of, shield } } as Case
    for (const agreement of documents) {
      const words = wordsOf(await read(screenOf(agreement, 'mentor', shielded)))
      expect(words).not.toMatch(/Noor|de Wit|Hoofdstraat|KANARIE|Bewind/)
      expect(words).toContain('Dit dossier is afgeschermd.')
    }
  })
})

describe('the own words of a party', () => {
  const clause = { text: 'Huisdieren in overleg.', plain: 'Wilt u een huisdier? Vraag het ons eerst.' }
  const its: OwnWords = {
    letterhead: 'Stationsstraat 1, Emmen',
    clauses: { lease: [clause], guidance: [], tripartite: [] },
  }
  const version = (number: number, agreedOn: string, words = its): AgreedWords => ({
    ...{ name: 'Domesta', kind: 'corporatie' as const },
    ...{ number, agreedOn, words },
  })
  const leased = signed().as('officer')
  const day = leased.of.placement?.wordsOn ?? ''
  const lease = (...versions: AgreedWords[]) => screenOf('lease', 'officer', leased, versions)
  const before = `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`

  it('stand in the lease under its name, each beside what it means, with their version', async () => {
    const words = wordsOf(await read(lease(version(3, before))))
    for (const said of [
      'Eigen afspraken van Domesta',
      clause.text,
      clause.plain,
      'Stationsstraat 1',
      'versie 3',
    ])
      expect(words).toContain(said)
  })

  it('change no paper of a tenancy that was agreed before them, or on the same day', () => {
    const asked = checksumIn(lease(version(1, before)))
    expect(asked).not.toBe(checksumIn(lease()))
    const later = version(2, day, { ...its, letterhead: 'Elders' })
    expect(checksumIn(lease(version(1, before), later))).toBe(asked)
  })

  it('of the landlord do not stand in the agreement on support, nor those of a party without any', () => {
    expect(screenOf('guidance', 'mentor', signed().as('mentor'), [version(1, before)]).own).toEqual([])
    expect(
      lease(version(1, before, { ...its, letterhead: '', clauses: { ...its.clauses, lease: [] } })).own,
    ).toEqual([])
  })
})
