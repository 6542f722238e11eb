// Reads a PDF as a program that did not make it does: what is said in it, in which order, and whether all of it is tagged.
import { getDocument, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

type Node = { role?: string; type?: string; id?: string; children?: Node[] }
export type Piece = { readonly tag: string; readonly text: string }
export type ReadPdf = {
  readonly title: string
  readonly language: string
  readonly marked: boolean
  readonly pages: number
  /** Every tagged text, in the order of the tree; what goes on over two pages is two pieces. */
  readonly pieces: readonly Piece[]
  /** What each page repeats, and nobody hears read. */
  readonly artifacts: readonly string[]
  /** Text that is neither: a screen reader would not know of it, or read it anywhere. */
  readonly untagged: readonly string[]
  readonly bookmarks: readonly string[]
}

type Written = { readonly of: Map<string, string>; readonly artifacts: string[]; readonly untagged: string[] }

/** The texts of a page by the mark under which they stand. */
async function writtenOn(page: PDFPageProxy): Promise<Written> {
  const { items } = await page.getTextContent({ includeMarkedContent: true })
  const written: Written = { of: new Map(), artifacts: [], untagged: [] }
  const open: { id: string | null; artifact: boolean; text: string }[] = []
  for (const item of items) {
    if ('str' in item) {
      const text = item.str + (item.hasEOL ? '\n' : '')
      const mark = open.findLast(({ id, artifact }) => id || artifact)
      if (mark) mark.text += text
      else if (text.trim()) written.untagged.push(text)
    } else if (item.type === 'endMarkedContent') {
      const mark = open.pop()
      if (mark?.artifact) written.artifacts.push(mark.text)
      else if (mark?.id) written.of.set(mark.id, (written.of.get(mark.id) ?? '') + mark.text)
    } else open.push({ id: item.id ?? null, artifact: 'tag' in item && item.tag === 'Artifact', text: '' })
  }
  return written
}

const piecesIn = (node: Node, of: Map<string, string>, tag = ''): Piece[] => {
  if (node.type === 'content') return [{ tag, text: (of.get(node.id ?? '') ?? '').trim() }]
  return (node.children ?? []).flatMap((child) => piecesIn(child, of, node.role ?? tag))
}

/** What stands in these bytes. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 })
  const file = await task.promise
  const { info } = (await file.getMetadata()) as { info: { Title?: string; Language?: string } }
  // Its types call this an object; what comes is a map.
  const marks = (await file.getMarkInfo()) as unknown as Map<string, boolean> | null
  const [pieces, artifacts, untagged]: [Piece[], string[], string[]] = [[], [], []]
  for (let at = 1; at <= file.numPages; at++) {
    const page = await file.getPage(at)
    const written = await writtenOn(page)
    pieces.push(...piecesIn(((await page.getStructTree()) ?? {}) as Node, written.of))
    artifacts.push(...written.artifacts)
    untagged.push(...written.untagged)
  }
  const read = {
    title: info.Title ?? '',
    language: info.Language ?? '',
    marked: marks?.get('Marked') === true,
    pages: file.numPages,
    pieces,
    artifacts,
    untagged,
    bookmarks: ((await file.getOutline()) ?? []).map(({ title }) => title),
  }
  await task.destroy()
  return read
}

/** Every word of it, twice: lines joined with a space, and without one, so that what was broken over two is found as well. */
export const wordsOf = ({ title, pieces, artifacts, untagged, bookmarks }: ReadPdf): string => {
  const all = [title, ...pieces.map(({ text }) => text), ...artifacts, ...untagged, ...bookmarks]
  return [
    ...all.map((one) => one.replace(/\s*\n\s*/g, ' ')),
    ...all.map((one) => one.replace(/\s*\n\s*/g, '')),
  ].join('\n')
}

/** Its headings, in the order in which they are read. */
export const headingsOf = ({ pieces }: ReadPdf): Piece[] => pieces.filter(({ tag }) => /^H\d$/.test(tag))
