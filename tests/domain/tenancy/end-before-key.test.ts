// A tenancy that ends before the key: the case closes, the offer lapses and the dwelling is free again.
import { describe, expect, test } from 'vitest'
import { foreigners } from '../../support/actors'
import { caseAt } from '../../support/case-at'

const reasons = ['ingetrokken', 'overleden', 'verhuisd', 'terugNaarVoorziening']

describe('before the key it can still end', () => {
  test.each(reasons)('because of %s: the case is closed, with the day on which', (reason) => {
    const world = caseAt('signed').take('endBeforeKey', 'mentor', { reason })
    expect(world.kase.spine.stage).toBe('closed')
    expect(world.kase.of.closing).toEqual({ reason, on: '2026-02-24' })
    expect(world.tasks()).toEqual([])
  })

  test.each(['mentor', 'officer'] as const)(
    'by the %s: the offer holds nobody any more, and the dwelling can be offered again',
    (who) => {
      const world = caseAt('tenancy').take('endBeforeKey', who)
      expect(world.offer.spine.stage).toBe('withdrawn')
      expect(world.offer.of.terms?.live).toBe(false)
      expect(world.dwelling.spine.stage).toBe('available')
      expect(world.taken.slice(-3)).toEqual(['endBeforeKey', 'lapseOffer', 'releaseDwelling'])
      expect(world.blocked('blockDwelling', 'officer')).toBeNull()
    },
  )

  test('not because all went well, nor by another party', () => {
    expect(() => caseAt('tenancy').take('endBeforeKey', 'mentor', { reason: 'goedAfgerond' })).toThrow(
      'reason: notAChoice',
    )
    expect(caseAt('tenancy').blocked('endBeforeKey', 'regisseur')).toEqual({ reason: 'notYourRole' })
    for (const who of [foreigners.mentor, foreigners.officer])
      expect(caseAt('tenancy').blocked('endBeforeKey', who)).toEqual({ reason: 'notYours' })
  })

  test('not before there is a tenancy, nor once the key was handed over', () => {
    for (const moment of ['accepted', 'aftercare'] as const)
      expect(caseAt(moment).blocked('endBeforeKey', 'mentor')).toEqual({ reason: 'notAtThisStage' })
  })
})
