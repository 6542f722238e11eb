import 'server-only'
// A table on paper: a row stays whole, and what stands above the columns is seen again on each page.
import type { Block, Column } from './description'
import {
  artifact,
  attribute,
  branch,
  type Doc,
  type Element,
  heightOf,
  keepTogether,
  type Look,
  leaf,
  MARGIN,
  type Place,
  roomOn,
  rule,
  STRONG,
  TEXT,
  wholePage,
  widthOf,
  write,
} from './sheet'

type Table = Extract<Block, { kind: 'table' }>

const HEAD: Look = { ...STRONG, size: 9.5, gap: 1 }
const CELL: Look = { ...TEXT, size: 10, gap: 1.5 }
const PAD = 4
const GUTTER = 10
/** What stands above the columns, over two lines; and of a first row so much that the two are not parted. */
const HEAD_HIGH = 40
const FIRST = 200

/** Where each column stands. */
function placesOf(doc: Doc, columns: readonly Column[]): Place[] {
  const all = columns.reduce((sum, { share }) => sum + share, 0)
  const free = widthOf(doc) - GUTTER * (columns.length - 1)
  let x = MARGIN.left
  return columns.map(({ share }) => {
    const place = { x, width: (free * share) / all }
    x += place.width + GUTTER
    return place
  })
}

type Row = { readonly cells: readonly string[]; readonly how: Look }

const highest = (doc: Doc, { cells, how }: Row, places: readonly Place[]) =>
  Math.max(...cells.map((cell, i) => heightOf(doc, cell || ' ', how, places[i]?.width ?? 0)))

/** Draws the cells side by side by way of `each`, and a line below them. */
function row(doc: Doc, the: Row, places: readonly Place[], each: (draw: () => void, at: number) => void) {
  const high = highest(doc, the, places)
  const top = doc.y + PAD
  the.cells.forEach((cell, at) => {
    each(() => write(doc, cell, the.how, { ...(places[at] as Place), y: top }), at)
  })
  doc.y = top + high + PAD
  rule(doc, doc.y, { x: MARGIN.left, width: widthOf(doc) })
}

/** What stands above the columns; the same again on a next page is no part of the text. */
function headOf(doc: Doc, { columns }: Table, places: readonly Place[], parent: Element | null) {
  const the = { cells: columns.map(({ label }) => label), how: HEAD }
  if (!parent) return row(doc, the, places, (draw) => artifact(doc, 'Pagination', draw))
  branch(doc, parent, 'TR', (tr) =>
    row(doc, the, places, (draw) =>
      branch(doc, tr, 'TH', (th) => {
        attribute(th, 'Table', { Scope: 'Column' })
        th.add(draw)
      }),
    ),
  )
}

/** A row that is longer than a page is set cell below cell. */
function longRow(doc: Doc, tr: Element, cells: readonly string[], columns: readonly Column[]) {
  const place = { x: MARGIN.left, width: widthOf(doc) }
  cells.forEach((cell, i) => {
    const text = cell ? `${columns[i]?.label}: ${cell}` : ''
    leaf(doc, tr, 'TD', () => write(doc, text, CELL, place))
  })
  doc.y += PAD
  rule(doc, doc.y, place)
}

/** A row that fits on no page at all. */
const isLong = (doc: Doc, high: number) => high > wholePage(doc) - HEAD_HIGH

export function table(doc: Doc, parent: Element, block: Table) {
  const places = placesOf(doc, block.columns)
  const rows = block.rows.map((cells) => ({ cells, how: CELL }))
  const highs = rows.map((the) => highest(doc, the, places) + 2 * PAD)
  branch(doc, parent, 'Table', (all) => {
    keepTogether(doc, HEAD_HIGH + Math.min(highs[0] ?? 0, FIRST))
    headOf(doc, block, places, all)
    rows.forEach((the, at) => {
      const high = highs[at] ?? 0
      const long = isLong(doc, high)
      if (!long && high > roomOn(doc)) {
        doc.addPage()
        headOf(doc, block, places, null)
      }
      branch(doc, all, 'TR', (tr) => {
        if (long) longRow(doc, tr, the.cells, block.columns)
        else row(doc, the, places, (draw) => leaf(doc, tr, 'TD', draw))
      })
    })
  })
  doc.y += 10
}
