// The day of the key in the demo world: what is written down beside it, and the place that becomes free.
import { later } from './calendar'
import { type Story, tell } from './story'

/** The key, with what was written down beside it. */
export const keyRecord = ({ client }: Story, keyOn: string) => ({
  keyOn,
  keyCount: 2 + (client.n % 3),
  meterElectricity: String(10_000 + client.n * 37),
  meterWater: String(100 + client.n),
  homeState: 'inOrde',
  keyPresent: 'Cliënt, begeleider en opzichter',
})

/** Of a few clients it is told how they were welcomed. */
const isTold = ({ client }: Story) => client.n % 8 === 2

const introduction = ({ client }: Story, keyOn: string, landingState: 'komtNog' | 'isGeweest') => {
  const besides = client.n % 16 === 2
  return {
    landingWith: besides ? 'buren' : 'wijk',
    introducedBy: besides ? 'doorBegeleider' : 'doorWijkteam',
    landingOn: later(keyOn, 4),
    landingState,
  }
}

/** The landlord talked with its tenant on the day of the confirmation; who lives around is met after the key. */
export function welcomed(story: Story, confirmed: string, keyOn: string): void {
  const { client } = story
  if (!isTold(story)) return
  const talk = { talkOn: confirmed, talkAt: '14:00', talkPlace: 'kantoor' }
  tell(story, confirmed, client.officer, 'planTalk', talk)
  tell(story, confirmed, client.officer, 'recordTalk', { talkOutcome: 'akkoord', talkAgreed: null })
  tell(story, confirmed, client.mentor, 'planLanding', introduction(story, keyOn, 'komtNog'))
}

/** The introduction that was planned was made. */
export function introduced(story: Story, keyOn: string): void {
  const on = later(keyOn, 4)
  if (isTold(story) && on <= story.today)
    tell(story, on, story.client.mentor, 'planLanding', introduction(story, keyOn, 'isGeweest'))
}

/** Of three places that were left, two are known by now, and in most of these somebody lives again. */
export function freedPlace(story: Story, keyOn: string): void {
  const { client, today } = story
  const on = later(keyOn, 5)
  if (client.n % 3 === 0 || on > today) return
  const placeTaken = client.n % 4 === 0 ? 'nogLeeg' : client.n % 3 === 0 ? 'vanBuiten' : 'uitConvenant'
  const takenOn = placeTaken !== 'nogLeeg' ? later(keyOn, client.n % 5) : null
  tell(story, on, client.mentor, 'recordFreedPlace', { leftOn: keyOn, placeTaken, takenOn })
}
