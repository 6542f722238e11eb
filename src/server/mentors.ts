import 'server-only'
// The mentors of the own provider: what each has in hand, and where they are called.
import type { Actor } from '@/domain/case/actor'
import { always } from '@/domain/case/stages'
import { addWorkingDays } from '@/domain/kernel/days'
import { AHEAD, type MentorLoad } from '@/domain/worklist/load'
import { asKnown, spreadsWork } from '@/domain/worklist/spread'
import type { Tx } from './db/client'
import { colleaguesOf } from './facts'
import { listed } from './listed'

/** The mentors of the own organisation, by name. */
export const mentorsOf = async (tx: Tx) => (await colleaguesOf(tx)).filter(({ role }) => role === 'mentor')

/** The cases of so many are counted at most. */
export const MOST_HELD = 5000

export type Mentors = { mentors: MentorLoad[]; more: boolean }

/** The load of each mentor of the own organisation; null for whoever leads none. */
export async function mentorLoad(tx: Tx, { role }: Actor, today: string): Promise<Mentors | null> {
  if (!spreadsWork(role)) return null
  const found = await tx.$queryRaw<(MentorLoad & { counted: number })[]>`
    SELECT key, name, cases, late, oldest::text, ending, counted FROM app.load_of_mentors(${today}::date, ${addWorkingDays(today, AHEAD)}::date, ${MOST_HELD})`
  return {
    mentors: found.map(({ counted: _counted, ...mentor }) => mentor),
    more: (found[0]?.counted ?? 0) >= MOST_HELD,
  }
}

/** So many of the last cases are looked at for a number. */
const LOOKED_AT = 500

/** The number at which each of these mentors is called, as it stands in the last of their cases that has one; by the name as it is known. */
export async function phonesOf(tx: Tx, actor: Actor, names: readonly string[]): Promise<Map<string, string>> {
  const cases = listed(actor, { kind: 'case', stages: always, newest: true, limit: LOOKED_AT })
  const found = await tx.$queryRaw<{ name: string; phone: string }[]>`
    SELECT DISTINCT ON (lower(btrim(p.mentor_name))) p.mentor_name AS name, p.mentor_phone AS phone
    FROM (${cases}) l JOIN case_parties p ON p.subject_id = l.subject_id
    WHERE p.mentor_phone IS NOT NULL AND lower(btrim(p.mentor_name)) = ANY (${names.map(asKnown)}) ORDER BY lower(btrim(p.mentor_name)), l.number DESC`
  return new Map(found.map(({ name, phone }) => [asKnown(name), phone]))
}
