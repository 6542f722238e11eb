// Never typed twice: what an earlier registration says is proposed, checked group by group, and nothing else comes along.
import { describe, expect, test } from 'vitest'
import { steps } from '@/domain/case/steps'
import { proposed } from '@/domain/intake/earlier'
import { actors, foreigners } from '../../support/actors'
import { caseAt } from '../../support/case-at'
import type { World } from '../../support/world'

const before = () =>
  caseAt('described')
    .take('addNetwork', 'mentor', { agreedOn: '2026-01-10' })
    .take('addNetwork', 'mentor', { name: 'Piet' })
    .take('recordConsent', 'mentor')
    .take('recordBsn', 'mentor')
    .take('addPaper', 'mentor')
    .take('recordCriminal', 'mentor')

/** The same client, registered anew. */
function again(world: World, as: 'zelfde' | 'ander' = 'zelfde') {
  const earlier = world.as('mentor')
  world.on('2026-06-01').take('openCase', 'mentor', { earlier: earlier.spine.id, earlierAs: as })
  return {
    world,
    earlier,
    form: (step: keyof typeof steps) => proposed(steps[step], world.as('mentor'), earlier, as).values,
  }
}

describe('a registration that begins with an earlier one', () => {
  test('says which one, and when that began', () => {
    const { world, earlier } = again(before())
    expect(world.kase.of.earlier).toEqual({
      earlierCase: earlier.spine.id,
      earlierAs: 'zelfde',
      earlierOn: '2026-01-12',
    })
    expect(world.kase.spine.personId).not.toBe(earlier.spine.personId)
  })

  test('finds its first form filled in, but for the day on which this client is ready now', () => {
    const { values } = proposed(steps.openCase, null, before().as('mentor'), 'zelfde')
    expect(values).toMatchObject({
      givenName: 'Noor',
      familyName: 'de Wit',
      facility: 'De Horst (voorbeeld)',
    })
    expect(values).not.toHaveProperty('readySince')
  })

  test('finds each group in its form, and after that was sent no more', () => {
    const { world, form } = again(before())
    expect(form('describeHousehold')).toMatchObject({ adults: 1, children: 0, expecting: false })
    expect(form('describeIncome')).toMatchObject({ source: 'participatiewet', yearIncome: 18_000_00 })
    world.take('describeHousehold', 'mentor', { adults: 2 })
    expect(form('describeHousehold')).toEqual({})
  })

  test('finds rows one after the other, also where one was changed on the way', () => {
    const { world, form } = again(before())
    expect(form('addNetwork')).toMatchObject({ name: 'Jet' })
    world.take('addNetwork', 'mentor', { name: 'Jet de Wit' })
    expect(form('addNetwork')).toMatchObject({ name: 'Piet' })
    world.take('addNetwork', 'mentor', { name: 'Piet' })
    expect(form('addNetwork')).toEqual({})
  })

  test('takes over no consent, paper, BSN or criminal record, nor what belongs to another moment', () => {
    const { world, form } = again(before())
    expect(world.kase.of.consents).toEqual([])
    expect(world.kase.of.papersIncome).toEqual([])
    for (const step of [
      'recordConsent',
      'addPaper',
      'recordBsn',
      'recordCriminal',
      'describeSafety',
      'recordStatement',
      'keepTrack',
    ] as const)
      expect(form(step)).toEqual({})
    expect(form('addNetwork')).not.toHaveProperty('agreedOn')
    expect(form('describeIncome')).not.toHaveProperty('proofOn')
  })

  test('of somebody else takes over where they stay and who helps, and no fact about that person', () => {
    const { form } = again(before(), 'ander')
    expect(form('describeHousehold')).toEqual({})
    const { values } = proposed(steps.openCase, null, before().as('mentor'), 'ander')
    expect(Object.keys(values).sort()).toEqual(['facility', 'law', 'mentorName', 'setting'])
  })
})

describe('what is taken over from', () => {
  const opens = (world: World, who: Parameters<World['take']>[1]) =>
    world.refusal('openCase', who, { earlier: world.ids.case })?.reason

  test('is a case of one’s own organisation', () => {
    expect(opens(before(), 'mentor')).toBeUndefined()
    expect(opens(before(), foreigners.mentor)).toBe('earlierNotThere')
  })

  test('and none that is shielded: nothing of it comes into a file that everyone reads', () => {
    const shielded = before().take('describeSafety', 'mentor', { threat: 'stalking', secrecy: 'geheim' })
    expect(opens(shielded, actors.mentor)).toBe('earlierNotThere')
  })
})
