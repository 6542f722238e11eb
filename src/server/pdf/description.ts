import 'server-only'
// What a document to be printed says, without how it looks: plain text in the order in which it is read.

/** Something with its name: a fact, or what somebody must do. */
export type Term = { readonly term: string; readonly value: string }

/** A column: what stands above it, and its share of the width. */
export type Column = { readonly label: string; readonly share: number }

/** Lines within a text stay lines; an empty line begins a new paragraph. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'terms'; readonly items: readonly Term[] }
  | {
      readonly kind: 'table'
      readonly columns: readonly Column[]
      readonly rows: readonly (readonly string[])[]
    }
  /** A remark that is not to be read past. */
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'pageBreak' }

export type PdfDescription = {
  readonly title: string
  readonly language: 'nl' | 'en'
  /** The day on which it was made, 'yyyy-mm-dd': the same description on the same day is the same file. */
  readonly madeOn: string
  /** Whose document it is; on top of each page. */
  readonly sender: string
  /** For whom it is and until when it counts, or nothing; at the foot of each page. */
  readonly foot: string
  /** "Page 2 of 5" */
  readonly page: (page: number, pages: number) => string
  readonly blocks: readonly Block[]
}
