// Who comes next for a dwelling when its offer comes to nothing: in the order of the candidates, unless an officer says why not.

import { swapReasons } from '../case/swap'
import { code, text } from '../kernel/field'
import type { Refusal } from '../kernel/step'
import { type Dwelling, dwellingCompartments, dwellingStep, rankReasons } from './dwelling'

const { nextInLine } = dwellingCompartments.reserve.fields

/** Held for one client; who comes after them stands in reserve. */
export const reserveDwelling = dwellingStep('reserveDwelling', {
  input: { nextInLine },
  apply: (_dwelling, { nextInLine: line }) => ({ write: { reserve: { nextInLine: line, rankedWhy: null } } }),
})

/** Who stands in reserve, by their names for this dwelling, the first in front. */
export const inLine = ({ of }: Pick<Dwelling, 'of'>): readonly string[] =>
  of.reserve?.nextInLine?.split(' ') ?? []

/** It stays held, for the client of another offer: who stands in reserve keeps their place. */
export const swapDwelling = dwellingStep('swapDwelling', {
  input: { swapWhy: code('swapReason', swapReasons), endedOffer: text(40), newOffer: text(40) },
  apply: (_dwelling, { swapWhy, endedOffer, newOffer }) => ({ tells: { swapWhy, endedOffer, newOffer } }),
})

/** So many names fit in the line. */
const MOST = 6

/** To whom it was offered as well, until another accepted: they stand in front, in the order in which they were offered it. */
export const keepInReserve = dwellingStep('keepInReserve', {
  input: { nextInLine },
  apply: (dwelling, { nextInLine: passed }) => {
    const line = [...new Set([...(passed?.split(' ') ?? []), ...inLine(dwelling)])].slice(0, MOST)
    const rankedWhy = dwelling.of.reserve?.rankedWhy ?? null
    return { write: { reserve: { nextInLine: line.join(' '), rankedWhy } } }
  },
})

const nobodyElse = (dwelling: Dwelling): Refusal | null =>
  inLine(dwelling).length < 2 ? { reason: 'nobodyToRank' } : null

/** Somebody goes before the others in reserve, and why is kept: the order of the candidates is that of the tafel. */
export const rankReserve = dwellingStep('rankReserve', {
  input: { candidate: text(20), rankedWhy: code('rankReason', rankReasons) },
  blockedBy: [nobodyElse],
  check: (dwelling, { candidate }) => {
    const place = inLine(dwelling).indexOf(candidate)
    if (place < 0) return { reason: 'notInReserve', field: 'candidate' }
    return place === 0 ? { reason: 'alreadyInFront', field: 'candidate' } : null
  },
  apply: (dwelling, { candidate, rankedWhy }) => {
    const others = inLine(dwelling).filter((one) => one !== candidate)
    return {
      write: { reserve: { nextInLine: [candidate, ...others].join(' '), rankedWhy } },
      tells: { rankedWhy },
    }
  },
})
