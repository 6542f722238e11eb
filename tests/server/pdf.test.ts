// A document that is made for printing is read by a screen reader as it is read on paper: another program reads it here.
import { expect, it } from 'vitest'
import type { Block, PdfDescription } from '@/server/pdf/description'
import { pdfOf } from '@/server/pdf/write'
import { headingsOf, readPdf, wordsOf } from '../support/read-pdf'

const sentence = 'Er is een woning nodig in een rustige buurt, dicht bij de winkels en de bus. '

const blocks: Block[] = [
  { kind: 'heading', level: 1, text: 'Vergaderset van 3 december 2026' },
  { kind: 'paragraph', text: `Eerste alinea.\n\nTweede alinea.\nMet nog een regel.` },
  { kind: 'note', text: 'Dit dossier is afgeschermd.' },
  {
    kind: 'table',
    columns: [
      { label: 'Plek', share: 1 },
      { label: 'Cliënt', share: 3 },
    ],
    rows: Array.from({ length: 60 }, (_, i) => [String(i + 1), `Cliënt ${i + 1}`]),
  },
  { kind: 'pageBreak' },
  { kind: 'heading', level: 2, text: 'Een dossier' },
  { kind: 'heading', level: 3, text: 'Gegevens' },
  {
    kind: 'terms',
    items: [
      { term: 'Woonwens', value: sentence.repeat(80) },
      { term: 'Naam', value: 'Łukasz Şahin ﬁ & <b>' },
    ],
  },
  { kind: 'list', items: ['Budgetbeheer', 'Dagbesteding'] },
]

const description = (more: Partial<PdfDescription> = {}): PdfDescription => ({
  title: 'Vergaderset van 3 december 2026',
  language: 'nl',
  madeOn: '2026-11-29',
  sender: 'Gemeente Emmen',
  foot: 'Geldig tot en met 3 december 2026; vernietig daarna.',
  page: (page, pages) => `Pagina ${page} van ${pages}`,
  blocks,
  ...more,
})

const made = async (more: Partial<PdfDescription> = {}) => readPdf(await pdfOf(description(more)))

it('says what it is called and in which language, and is tagged', async () => {
  expect(await made()).toMatchObject({
    title: 'Vergaderset van 3 december 2026',
    language: 'nl-NL',
    marked: true,
  })
  expect((await made({ language: 'en' })).language).toBe('en-GB')
})

it('has every text in its tree, or sets it apart as what each page repeats', async () => {
  const { untagged, pieces, artifacts, pages } = await made()
  expect(untagged).toEqual([])
  expect(pages).toBeGreaterThan(3)
  for (let page = 1; page <= pages; page++)
    expect(artifacts.filter((said) => said.includes(`Pagina ${page} van ${pages}`))).toHaveLength(1)
  expect(artifacts.filter((said) => said.includes('vernietig daarna'))).toHaveLength(pages)
  expect(pieces.filter(({ text }) => text.includes('vernietig'))).toEqual([])
})

it('is read in the order of its description: headings, paragraphs, rows and terms', async () => {
  const read = await made()
  expect(headingsOf(read)).toEqual([
    { tag: 'H1', text: 'Vergaderset van 3 december 2026' },
    { tag: 'H2', text: 'Een dossier' },
    { tag: 'H3', text: 'Gegevens' },
  ])
  expect(read.bookmarks).toEqual(['Vergaderset van 3 december 2026', 'Een dossier'])
  const tags = read.pieces.map(({ tag }) => tag)
  expect(tags.slice(0, 8)).toEqual(['H1', 'P', 'P', 'P', 'TH', 'TH', 'TD', 'TD'])
  const cells = read.pieces.filter(({ tag }) => tag === 'TD').map(({ text }) => text)
  expect(cells).toEqual(Array.from({ length: 60 }, (_, i) => [String(i + 1), `Cliënt ${i + 1}`]).flat())
  // What stands above the columns is told once, though each page shows it.
  expect(tags.filter((tag) => tag === 'TH')).toHaveLength(2)
  expect(tags.slice(-4)).toEqual(['Lbl', 'LBody', 'Lbl', 'LBody'])
})

it('loses no word of a text that goes on over the next page', async () => {
  const words = wordsOf(await made())
  expect(words.split('rustige buurt').length - 1).toBeGreaterThanOrEqual(80)
  expect(words).toContain('Łukasz Şahin')
  expect(words).toContain('& <b>')
})

it('loses no word of a row that is longer than a page', async () => {
  const columns = [
    { label: 'Partij', share: 1 },
    { label: 'Reden', share: 2 },
  ]
  const rows = [
    ['Corporatie', sentence.repeat(90)],
    ['Gemeente', 'Eens.'],
  ]
  const read = await made({ blocks: [{ kind: 'table', columns, rows }] })
  expect(read.untagged).toEqual([])
  const words = wordsOf(read)
  expect(words.split('rustige buurt').length - 1).toBeGreaterThanOrEqual(90)
  expect(words).toContain('Eens.')
})

it('shows a box where a sign cannot be written, so that nobody takes it for the whole text', async () => {
  const read = await made({ blocks: [{ kind: 'paragraph', text: 'Naam: مريم.' }] })
  expect(read.pieces.map(({ text }) => text)).toEqual(['Naam: □□□□.'])
})

it('is the same file for the same description, and another on another day', async () => {
  const [one, same, other] = await Promise.all([
    pdfOf(description()),
    pdfOf(description()),
    pdfOf(description({ madeOn: '2026-11-30' })),
  ])
  expect(one.equals(same)).toBe(true)
  expect(one.equals(other)).toBe(false)
})
