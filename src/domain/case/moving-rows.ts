// What is arranged around the key: the talk of the landlord with its tenant, and who introduces them where they come to live.
import { landings } from '../covenant/moving-rules'
import { code, count, day, longText, optional, time } from '../kernel/field'
import { rows } from '../kernel/subject'

/** What came of an appointment for the talk: the first two say that it was held. */
export const talkOutcomes = ['akkoord', 'metAfspraken', 'nietVerschenen', 'nietDoorgegaan'] as const
export const talkPlaces = ['kantoor', 'woning', 'begeleider', 'telefoon'] as const
export const introducers = [
  'doorBegeleider',
  'doorCorporatie',
  'doorWijkteam',
  'doorNaaste',
  'doorClient',
] as const
export const landingStates = ['komtNog', 'isGeweest', 'nietGewenst'] as const

// biome-ignore format: a row of the table is a line
export const moving = {
  /** Appointments for the talk of the landlord with its tenant; `talkOutcome` is null when one is made, what came of it is a row of its own. `talkMissed`: how often the client did not come by then. */
  talks: rows({ talkOn: day(), talkAt: time(), talkPlace: code('talkPlace', talkPlaces), talkOutcome: optional(code('talkOutcome', talkOutcomes)), talkAgreed: optional(longText(600)), talkMissed: count(0, 99) }),
  /** Who introduces the client to whom, and when: no name of anybody. The last row about one counts. */
  landing: rows({ landingWith: code('landingWith', landings), introducedBy: code('introducer', introducers), landingOn: optional(day()), landingState: code('landingState', landingStates) }),
}
