// One column of a file: the field that it fills, and what people write above it and in it.
import type { Field } from '../kernel/field'

export type ColumnOf = {
  readonly field: Field
  /** What people write above it, in plain letters; the first is the one of the template. */
  readonly names: readonly string[]
  /** Words in a cell that mean a code of the field, besides the code and its label. */
  readonly also?: Readonly<Record<string, string>>
  /** A row needs it, always or at some stages; the judge says which. */
  readonly needed?: true
}
