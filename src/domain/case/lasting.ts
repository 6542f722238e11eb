// What is kept of a home that lasts, or ends, besides the visits and the signals.
import { code, day, optional } from '../kernel/field'
import { compartment } from '../kernel/subject'

/** Where somebody went from here. That it is a place with bars or beds, and which, is nowhere. */
export const destinations = [
  'andereWoning',
  'bijNaasten',
  'voorziening',
  'langdurigeZorg',
  'geenPlek',
  'onbekend',
] as const

/** With these a home of one's own was left for a life that goes on without this support. */
export const goodDestinations: readonly (typeof destinations)[number][] = ['andereWoning', 'bijNaasten']

// biome-ignore format: a row of the table is a line
export const lasting = {
  /** The end of the tenancy, where the client no longer lives there. The landlord ended it or not, and reads no word of this. */
  homeEnd: compartment({ homeEndedOn: day('past'), homeEndWhy: code('homeEndWhy', ['opgezegd', 'samenBesloten', 'contractEinde', 'ontruimd', 'overleden']), destination: optional(code('destination', destinations)) }),
}
