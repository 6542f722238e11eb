// What is arranged around the key: the talk of the landlord with its tenant, and who introduces them where they come to live.
import { landings } from '../covenant/moving-rules'
import { code, count, day, longText, optional, time } from '../kernel/field'
import { rows } from '../kernel/subject'

/** What came of an appointment for the talk: the first two say that it was held. */
export const talkOutcomes = ['akkoord', 'metAfspraken', 'nietVerschenen', 'nietDoorgegaan'] as const
const talkPlaces = ['kantoor', 'woning', 'begeleider', 'telefoon'] as const
const introducers = ['doorBegeleider', 'doorCorporatie', 'doorWijkteam', 'doorNaaste', 'doorClient'] as const
const landingStates = ['komtNog', 'isGeweest', 'nietGewenst'] as const

/** What is gone through before another gemeente takes over, by whom, and what shows that. */
export const moveChecks = ['uitkering', 'indicatie', 'schulden', 'inschrijving'] as const
const arrangers = ['huidigeGemeente', 'nieuweGemeente', 'zorgaanbieder', 'vanClient'] as const
const moveProofs = ['beschikking', 'aanvraagLoopt', 'verslag', 'besprokenMet', 'nietVanToepassing'] as const

// biome-ignore format: a row of the table is a line
export const moving = {
  /** Appointments for the talk of the landlord with its tenant; `talkOutcome` is null when one is made, what came of it is a row of its own. `talkMissed`: how often the client did not come by then. */
  talks: rows({ talkOn: day(), talkAt: time(), talkPlace: code('talkPlace', talkPlaces), talkOutcome: optional(code('talkOutcome', talkOutcomes)), talkAgreed: optional(longText(600)), talkMissed: count(0, 99) }),
  /** Who introduces the client to whom, and when: no name of anybody. The last row about one counts. */
  landing: rows({ landingWith: code('landingWith', landings), introducedBy: code('introducer', introducers), landingOn: optional(day()), landingState: code('landingState', landingStates) }),
  /** Of the warm handover to another gemeente: one row for each item that was gone through, for the how-manieth proposal. No word of what stands in it. */
  moveItems: rows({ moveItem: code('handoverCheck', moveChecks), arrangedBy: code('arranger', arrangers), arrangedOn: day('past'), shownBy: code('moveProof', moveProofs), moveRound: count(1, 99) }),
}
