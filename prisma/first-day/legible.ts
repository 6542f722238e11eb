// A covenant file with mistakes in its form is still checked for its meaning, so that one run names them all.
// Where something cannot be read a stand-in takes its place; a mistake about a stand-in is none of the reader's.
import { z } from 'zod'
import { fileKinds } from '../../src/domain/covenant/covenant-file'

const STAND_IN = 'x-unreadable'
const KEY = /^[a-z0-9]+(-[a-z0-9]+)*$/

type Loose = Record<string, unknown>

const objectOf = (v: unknown): Loose =>
  typeof v === 'object' && v !== null && !Array.isArray(v) ? (v as Loose) : {}
const listOf = (v: unknown): unknown[] => (Array.isArray(v) ? v : [])
const keyOf = (v: unknown, place: number | string = '') =>
  typeof v === 'string' && KEY.test(v) ? v : `${STAND_IN}${place}`
const dayOf = (v: unknown): string | null => z.iso.date().safeParse(v).data ?? null
const kindOf = (v: unknown) => fileKinds.find((kind) => kind === v) ?? 'gemeente'

function partyOf(value: unknown, i: number) {
  const { organisation, from, until } = objectOf(value)
  // Without its first day a party gets one of its own: it is not the same row as another.
  const first = dayOf(from)
  return {
    organisation: keyOf(organisation, i),
    from: first ?? `${1000 + i}-01-01`,
    until: first && dayOf(until),
  }
}

/** The same file in the right form, as far as it can be read. */
export function legible(json: unknown) {
  const file = objectOf(json)
  const rules = objectOf(objectOf(file.version).rules)
  const organisations = listOf(file.organisations).map((value, i) => {
    const { key, kind } = objectOf(value)
    return { key: keyOf(key, `-o${i}`), name: 'x', kind: kindOf(kind) }
  })
  return {
    key: 'x',
    name: 'x',
    kind: 'convenant',
    signedOn: null,
    prefix: 'XX',
    tafelHost: keyOf(file.tafelHost),
    organisations: [...organisations, { key: STAND_IN, name: 'x', kind: 'welzijn' }],
    parties: [
      ...listOf(file.parties).map(partyOf),
      { organisation: STAND_IN, from: '2000-01-01', until: null },
    ],
    mandates: listOf(file.mandates).map((value, i) => {
      const { from, to } = objectOf(value)
      return { from: keyOf(from, `-f${i}`), to: keyOf(to, `-t${i}`) }
    }),
    version: {
      number: 1,
      validFrom: '2000-01-01',
      rules: {
        origins: ['BW'],
        contractForms: ['eigenNaam'],
        switchedOff: listOf(rules.switchedOff).map((step) => (typeof step === 'string' ? step : STAND_IN)),
      },
    },
  }
}

/** Whether a mistake of meaning would stand in the file itself, too; in doubt it is not told yet. */
export function isCertain(wrong: string, json: unknown): boolean {
  if (wrong.includes(STAND_IN)) return false
  const { organisations, parties } = objectOf(json)
  const unreadable = (list: unknown, field: string) =>
    !Array.isArray(list) || list.some((item) => keyOf(objectOf(item)[field]) === STAND_IN)
  if (wrong.startsWith('no organisation has')) return !unreadable(organisations, 'key')
  if (wrong.includes('is not one of the parties')) return !unreadable(parties, 'organisation')
  return !wrong.startsWith('there is no gemeente') || Array.isArray(organisations)
}
