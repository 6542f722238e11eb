// What is in no story of a large world: nobody there is hidden, comes from a file, writes, takes back, prepares a tafel or orders who is next, and one officer offers alone.
import type { Line } from './line'
import { imported, shieldedForAWhile, writtenAbout } from './script/intake'

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
  'agreeOffer',
  'declineOffer',
  'rankReserve',
  ...[...writtenAbout, ...imported].map(({ step }) => step).filter((step) => step !== 'openCase'),
]

/** Offers to which a colleague has a say, or of which the client is named later: not what the covenant of the story agreed. */
const agreedOtherwise: readonly string[] = ['named', 'dropped', 'agreed']

/** Whether this line of the script is left out. */
export const isApart = (line: Line) =>
  [...shieldedForAWhile, ...imported].includes(line) ||
  apart.includes(line.step) ||
  agreedOtherwise.includes(line.on)
