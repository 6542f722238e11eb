// A client takes back a consent: it closes at once, whoever heard it records it, and every word that was said is kept.
import { describe, expect, test } from 'vitest'
import { openedBy, stoppedSince } from '@/domain/case/consent-ledger'
import { steps } from '@/domain/case/steps'
import { foreigners, organisations } from '../../support/actors'
import { caseAt } from '../../support/case-at'
import type { World } from '../../support/world'

const [domesta, lefier] = organisations.corporatie

describe('a withdrawal', () => {
  const consented = () =>
    caseAt('offered').take('recordConsent', 'mentor', { categories: ['schulden', 'woongeschiedenis'] })

  test.each([
    ['mentor', 'withdrawConsent'],
    ['regisseur', 'withdrawConsent'],
    ['coordinator', 'withdrawConsent'],
    ['officer', 'passOnWithdrawal'],
  ] as const)(
    'can be recorded by the %s, closes what it opened at once, and keeps every word',
    (who, step) => {
      const world = consented().take(step, who)
      expect(world.as('officer').of.debtSummary).toBeNull()
      expect(world.as('officer').of.housingHistory).not.toBeNull()
      expect(world.kase.of.consents?.map((w) => w.given)).toEqual([true, true, false])
    },
  )

  test('is told to the regisseur and the mentor', () => {
    for (const step of [steps.withdrawConsent, steps.passOnWithdrawal])
      expect(step.row.notifies).toEqual(['regisseur', 'mentor'])
  })

  test('tells the timeline nothing about which facts, or whose', () => {
    expect(consented().take('withdrawConsent', 'mentor').last.effect.tells).toBeUndefined()
  })

  test('by the landlord is for itself only', () => {
    const world = consented().take('recordConsent', 'mentor', { recipient: lefier.id })
    world.take('passOnWithdrawal', 'officer')
    expect(world.kase.of.consents?.at(-1)).toMatchObject({ recipient: domesta.id, given: false })
    expect(world.blocked('withdrawConsent', 'officer')).toEqual({ reason: 'notYourRole' })
    expect(world.blocked('passOnWithdrawal', foreigners.officer)).toEqual({ reason: 'notYours' })
    expect(world.as('officer').of.consents).toBeNull()
  })

  test('is refused where nothing is open: never asked, refused, withdrawn before, or past its last day', () => {
    const nothing = 'nothingToWithdraw'
    const refused = (world: World) => [
      world.refusal('withdrawConsent', 'regisseur')?.reason,
      world.refusal('passOnWithdrawal', 'officer')?.reason,
    ]
    expect(refused(caseAt('offered'))).toEqual([nothing, nothing])
    expect(refused(caseAt('offered').take('recordConsent', 'mentor', { given: false }))).toEqual([
      nothing,
      nothing,
    ])
    expect(refused(consented().take('withdrawConsent', 'mentor'))).toEqual([nothing, nothing])
    expect(refused(consented().on('2028-01-01'))).toEqual([nothing, nothing])
  })

  test('names only what is open: one thing too many, and nothing is withdrawn', () => {
    const tooMuch = { categories: ['schulden', 'terugval'] }
    const nothing = { reason: 'nothingToWithdraw', field: 'categories' }
    expect(consented().refusal('withdrawConsent', 'mentor', tooMuch)).toEqual(nothing)
    expect(consented().refusal('passOnWithdrawal', 'officer', tooMuch)).toEqual(nothing)
  })

  test('is a step of its own: a no where a yes still counts is asked to take that way', () => {
    expect(consented().refusal('recordConsent', 'mentor', { given: false })).toEqual({
      reason: 'withdrawInstead',
      field: 'given',
    })
  })

  test('can be followed by a new yes', () => {
    const world = consented().take('withdrawConsent', 'mentor').take('recordConsent', 'mentor')
    expect(world.as('officer').of.debtSummary).not.toBeNull()
  })
})

describe('what stops', () => {
  const said = { categories: ['schulden', 'terugval'] }
  const stopped = (world: World, since = world.today) =>
    stoppedSince(world.kase.of.consents ?? [], since).map((word) => word.category)

  test('is what was withdrawn since a day, and not given anew', () => {
    const world = caseAt('offered').take('recordConsent', 'mentor', said)
    expect(stopped(world)).toEqual([])
    expect(stopped(world.take('withdrawConsent', 'mentor', said))).toEqual(['schulden', 'terugval'])
    expect(stopped(world.take('recordConsent', 'mentor'))).toEqual(['terugval'])
    expect(stopped(world, '2027-01-01')).toEqual([])
  })

  test('is not what the client never wanted to share', () => {
    expect(stopped(caseAt('offered').take('recordConsent', 'mentor', { given: false }))).toEqual([])
  })

  test('has a name: the groups of facts that this kind of organisation reads by it, and by nothing else', () => {
    expect(openedBy('schulden', 'corporatie')).toEqual(['debtSummary'])
    expect(openedBy('woongeschiedenis', 'corporatie')).toEqual(['housingHistory'])
    expect(openedBy('verslaving', 'gemeente')).toEqual(['addictionSummary'])
    expect(openedBy('schulden', 'gemeente')).toEqual([])
  })
})
