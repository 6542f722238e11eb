// A client in need, and everybody around the glass: who breaks it, who hears of it, who judges it.
import type { Actor } from '@/domain/case/actor'
import { type Step, byHand as takenByHand } from '@/domain/kernel/step'
import { asActor } from '@/server/db/as-actor'
import { load } from '@/server/db/load'
import { recordRead } from '@/server/journal'
import { type Cast, register } from './main-job'
import { attempt, type Region, TODAY, take } from './region'

export const client = { givenName: 'Kanarina', familyName: 'van Zangvogel' }
export const WHY = 'De cliënt staat op het dak en zegt te springen'

/** Registers the client, with a row in all that helps in an emergency, and in much that does not. */
export async function inNeed(r: Region, cast: Cast, name = client): Promise<string> {
  const kase = await register(r, cast, name)
  const { mentor } = cast
  await take(mentor, 'describeRelapse', kase, {
    signs: 'Slaapt slecht',
    helps: 'Rust en een wandeling',
    crisisContact: 'Zus Merel',
    whoToCall: 'Sanne Mentor',
    when: 'Geen contact in drie dagen',
  })
  await take(mentor, 'addNetwork', kase, { name: 'Merel', relation: 'zus', phone: '06 12 34 56 78' })
  await take(mentor, 'describeHealth', kase, {
    treatment: 'Geheime diagnose',
    addiction: null,
    summary: null,
  })
  await take(mentor, 'recordBsn', kase, { number: '111222333' })
  await take(mentor, 'recordCriminal', kase, { note: 'Geheime zaak' })
  return kase
}

export const numberOf = async ({ kernel }: Region, id: string) =>
  (await kernel<{ number: string }>('SELECT number FROM spine WHERE id = $1', [id]))[0]?.number ?? ''

const pointing = { caseNumber: null, familyName: null, birthDate: null }

/** Tries to open a case in an emergency; what is not said is left empty. */
export const breaking = (who: Actor, input: Record<string, unknown>) =>
  attempt(who, 'breakGlass', null, { ...pointing, reason: 'crisis', why: WHY, ...input })

/** Opens the case with this number; returns the emergency. */
export async function broken(who: Actor, caseNumber: string): Promise<string> {
  const outcome = await breaking(who, { caseNumber })
  if ('refusal' in outcome) throw new Error(JSON.stringify(outcome.refusal))
  return outcome.done.subjectId
}

/** Opens the case on a screen, as a page does: read, and recorded. */
export const reading = (who: Actor, kase: string) =>
  asActor(who, async (tx) => {
    const subject = await load(tx, who.role, 'case', kase)
    if (subject) await recordRead(tx, who, subject, { today: TODAY, requestId: null })
    return subject
  })

/** Lets the time of an emergency pass, as the owner of the tables. */
export const pass = async ({ kernel }: Region, emergency: string) => {
  await kernel(`UPDATE emergency_access SET until = now() - interval '1 second' WHERE subject_id = $1`, [
    emergency,
  ])
  await kernel(
    `UPDATE relation r SET until = a.until FROM emergency_access a WHERE a.subject_id = $1 AND r.subject_id = a.case_id AND r.holder_id = a.membership_id AND r.relation = 'emergency'`,
    [emergency],
  )
}

/** The steps of a case that a role takes by hand. */
export const byHand = (steps: readonly Step[], { role }: Actor) =>
  steps.filter(({ row }) => takenByHand(row) && row.by[role] && !row.from.includes('new'))
