// What a reader reads as one stays on one line: in titles, on a phone.
import { describe, expect, test } from 'vitest'
import { glued } from '@/ui/glued'

const shown = (text: string) => String(glued(text)).replaceAll('\u00a0', '_')

describe('a title keeps together', () => {
  test.each([
    ['Agenda van 8 december 2026', 'Agenda van 8_december_2026'],
    [
      'Home confirmed, the lease starts on 30 November 2026',
      'Home confirmed, the lease starts on 30_November_2026',
    ],
    ['Zwaluwtongstraat 85 a, 9531 QY', 'Zwaluwtongstraat_85 a, 9531_QY'],
    ['8 december 2026 · wk 50', '8_december_2026 · wk 50'],
  ])('%s', (text, together) => {
    expect(shown(text)).toBe(together)
  })

  test.each(['Voor 2 personen', 'ZOD-26-0003, 5 dossiers', 'Roodborst 537'])('nothing of %s', (text) => {
    expect(shown(text)).toBe(text)
  })

  test('and leaves alone what is no text', () => {
    expect(glued(null)).toBeNull()
  })
})
