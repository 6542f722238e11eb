// The letter and the minutes as files: tagged whole, in the order in which they are read, with what their reader may know.
import { describe, expect, it } from 'vitest'
import { letterOf } from '@/domain/tafel/letter'
import { minuteOf } from '@/domain/tafel/minutes'
import { letterOnPaper } from '@/features/case/letter-paper'
import type { LetterScreen } from '@/features/case/letter-queries'
import type { MinutesScreen } from '@/features/tafel/minutes'
import { minutesOnPaper } from '@/features/tafel/minutes-paper'
import { wordsIn } from '@/i18n/words'
import { pdfOf } from '@/server/pdf/write'
import { headingsOf, readPdf, wordsOf } from '../support/read-pdf'
import { rulesWith } from '../support/rules'
import { decided } from '../support/tafel-stories'

const story = (decisionForm: 'besluit' | 'advies') => {
  const rules = rulesWith({ decisionForm })
  const { kase } = decided({ outcome: 'refused', ground: 'criteria', motivation: 'KANARIE-WAAROM' })
  return { kase, rules }
}

function letter(form: 'besluit' | 'advies') {
  const { kase, rules } = story(form)
  const screen = {
    head: { number: 'ZOD-2026-00001', name: 'Jan de Vries', initials: 'J.V.' },
    letter: letterOf(kase, rules),
    covenant: 'Convenant Uitstroom',
    municipality: 'Gemeente Emmen',
  } as unknown as LetterScreen
  return pdfOf(letterOnPaper(screen, '2026-02-03')).then(readPdf)
}

describe('the letter about a decision, on paper', () => {
  it('is in Dutch and tagged, from the gemeente, in the words that were written for the client', async () => {
    const read = await letter('besluit')
    expect(read).toMatchObject({ marked: true, language: 'nl-NL', untagged: [], pages: 1 })
    expect(headingsOf(read)).toEqual([{ tag: 'H1', text: 'Wat de uitstroomtafel besloot' }])
    expect(read.artifacts.join()).toContain('Gemeente Emmen')
    const words = wordsOf(read)
    for (const said of ['Beste Jan de Vries,', 'U mag verhuizen naar Emmen.', 'ZOD-2026-00001'])
      expect(words).toContain(said)
    // Why the table decided so is for the table.
    expect(words).not.toContain('KANARIE')
  })

  it('says of a besluit until when bezwaar can be made, and of advice that it is none', async () => {
    const besluit = wordsOf(await letter('besluit'))
    expect(besluit).toContain('Dit is een besluit van Gemeente Emmen.')
    expect(besluit).toContain('Schrijf uiterlijk 17 maart 2026 een brief')
    const advies = wordsOf(await letter('advies'))
    expect(advies).toContain('Het is geen besluit van de gemeente.')
    expect(advies).not.toContain('bezwaar')
  })
})

describe('the minutes on paper', () => {
  const made = {
    name: 'Vera',
    organisation: 'Gemeente Emmen',
    covenant: 'Convenant',
    on: '2026-02-04',
    at: '09:00',
  }

  function minutes(language: 'nl' | 'en', knowsWhy = true) {
    const { kase, rules } = story('besluit')
    const read = knowsWhy ? kase : { ...kase, of: { ...kase.of, decisionNotes: null } }
    const minute = minuteOf(read as typeof kase, kase.of.decisions?.[0]?.tafel ?? '', rules)
    const line = { ...minute, caseId: 'x', number: 'ZOD-2026-00001', name: 'J.V.', covenantVersion: 2 }
    const screen = {
      id: 'x',
      number: 'T-2026-0001',
      on: '2026-02-03',
      place: 'Gemeentehuis',
      chairOn: '2026-02-03',
      secretaryOn: '2026-02-03',
      present: null,
      lines: [line],
      names: new Map(),
    } as unknown as MinutesScreen
    return pdfOf(minutesOnPaper(screen, made, wordsIn(language))).then(readPdf)
  }

  it('are tagged in the language of their reader, a chapter for each decision', async () => {
    for (const language of ['nl', 'en'] as const) {
      const read = await minutes(language)
      expect(read).toMatchObject({
        marked: true,
        untagged: [],
        language: { nl: 'nl-NL', en: 'en-GB' }[language],
      })
      expect(headingsOf(read).map(({ tag }) => tag)).toEqual(['H1', 'H2', 'H2', 'H2'])
      expect(headingsOf(read)[2]?.text).toBe('J.V., ZOD-2026-00001')
    }
  })

  it('say why to whoever may read that, and to nobody else', async () => {
    expect(wordsOf(await minutes('nl'))).toContain('KANARIE-WAAROM')
    expect(wordsOf(await minutes('nl', false))).not.toContain('KANARIE')
  })
})
