// What a corporation does with its own dwellings: enters them, corrects them, lets them go.
import { code, flag, optional } from '../kernel/field'
import { dwellingCompartments, dwellingStep } from './dwelling'
import { unlikelyDay, unlikelyRent } from './unlikely'
import { blockReasons } from './vera'

const { movedWhy: _why, ...facts } = dwellingCompartments.facts.fields
const { availableFrom: _day, ...lasting } = facts

export const enterDwelling = dwellingStep('enterDwelling', {
  input: facts,
  check: (_dwelling, input, { today }) => unlikelyRent(input) ?? unlikelyDay(input.availableFrom, today),
  apply: (_dwelling, input, { actor }) => ({
    write: { facts: { ...input, movedWhy: null } },
    relate: [{ part: 'corporation', relation: 'ours', organisationId: actor.organisationId }],
  }),
})

/** The day on which it is free is changed by a step of its own: others wait for it. */
export const correctDwelling = dwellingStep('correctDwelling', {
  input: lasting,
  check: (_dwelling, input) => unlikelyRent(input),
  apply: (_dwelling, input) => ({ write: { facts: input } }),
})

/** The tenant leaves: from here a dwelling is known to come free, and what is known of the last letting stays. */
export const receiveNotice = dwellingStep('receiveNotice', {
  input: { ...dwellingCompartments.notice.fields, expectedFrom: facts.availableFrom },
  check: (_dwelling, { leaseEndsOn, expectedFrom }, { today }) =>
    expectedFrom < leaseEndsOn
      ? { reason: 'freeBeforeLeaseEnds', field: 'expectedFrom' }
      : unlikelyDay(expectedFrom, today, 'expectedFrom'),
  apply: (_dwelling, { noticeOn, leaseEndsOn, expectedFrom }) => ({
    write: { notice: { noticeOn, leaseEndsOn }, facts: { availableFrom: expectedFrom, movedWhy: null } },
  }),
})

/** The notice is taken back: who lives there stays. */
export const takeBackNotice = dwellingStep('takeBackNotice', { input: {}, apply: () => ({}) })

/** It can be offered: as it was let the last time, with what is different now. */
export const makeAvailable = dwellingStep('makeAvailable', {
  input: facts,
  check: (_dwelling, input, { today }) => unlikelyRent(input) ?? unlikelyDay(input.availableFrom, today),
  apply: (_dwelling, input) => ({ write: { facts: input } }),
})

export const blockDwelling = dwellingStep('blockDwelling', {
  input: { ...dwellingCompartments.block.fields, blockedWhy: code('blockReason', blockReasons) },
  apply: (_dwelling, block) => ({ write: { block } }),
})
export const unblockDwelling = dwellingStep('unblockDwelling', { input: {}, apply: () => ({}) })
export const withdrawDwelling = dwellingStep('withdrawDwelling', { input: {}, apply: () => ({}) })

/** It can be had again: where somebody stands in reserve, they are next. Without that it is no news. */
export const releaseDwelling = dwellingStep('releaseDwelling', {
  input: { stays: optional(flag()) },
  apply: ({ of }, { stays }) => (of.reserve?.nextInLine && !stays ? {} : { opens: [], quiet: true }),
})
export const letDwelling = dwellingStep('letDwelling', { input: {}, apply: () => ({}) })
