import 'server-only'
// Headings, paragraphs, lists and terms on paper, each with its tag.
import type { Block, Term } from './description'
import {
  artifact,
  attribute,
  branch,
  type Doc,
  type Element,
  heightOf,
  INK,
  keepTogether,
  type Look,
  leaf,
  MARGIN,
  roomOn,
  STRONG,
  TEXT,
  widthOf,
  write,
} from './sheet'

type Of<K extends Block['kind']> = Extract<Block, { kind: K }>

const HEADINGS: Readonly<Record<1 | 2 | 3, Look & { above: number; below: number }>> = {
  1: { font: 'heading', size: 19, gap: 1, above: 0, below: 8 },
  2: { font: 'heading', size: 14, gap: 1, above: 18, below: 5 },
  3: { font: 'heading', size: 12, gap: 1, above: 6, below: 3 },
}
/** Below a heading stand at least so many points of its text: three lines. */
const FOLLOWS = 54
const BETWEEN = 7

const whole = (doc: Doc) => ({ x: MARGIN.left, width: widthOf(doc) })
const below = (doc: Doc, points: number) => {
  doc.y += points
}

/** The bookmarks of the file: under the title its chapters. */
function bookmark(doc: Doc, { text, level }: Of<'heading'>) {
  const parent = level === 3 ? null : doc.outline
  parent?.addItem(text.replace(/\s+/g, ' '))
}

export function heading(doc: Doc, parent: Element, block: Of<'heading'>) {
  const how = HEADINGS[block.level]
  if (doc.y > MARGIN.top) below(doc, how.above)
  keepTogether(doc, heightOf(doc, block.text, how, widthOf(doc)) + FOLLOWS)
  bookmark(doc, block)
  leaf(doc, parent, `H${block.level}`, () => write(doc, block.text, how, whole(doc)))
  below(doc, how.below)
}

export function paragraph(doc: Doc, parent: Element, { text }: Of<'paragraph'>) {
  for (const part of text.split(/\n\s*\n/).filter((one) => one.trim())) {
    keepTogether(doc, Math.min(heightOf(doc, part, TEXT, widthOf(doc)), FOLLOWS))
    leaf(doc, parent, 'P', () => write(doc, part, TEXT, whole(doc)))
    below(doc, BETWEEN)
  }
}

export function note(doc: Doc, parent: Element, { text }: Of<'note'>) {
  const place = { x: MARGIN.left + 14, width: widthOf(doc) - 14 }
  const height = heightOf(doc, text, STRONG, place.width)
  keepTogether(doc, height)
  const bar = Math.min(height, roomOn(doc))
  artifact(doc, 'Layout', () => {
    doc.rect(MARGIN.left, doc.y, 4, bar).fill(INK)
  })
  leaf(doc, parent, 'P', () => write(doc, text, STRONG, place))
  below(doc, BETWEEN + 2)
}

export function list(doc: Doc, parent: Element, { items }: Of<'list'>) {
  const place = { x: MARGIN.left + 14, width: widthOf(doc) - 14 }
  branch(doc, parent, 'L', (all) => {
    attribute(all, 'List', { ListNumbering: 'Disc' })
    for (const item of items) {
      keepTogether(doc, Math.min(heightOf(doc, item, TEXT, place.width), FOLLOWS))
      const top = doc.y
      branch(doc, all, 'LI', (one) => {
        leaf(doc, one, 'Lbl', () => write(doc, '•', TEXT, { x: MARGIN.left, width: 14, y: top }))
        leaf(doc, one, 'LBody', () => write(doc, item, TEXT, { ...place, y: top }))
      })
      below(doc, 2)
    }
  })
  below(doc, BETWEEN - 2)
}

/** The name beside what it says; both begin on the same page, and what is long goes on over the next. */
function term(doc: Doc, all: Element, { term: name, value }: Term) {
  const left = { x: MARGIN.left, width: 150 }
  const right = { x: MARGIN.left + 162, width: widthOf(doc) - 162 }
  const high = heightOf(doc, name, STRONG, left.width)
  keepTogether(doc, Math.max(high, Math.min(heightOf(doc, value, TEXT, right.width), FOLLOWS)))
  const [top, page] = [doc.y, doc.page]
  branch(doc, all, 'LI', (one) => {
    leaf(doc, one, 'Lbl', () => write(doc, name, STRONG, { ...left, y: top }))
    leaf(doc, one, 'LBody', () => write(doc, value, TEXT, { ...right, y: top }))
  })
  if (doc.page === page) doc.y = Math.max(doc.y, top + high)
  below(doc, 3)
}

export function terms(doc: Doc, parent: Element, { items }: Of<'terms'>) {
  branch(doc, parent, 'L', (all) => {
    attribute(all, 'List', { ListNumbering: 'None' })
    for (const item of items) term(doc, all, item)
  })
  below(doc, BETWEEN)
}
