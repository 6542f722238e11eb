// The last rung: a procedure needs a red card that counts, and none comes while the client objects.
import { expect, test } from 'vitest'
import { caseAt } from '../../support/case-at'

const looked = { prevention: 'Begeleiding komt vaker' }
const ladder = [
  'gesprek',
  'gezamenlijkBezoek',
  'geleKaart',
  'opgeschaaldOverleg',
  'bestuurlijk',
  'laatsteKans',
]

/** Every rung before the last was climbed, with a yellow card that counts. */
const nearly = () =>
  ladder.reduce(
    (world, rung) => world.take('escalate', 'officer', { rung, ...looked }),
    caseAt('aftercare')
      .on('2026-04-02')
      .take('giveCard', 'officer')
      .take('giveCard', 'officer', { card: 'yellow', ...looked }),
  )

test('a procedure comes after a red card and a look at homelessness, and not while the client objects', () => {
  const world = nearly()
  const refusal = (input: object) => world.refusal('escalate', 'officer', { rung: 'procedure', ...input })
  expect(refusal({})).toEqual({ reason: 'preventionFirst', field: 'prevention' })
  expect(refusal(looked)).toEqual({ reason: 'redCardFirst', field: 'rung' })
  world.take('giveCard', 'officer', { card: 'red', ...looked })
  expect(refusal(looked)).toBeNull()
  world.take('objectToCard', 'mentor')
  expect(refusal(looked)).toEqual({ reason: 'objectionOpen' })
  world.take('answerObjection', 'officer')
  expect(refusal(looked)).toBeNull()
})
