import 'server-only'
// The paper under a document: its letters, its margins, and the tree of what was written on it (ISO 32000-1, 14.7).
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Pdf from 'pdfkit'
import type { PdfDescription } from './description'

export type Doc = PDFKit.PDFDocument
export type Element = PDFKit.PDFStructureElement

/** In points: A4, with room for what stands above and below the text of each page. */
export const MARGIN = { top: 84, bottom: 92, left: 62, right: 62 } as const

export const INK = '#1f2430'
export const SOFT = '#4d5565'
export const RULE = '#b9c0cc'

const FONTS = {
  text: 'source-sans/TTF/SourceSans3-Regular.ttf',
  strong: 'source-sans/TTF/SourceSans3-Semibold.ttf',
  heading: 'source-sans/TTF/SourceSans3-Bold.ttf',
} as const

const read = new Map<string, Buffer>()

function fontFile(name: string): Buffer {
  const known = read.get(name) ?? readFileSync(join(process.cwd(), 'node_modules', name))
  read.set(name, known)
  return known
}

/** How a text looks: which letters, how large in points, how much room between lines. */
export type Look = {
  readonly font: keyof typeof FONTS
  readonly size: number
  readonly gap?: number
  readonly color?: string
}
export const TEXT: Look = { font: 'text', size: 11, gap: 2.5 }
export const STRONG: Look = { ...TEXT, font: 'strong' }

const TAGS = { nl: 'nl-NL', en: 'en-GB' } as const

/** An empty document. Its names and days are those of its description alone, so the same input gives the same bytes. */
export function newDoc({ title, language, madeOn }: PdfDescription): Doc {
  // The types of this package are behind on the subset.
  const options = {
    size: 'A4',
    margins: MARGIN,
    pdfVersion: '1.7',
    subset: 'PDF/UA',
    tagged: true,
    lang: TAGS[language],
    displayTitle: true,
    bufferPages: true,
    font: '',
    // The description of the file is XML: a title of ours holds no mark of that.
    info: {
      Title: title.replace(/[<>&]/g, ''),
      CreationDate: new Date(`${madeOn}T12:00:00Z`),
      Creator: 'Thuistafel',
      Producer: 'Thuistafel',
    },
  } as unknown as PDFKit.PDFDocumentOptions
  const doc = new Pdf(options)
  for (const [name, file] of Object.entries(FONTS)) doc.registerFont(name, fontFile(file))
  return doc
}

/** Sets the pen for a text. */
const look = (doc: Doc, { font, size, color = INK }: Look) => doc.font(font).fontSize(size).fillColor(color)

export const widthOf = (doc: Doc) => doc.page.width - MARGIN.left - MARGIN.right
const endOf = (doc: Doc) => doc.page.height - MARGIN.bottom
export const roomOn = (doc: Doc) => endOf(doc) - doc.y
export const wholePage = (doc: Doc) => endOf(doc) - MARGIN.top

/** Goes on to the next page where so much does not fit below what stands on this one. */
export function keepTogether(doc: Doc, height: number) {
  if (height > roomOn(doc) && doc.y > MARGIN.top) doc.addPage()
}

type Letters = { _font: { font: { hasGlyphForCodePoint: (code: number) => boolean } } }

/** The text as these letters can write it: a sign that they do not have is a box, for all to see that something is missing. */
function writable(doc: Doc, text: string): string {
  const letters = (doc as unknown as Letters)._font.font
  const plain = text.normalize('NFC').replace(/\r\n?/g, '\n').replaceAll('\t', ' ')
  return [...plain.replace(/[^\P{C}\n]/gu, '')]
    .map((sign) => (sign === '\n' || letters.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0) ? sign : '□'))
    .join('')
}

export type Place = { readonly x: number; readonly width: number }

/** How high a text becomes. */
export function heightOf(doc: Doc, text: string, how: Look, width: number): number {
  look(doc, how)
  return doc.heightOfString(writable(doc, text), { width, lineGap: how.gap ?? 0 })
}

/** Writes a text where the pen is, or at this height, over as many pages as it takes. */
export function write(doc: Doc, text: string, how: Look, { x, width, y = doc.y }: Place & { y?: number }) {
  look(doc, how)
  doc.text(writable(doc, text), x, y, { width, lineGap: how.gap ?? 0 })
}

/** What is no part of the text: lines, and what each page repeats. Nobody hears it read. */
export function artifact(doc: Doc, type: 'Layout' | 'Pagination', draw: () => void) {
  doc.markContent('Artifact', { type })
  draw()
  doc.endMarkedContent()
}

/** A line across. */
export const rule = (doc: Doc, y: number, { x, width }: Place) =>
  artifact(doc, 'Layout', () => {
    doc
      .lineWidth(0.6)
      .strokeColor(RULE)
      .moveTo(x, y)
      .lineTo(x + width, y)
      .stroke()
  })

/** A piece of the tree: what `fill` writes or adds belongs to it. It is written down when that is done. */
export function branch(doc: Doc, parent: Element, tag: string, fill: (element: Element) => void) {
  const element = doc.struct(tag)
  parent.add(element)
  fill(element)
  element.end()
}

/** A text in the tree. */
export const leaf = (doc: Doc, parent: Element, tag: string, draw: () => void) =>
  branch(doc, parent, tag, (element) => element.add(draw))

type Dictionary = { dictionary: { data: Record<string, unknown> } }

/** Says of an element what its tag alone does not say (ISO 32000-1, 14.8.5); before it is filled. */
export function attribute(element: Element, owner: string, said: Readonly<Record<string, string>>) {
  // The types of this package do not tell of the dictionary that it has.
  ;(element as unknown as Dictionary).dictionary.data.A = { O: owner, ...said }
}
