// A timeline by party and by what it is about: everything is chosen in exactly one way, and addresses hold codes only.
import { describe, expect, test } from 'vitest'
import { roleNames } from '@/domain/case/actor'
import { process } from '@/domain/case/process'
import {
  choicesIn,
  fitting,
  kindOf,
  parties,
  partyOf,
  storyFilter,
  storyKinds,
} from '@/domain/case/story-filter'

const story = [
  { step: 'writeNote', role: 'mentor' },
  { step: 'acceptIntake', role: 'regisseur' },
  { step: 'describeIncome', role: 'mentor' },
]

describe('what a step is about', () => {
  test.each([
    ['openCase', 'course'],
    ['acceptIntake', 'course'],
    ['withdrawCase', 'course'],
    ['raiseSignal', 'course'],
    ['describeIncome', 'facts'],
    ['recordBsn', 'facts'],
    ['recordConsent', 'consents'],
    ['addPaper', 'papers'],
    ['withdrawContract', 'papers'],
    ['giveTask', 'notes'],
  ])('%s is about %s', (step, kind) => expect(kindOf(step)).toBe(kind))

  test('every kind has steps', () => {
    expect(new Set(Object.keys(process).map(kindOf))).toEqual(new Set(storyKinds))
  })
})

describe('a filter', () => {
  test('leaves what fits, in its order', () => {
    expect(fitting(story, storyFilter({ party: 'provider' }))).toEqual([story[0], story[2]])
    expect(fitting(story, storyFilter({ party: 'provider', kind: 'facts' }))).toEqual([story[2]])
    expect(fitting(story, storyFilter({ kind: 'papers' }))).toEqual([])
    expect(fitting(story, storyFilter({}))).toEqual(story)
  })

  test('takes codes from an address and nothing else', () => {
    expect(storyFilter({ party: 'Noortje', kind: ['facts'] })).toEqual({ party: null, kind: null })
  })

  test('offers what there is, and what was chosen even when there is none of it', () => {
    expect(choicesIn(story, storyFilter({ kind: 'papers' }))).toEqual({
      parties: ['provider', 'gemeente'],
      kinds: ['course', 'facts', 'papers', 'notes'],
    })
  })

  test('knows the party of everybody who can take a step of a case', () => {
    const acting = roleNames.filter((role) => Object.values(process).some((row) => role in row.by))
    for (const role of acting) expect(parties).toContain(partyOf(role))
  })
})
