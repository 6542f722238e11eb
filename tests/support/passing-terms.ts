// Mornings on which the worker looks at the terms, and one question for more that nobody answers.
import { tellTerms } from '@/server/notices/terms'
import { type Cast, register } from './main-job'
import type { TestOffice } from './office'
import { type Region, take } from './region'

/** Asked on Monday 5 October; the last day to answer is the 19th, and five working days later it goes back: the 26th. */
export const ASKED = '2026-10-05'
export const TOLD = '2026-10-22'
export const BACK = '2026-10-26'

/** The tasks of the case while the question is open. */
export const waiting = ['checkIntake', 'supplyMore']

/** The morning of a day that has been: what is told then was told on that day. Returns how much was told. */
export async function onMorning(r: Region, office: TestOffice, day: string): Promise<number> {
  await r.kernel('UPDATE job SET next_at = now()')
  const count = await tellTerms(office, day)
  await r.kernel(
    `UPDATE term_told SET told_at = $1::date + time '07:00' WHERE told_at > now() - interval '1 hour'`,
    [day],
  )
  return count
}

/** A case of which more was asked, with no other term in the world. */
export async function askedForMore(r: Region, cast: Cast): Promise<string> {
  await r.kernel('DELETE FROM turn')
  await r.kernel('DELETE FROM outbox')
  const kase = await register(r, cast)
  await r.kernel('DELETE FROM outbox')
  await take(cast.regisseur, 'askMore', kase, { missing: 'Bewijs' }, { on: ASKED })
  return kase
}

/** What the covenant of the tests says by itself, put back after a test changed it. */
export const putBack = (r: Region) =>
  r.kernel(
    `UPDATE covenant_version SET rules = jsonb_set(rules, '{consequences}', '{"returnIntake":5,"lapseHandover":5}')`,
  )

export const tasksOf = async (r: Region, kase: string) =>
  (await r.kernel<{ task: string }>('SELECT task FROM turn WHERE subject_id = $1 ORDER BY task', [kase])).map(
    (t) => t.task,
  )
