// From a row of a file to a client who can be registered, or to what is wrong in which column.
import { contractForms, type RuleSet } from '../covenant/rule-set'
import type { FromFile } from '../kernel/context'
import { addDays } from '../kernel/days'
import type { Field } from '../kernel/field'
import { readField } from '../kernel/input'
import type { Refusal } from '../kernel/step'
import { exampleClient } from './client-columns'
import { type ColumnKey, columnOf, columns, keysOf, type Mapping } from './columns'
import { plain } from './plain'

/** The cells of one row, as texts; what is no text was written as one when the file was read. */
export type Cells = readonly string[]

/** What is wrong in a column. `of` is the part of the catalogue where `fault` stands. */
export type Wrong = {
  readonly column: ColumnKey
  readonly of: 'errors' | 'refusals' | 'import.wrong'
  readonly fault: string
  readonly values?: Refusal['values']
}

export type Values = Readonly<Partial<Record<ColumnKey, unknown>>>

/** A client who can come in: what each step is given. */
export type Client = {
  readonly opening: Readonly<Record<string, unknown>>
  readonly way: Omit<FromFile, 'file' | 'fileRow'>
  /** Null where the file says nothing about safety. */
  readonly safety: { readonly threat: unknown; readonly secrecy: unknown; readonly note: null } | null
}

export type Judged = { readonly wrong: readonly Wrong[] } | { readonly client: Client }

export type Ground = {
  readonly today: string
  readonly rules: RuleSet
  /** By the list of a code: what its labels say in any language, in plain letters. */
  readonly labels: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** The gemeenten of the covenant by their plain name. */
  readonly gemeenten: Readonly<Record<string, string>>
  /** Why this opening would be refused. */
  readonly refuses: (opening: Client['opening']) => Refusal | null
}

/** A day that a spreadsheet kept as a number: so many days after the last one of 1899, from 1927 to 2119. */
const asDay = (cell: string) => (/^[1-7]\d{4}$/.test(cell) ? addDays('1899-12-30', Number(cell)) : cell)
/** A number that lost the nought before it. */
const asPhone = (cell: string) => (/^[1-9]\d{8}$/.test(cell) ? `0${cell}` : cell)

function meant(key: ColumnKey, cell: string, { labels, gemeenten }: Ground): string {
  const { field, also } = columnOf(key)
  const word = plain(cell)
  if (field.kind === 'day') return asDay(cell)
  if (field.kind === 'phone') return asPhone(cell)
  if (field.kind === 'ref') return gemeenten[word] ?? cell
  // A label such as A++ is told by its marks.
  const asWritten = also?.[cell.toLowerCase()] ?? also?.[word]
  if (field.kind !== 'code') return asWritten ?? cell
  const code = field.codes.find((one) => plain(one) === word)
  return asWritten ?? code ?? labels[field.list]?.[word] ?? cell
}

/** What the cell of a choice can be is told by the help: there is no list to choose from in a file. */
const faultOf = (field: Field, error: string): Pick<Wrong, 'of' | 'fault'> => {
  if (error === 'notChosen') return { of: 'errors', fault: 'missing' }
  if (error !== 'notAChoice') return { of: 'errors', fault: error }
  return { of: 'import.wrong', fault: field.kind === 'ref' ? 'noSuchGemeente' : 'noSuchWord' }
}

const consents: readonly ColumnKey[] = ['agreedOn', 'agreedHow']

type Read = { values: Values; wrong: Wrong[] }

/** The cells of these columns as values, and what is wrong with any of them. */
export function read(keys: readonly ColumnKey[], cells: Cells, mapping: Mapping, ground: Ground): Read {
  const values: Record<string, unknown> = {}
  const wrong: Wrong[] = []
  for (const column of keys) {
    const place = mapping[column]
    const cell = place === undefined ? '' : (cells[place] ?? '').trim()
    const { field } = columnOf(column)
    const parsed = readField(field, [cell && meant(column, cell, ground)], ground.today)
    if ('value' in parsed) values[column] = parsed.value
    else if (!cell && consents.includes(column))
      wrong.push({ column, of: 'import.wrong', fault: 'consentMissing' })
    else wrong.push({ column, ...faultOf(field, parsed.error) })
  }
  return { values, wrong }
}

/** What a client needs besides at the stage where the file says they are, and what danger asks to be said. */
function lacking({ stated, statedSince, statedForm, statedLevel, threat, secrecy }: Values, rules: RuleSet) {
  const wrong: Wrong[] = []
  const lacks = (column: ColumnKey, fault: string) => wrong.push({ column, of: 'import.wrong', fault })
  if (stated !== 'intake' && !statedSince) lacks('statedSince', 'sinceMissing')
  const admitted = stated === 'matching' || stated === 'aftercare'
  const forms: readonly unknown[] = stated === 'aftercare' ? contractForms : rules.contractForms
  if (admitted && !statedForm) lacks('statedForm', 'formMissing')
  else if (admitted && !forms.includes(statedForm)) lacks('statedForm', 'formNotHere')
  if (stated === 'aftercare' && !statedLevel) lacks('statedLevel', 'levelMissing')
  if (threat && threat !== 'geen' && !secrecy) lacks('secrecy', 'secrecyMissing')
  return wrong
}

/** The columns that the step of a registration asks under the same name. */
const opening = (values: Values) => {
  const { agreedOn, agreedHow, stated, statedSince, statedForm, statedLevel, threat, secrecy, ...asked } =
    values
  const empty = {
    address: null,
    language: null,
    reachedBy: null,
    expectedOn: null,
    earlier: null,
    earlierAs: null,
  }
  return {
    opening: { ...empty, ...asked },
    way: { agreedOn, agreedHow, stated, statedSince, statedForm, statedLevel } as Client['way'],
    safety: threat || secrecy ? { threat: threat ?? 'geen', secrecy: secrecy ?? 'geen', note: null } : null,
  }
}

/** Why the step that a row is for would be refused, at the column that it is about or at this one. */
export function refusedBy(ground: Ground, opening: Client['opening'], otherwise: ColumnKey): Wrong | null {
  const refusal = ground.refuses(opening)
  if (!refusal) return null
  const { field, reason, values } = refusal
  const column = field && field in columns ? (field as ColumnKey) : otherwise
  return { column, of: 'refusals', fault: reason, ...(values && { values }) }
}

/** The row of the template, left in a file: nobody is called that. */
const isExample = ({ givenName, familyName }: Values) =>
  givenName === exampleClient.givenName && familyName === exampleClient.familyName

/** One row: the client, or all that is wrong with it. Days are read as people type them. */
export function judge(cells: Cells, mapping: Mapping, ground: Ground): Judged {
  const { values, wrong } = read(keysOf('case'), cells, mapping, ground)
  if (isExample(values)) return { wrong: [{ column: 'givenName', of: 'import.wrong', fault: 'exampleRow' }] }
  const more = values.stated ? lacking(values, ground.rules) : []
  if (wrong.length || more.length) return { wrong: [...wrong, ...more] }
  const client = opening(values)
  const refused = refusedBy(ground, client.opening, 'givenName')
  return refused ? { wrong: [refused] } : { client }
}

/** By what two rows are one client: the names and the day of birth, in whatever way they are written. */
export const keyOf = (given: unknown, family: unknown, birthDate: unknown): string =>
  [plain(String(given)), plain(String(family)), String(birthDate)].join(' ')

export const keyOfClient = ({ opening: { givenName, familyName, birthDate } }: Client) =>
  keyOf(givenName, familyName, birthDate)
