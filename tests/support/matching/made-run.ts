// A made region for runs in memory: the same each time, whoever asks.
import { ruleSet } from '@/domain/covenant/rule-set'
import { addDays } from '@/domain/kernel/days'
import type { RunClient, RunHome, RunInput } from '@/domain/matching/run/input'
import { rowOf, runOf } from '@/domain/matching/run/solve'
import type { Norms } from '@/domain/norm/norm'
import given from '../../../prisma/data/norms.json'

export const day = '2026-06-01'
const { matching: knobs, occupancy } = ruleSet.parse({
  origins: ['BW'],
  terms: {},
  contractForms: ['driepartijen'],
})
/** Numbers that look drawn and are the same each time. */
const drawn = (n: number, of: number) => ((n * 2_654_435_761) >>> 7) % of
const id = (kind: string, n: number) => `${kind}-${String(n).padStart(5, '0')}`

export const homeOf = (n: number): RunHome => ({
  id: id('home', n),
  municipality: `gemeente-${drawn(n, 3)}`,
  municipalityName: `Gemeente ${drawn(n, 3)}`,
  complex: null,
  rooms: 1 + drawn(n + 7, 4),
  floor: drawn(n + 3, 4),
  lift: n % 2 === 0,
  accessibility: n % 5 ? 'ZON' : 'NUL',
  rent: 50_000 + drawn(n + 11, 20_000),
  availableFrom: addDays(day, drawn(n + 1, 60)),
})
export const clientOf = (n: number, homes: number): RunClient => ({
  id: id('case', n),
  priority: ['spoed', 'hoog', 'normaal'][drawn(n, 3)] ?? null,
  waitingDays: drawn(n + 5, 400),
  seeker: {
    household: { adults: 1, children: drawn(n + 2, 3) },
    incomeClass: 'passend',
    birthDate: '1985-03-04',
    municipality: `gemeente-${drawn(n + 9, 3)}`,
    profile: {
      minRooms: null,
      maxRent: null,
      groundFloor: n % 7 === 0,
      accessibility: n % 9 ? 'ZON' : 'NUL',
    },
    wantedFrom: null,
    shielded: false,
  },
  places: Array.from({ length: homes }, (_, at) => (drawn(n + at, 20) ? 'p' : 'f')).join(''),
})
export const inputOf = (clients: number, homes: number, more: Partial<RunInput> = {}): RunInput => ({
  day,
  knobs,
  rules: { occupancy },
  norms: given as Norms,
  clients: Array.from({ length: clients }, (_, n) => clientOf(n, homes)),
  homes: Array.from({ length: homes }, (_, n) => homeOf(n)),
  caps: [],
  locked: [],
  drafts: [],
  ...more,
})
export const lots = (about: string) =>
  [...about].reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) >>> 0, 7)
export const rowsOf = (input: RunInput) => input.clients.map((client) => rowOf(input, client))
export const run = (input: RunInput) => runOf(input, rowsOf(input), { lots })
