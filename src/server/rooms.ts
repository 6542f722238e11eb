import 'server-only'
// The rooms of a role: what has a place in the menu, because it reads something there.
import type { Role } from '@/domain/case/actor'
import { grants } from '@/domain/case/steps'
import { readsJournal } from '@/domain/privacy/journal'
import { startOf } from '@/domain/worklist/start'
import { paths } from '@/paths'

/** What has a list of its own; an offer is found at its dwelling and its client. */
const lists = ['case', 'tafel', 'dwelling', 'membership'] as const

type Room = 'work' | (typeof lists)[number] | 'journal' | 'report'

/** In the order of the menu. */
export const roomsOf = (role: Role): readonly Room[] => [
  ...(startOf(role).parts.length ? (['work'] as const) : []),
  ...lists.filter((kind) => grants.some((g) => g.kind === kind && g.role === role && g.verb === 'read')),
  ...(readsJournal(role) ? (['journal'] as const) : []),
  'report',
]

/** Its address. */
export const roomPath = (room: Room): string =>
  room === 'work' || room === 'journal' || room === 'report' ? paths[room] : paths.list(room)
