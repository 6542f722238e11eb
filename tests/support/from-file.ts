// A client who came from a file.
import type { FromFile } from '@/domain/kernel/context'
import { caseAt } from './case-at'
import type { World } from './world'

/** What a row says of a client who stood there by then. */
export const aRow = (stated: FromFile['stated'], more: Partial<FromFile> = {}): FromFile => ({
  file: '5a'.repeat(32),
  fileRow: 12,
  stated,
  statedSince: stated === 'intake' ? null : '2025-12-15',
  statedForm: stated === 'matching' || stated === 'aftercare' ? 'driepartijen' : null,
  statedLevel: stated === 'aftercare' ? 'licht' : null,
  agreedOn: '2025-12-01',
  agreedHow: 'mondeling',
  ...more,
})

/** The case of such a client, just registered. */
export function cameFromFile(stated: FromFile['stated'], more: Partial<FromFile> = {}): World {
  const world = caseAt('new')
  world.fromFile = aRow(stated, more)
  return world.take('openCase', 'mentor')
}
