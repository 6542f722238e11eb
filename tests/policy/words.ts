// What a person said about each category, by the name of the standing: rows as they lie in the table.
import { consentCategories } from '@/domain/case/consent-table'
import { addDays } from '@/domain/kernel/days'
import { today } from '@/server/clock'
import type { Ground } from './agreements'
import type { Placed } from './standings'

/** A last day that does not come while the test runs. */
const LATER = '2999-12-31'

export function wordsOf({ mine, another }: Ground, { id, consent }: Placed): Record<string, unknown>[] {
  const say = (recipient: string, given: boolean, until: string | null) => (category: string) => ({
    person_id: id,
    organisation_id: mine,
    recorded_on: '2026-01-01',
    recipient,
    category,
    given,
    on: '2026-01-01',
    until,
  })
  const all = (until: string | null) => consentCategories.map(say(mine, true, until))
  const yesterday = addDays(today(), -1)
  const said: Record<string, () => Record<string, unknown>[]> = {
    never: () => [],
    all: () => all(LATER),
    toAnother: () => consentCategories.map(say(another, true, LATER)),
    // A no is a no, whatever day may stand beside it.
    withdrawn: () => [...all(LATER), ...consentCategories.map(say(mine, false, LATER))],
    lastDay: () => all(today()),
    expired: () => all(yesterday),
    renewed: () => [...all(yesterday), ...all(LATER)],
    endless: () => all(null),
  }
  return said[consent]?.() ?? [say(mine, true, LATER)(consent)]
}
