// A tafel that meets on a screen: its address is one that a browser opens safely.
import { expect, test } from 'vitest'
import { isVideoLink } from '@/domain/tafel/video-link'
import { caseAt } from '../../support/case-at'

test('an address for a video call is a full one, over https, with nothing hidden in it', () => {
  for (const good of ['https://bellen.example.nl/kamer/12', 'https://meet.example.org/a?b=c'])
    expect(isVideoLink(good)).toBe(true)
  for (const bad of [
    'http://bellen.example.nl/kamer',
    'javascript:alert(1)',
    'https://naam:geheim@bellen.example.nl/',
    'https://localhost/kamer',
    'https://10.0.0.1/kamer',
    'bellen.example.nl/kamer',
    'Kamer 3',
  ])
    expect(isVideoLink(bad)).toBe(false)
})

test('a tafel is planned and changed with such an address, or with none', () => {
  const bad = { videoLink: 'http://bellen.example.nl' }
  const wrong = { reason: 'notAVideoLink', field: 'videoLink' }
  expect(caseAt('new').refusal('planTafel', 'coordinator', bad)).toEqual(wrong)
  const world = caseAt('new').take('planTafel', 'coordinator', { videoLink: 'https://bellen.example.nl/1' })
  expect(world.tafel.of.session?.videoLink).toBe('https://bellen.example.nl/1')
  expect(world.refusal('changeTafel', 'chair', bad)).toEqual(wrong)
  expect(world.take('changeTafel', 'chair').tafel.of.session?.videoLink).toBeNull()
})
