// The addresses of files to print; their words are read out of the packed bytes.

import { documents } from '@/domain/case/compartments'
import { paths } from '@/paths'
import { letterCards } from '@/server/agreements/card-letter'
import type { Place } from './routes'

export const PRINTED_PLACES: Readonly<Record<string, Place>> = {
  '/cases/[id]/agreements/[agreement]': {
    kind: 'case',
    at: (id) => documents.map((agreement) => paths.agreementFile(id, agreement)),
  },
  '/cases/[id]/cards/[card]': {
    kind: 'case',
    at: (id) => letterCards.map((card) => paths.cardFile(id, card)),
  },
  '/cases/[id]/letter/pdf': { kind: 'case', at: (id) => [paths.letterFile(id)] },
  '/tafels/[id]/minutes/pdf': { kind: 'tafel', at: (id) => [paths.minutesFile(id)] },
  '/tafels/[id]/pack': { kind: 'tafel', at: (id) => [paths.pack(id)] },
}
