// What is in no story of a large world: nobody there is hidden, comes from a file, writes, takes back or prepares a tafel.
import type { Line } from './line'
import { imported, shieldedForAWhile, writtenAbout } from './script'

/** Steps of which there is none. */
export const apart: readonly string[] = [
  'namePerson',
  'unnamePerson',
  'endShield',
  'takeBackRow',
  'givePosition',
  'nameDelegate',
  'dropDelegate',
  'inviteDelegates',
  ...[...writtenAbout, ...imported].map(({ step }) => step).filter((step) => step !== 'openCase'),
]

/** Whether this line of the script is left out. */
export const isApart = (line: Line) =>
  [...shieldedForAWhile, ...imported].includes(line) || apart.includes(line.step)
