// A client answers by a link: their own word, which the mentor confirms or says why not.
import { describe, expect, test } from 'vitest'
import { steps } from '@/domain/case/steps'
import { actors } from '../../support/actors'
import { caseAt } from '../../support/case-at'

const context = { today: '2026-02-16', norms: [] }
const heard = (word: 'ja' | 'nee') => {
  const reason = word === 'nee' ? 'huurTeHoog' : null
  return caseAt('offered').take('giveLink', 'mentor').take('hearClient', 'matching', { word, reason })
}

describe('what a client says by a link', () => {
  test('answers nothing by itself: the offer waits for the mentor as before', () => {
    const world = heard('nee')
    expect(world.offer.spine.stage).toBe('proposed')
    expect(world.tasks()).toEqual(['answerOffer'])
    expect(world.offer.of.clientWord).toMatchObject([{ word: 'nee', reason: 'huurTeHoog' }])
  })

  test('is a no with a reason, or a yes without one', () => {
    const world = caseAt('offered')
    for (const said of [
      { word: 'nee', reason: null },
      { word: 'ja', reason: 'huurTeHoog' },
    ])
      expect(world.refusal('hearClient', 'matching', said)).toEqual({ reason: 'invalid', field: 'reason' })
  })

  test('is read by mentor and team leader, and by nobody of the other parties', () => {
    const world = heard('nee')
    for (const role of ['mentor', 'zorgLead'] as const)
      expect(world.seen('offer', actors[role]).of.clientWord).toHaveLength(1)
    for (const role of ['officer', 'corporatieLead', 'regisseur', 'coordinator'] as const)
      expect(world.seen('offer', actors[role]).of.clientWord).toBeNull()
  })

  test('is confirmed as it was said, or passed by with a word why', () => {
    const other = { reason: 'otherThanClientSaid', field: 'note' }
    expect(heard('ja').refusal('acceptOffer', 'mentor')).toBeNull()
    expect(heard('nee').refusal('refuseOffer', 'mentor')).toBeNull()
    expect(heard('nee').refusal('acceptOffer', 'mentor')).toEqual(other)
    expect(heard('ja').refusal('refuseOffer', 'mentor')).toEqual(other)
    expect(heard('ja').refusal('refuseOffer', 'mentor', { note: 'Het werd te ver' })).toBeNull()
  })

  test('is not asked of a client who must not be found', () => {
    for (const name of ['giveLink', 'hearClient'] as const) {
      const [shielded] = steps[name].blockedBy
      const guarded = { ...context, guarded: true } as never
      expect(shielded?.(caseAt('offered').offer as never, guarded)).toEqual({ reason: 'linkOfShielded' })
      expect(shielded?.(caseAt('offered').offer as never, context as never)).toBeNull()
    }
  })
})
