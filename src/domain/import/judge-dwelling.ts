// From a row of a file to a dwelling that can be entered, or to what is wrong in which column.
import { keysOf, type Mapping } from './columns'
import { exampleDwelling } from './dwelling-columns'
import { type Cells, type Ground, read, refusedBy, type Values, type Wrong } from './judge'
import { plain } from './plain'

/** A dwelling that can come in: what its step is given. */
export type Home = { readonly opening: Readonly<Record<string, unknown>> }
export type JudgedHome = { readonly wrong: readonly Wrong[] } | { readonly home: Home }

/** What the step asks and no column says. */
const unsaid = { mostInEntrance: null, mostInComplex: null, situation: [], facilities: [], meantFor: [] }

const isExample = ({ street, houseNumber }: Values) =>
  street === exampleDwelling.street && houseNumber === exampleDwelling.houseNumber

/** One row: the dwelling, or all that is wrong with it. Amounts are read as people type them, into euro cents. */
export function judgeDwelling(cells: Cells, mapping: Mapping, ground: Ground): JudgedHome {
  const { values, wrong } = read(keysOf('dwelling'), cells, mapping, ground)
  if (isExample(values)) return { wrong: [{ column: 'street', of: 'import.wrong', fault: 'exampleRow' }] }
  if (wrong.length) return { wrong }
  const opening = { ...unsaid, ...values }
  const refused = refusedBy(ground, opening, 'street')
  return refused ? { wrong: [refused] } : { home: { opening } }
}

/** By what two rows are one dwelling: the address, and the number that the corporation itself gave it. */
export const keysOfHome = ({ opening }: Home): readonly string[] => [
  ['address', plain(String(opening.postcode)), plain(String(opening.houseNumber))].join(' '),
  ...(opening.unitNumber ? [`unit ${plain(String(opening.unitNumber))}`] : []),
]
