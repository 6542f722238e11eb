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

/** Of three places that were left, two are known by now, and in most of these somebody lives again. */
export function freedPlace(story: Story, keyOn: string): void {
  const { client, today } = story
  const on = later(keyOn, 5)
  if (client.n % 3 === 0 || on > today) return
  const placeTaken = client.n % 4 === 0 ? 'nogLeeg' : 'andereClient'
  tell(story, on, client.mentor, 'recordFreedPlace', { leftOn: keyOn, placeTaken })
}
