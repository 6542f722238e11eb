import 'server-only'
// Makes a file of a description: a tagged PDF (PDF/UA-1), that a screen reader reads in the order of its blocks.
import type { Block, PdfDescription } from './description'
import {
  artifact,
  type Doc,
  type Element,
  type Look,
  MARGIN,
  newDoc,
  RULE,
  SOFT,
  STRONG,
  widthOf,
  write,
} from './sheet'
import { table } from './table'
import { heading, list, note, paragraph, terms } from './text-blocks'

function put(doc: Doc, parent: Element, block: Block) {
  switch (block.kind) {
    case 'heading':
      return heading(doc, parent, block)
    case 'paragraph':
      return paragraph(doc, parent, block)
    case 'list':
      return list(doc, parent, block)
    case 'terms':
      return terms(doc, parent, block)
    case 'table':
      return table(doc, parent, block)
    case 'note':
      return note(doc, parent, block)
    case 'pageBreak':
      return doc.y > MARGIN.top ? doc.addPage() : doc
  }
}

const SMALL: Look = { font: 'text', size: 8.25, gap: 1, color: SOFT }
/** Room for the number of the page, beside what stands at the foot. */
const NUMBER = 70

/** A chapter, the page on which it begins, and how far down. */
type Chapter = { readonly from: number; readonly y: number; readonly text: string }

/** What each page repeats: whose it is, what goes on there, for whom and until when, and which page of how many. */
function around(doc: Doc, { sender, title, foot, page }: PdfDescription, chapters: readonly Chapter[]) {
  const { start, count } = doc.bufferedPageRange()
  const all = { x: MARGIN.left, width: widthOf(doc) }
  for (let at = start; at < start + count; at++) {
    doc.switchToPage(at)
    // What stands in the margin would otherwise begin a page.
    doc.page.margins = { ...MARGIN, bottom: 0 }
    artifact(doc, 'Pagination', () => {
      write(doc, sender, { ...STRONG, size: 9, color: SOFT }, { ...all, y: 40 })
      const goesOn = chapters.findLast(({ from }) => from < at)?.text
      const begins = chapters.some(({ from, y }) => from === at && y === MARGIN.top)
      const above = [title, !begins && goesOn].filter(Boolean).join(' · ')
      if (at > start) write(doc, above, SMALL, { ...all, y: 53 })
      const y = doc.page.height - MARGIN.bottom + 22
      doc
        .lineWidth(0.6)
        .strokeColor(RULE)
        .moveTo(all.x, y - 7)
        .lineTo(all.x + all.width, y - 7)
        .stroke()
      write(doc, foot, SMALL, { x: all.x, width: all.width - NUMBER, y })
      const number = page(at - start + 1, count)
      doc.text(number, all.x + all.width - NUMBER, y, { width: NUMBER, align: 'right' })
    })
  }
}

/** The file. The same description gives the same bytes. */
export async function pdfOf(description: PdfDescription): Promise<Buffer> {
  const doc = newDoc(description)
  const chunks: Buffer[] = []
  doc.on('data', (chunk: Buffer) => chunks.push(chunk))
  const done = new Promise((ok, no) => doc.once('end', ok).once('error', no))
  const root = doc.struct('Document')
  doc.addStructure(root)
  const chapters: Chapter[] = []
  for (const block of description.blocks) {
    const [before, y] = [doc.page, doc.y]
    put(doc, root, block)
    if (block.kind === 'heading' && block.level === 2)
      chapters.push({
        from: doc.bufferedPageRange().count - 1,
        y: doc.page === before ? y : MARGIN.top,
        text: block.text,
      })
  }
  root.end()
  around(doc, description, chapters)
  doc.end()
  await done
  return Buffer.concat(chunks)
}
