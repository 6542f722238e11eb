// A client who must not be found: what was typed that tells who or where, who might look for it, and all they can get.
import type { Actor } from '@/domain/case/actor'
import { caseLines, casesByName } from '@/features/worklist/case-lines'
import { workLines } from '@/features/worklist/work-lines'
import { asActor } from '@/server/db/as-actor'
import { Prisma, type Tx } from '@/server/db/client'
import { nameableFor } from '@/server/named'
import { noticesOf } from '@/server/notices/inbox'
import { storyOf } from '@/server/story'
import type { Cast } from './main-job'
import { type Region, TODAY, take } from './region'

/** What was typed about this client that tells who she is or where. */
export const told = {
  name: { givenName: 'Kanarina', familyName: 'Zangvogel' },
  contact: { phone: '06 98 76 54 32', email: 'kanarina@voorbeeld.example', address: 'Schuilpad 3, Exloo' },
  facility: 'Blijf van mijn Nest',
  street: 'Gevaarsteeg',
  relative: 'Tante Merula',
  landlord: 'Huisbaas van Vroeger',
  note: 'Ex woont in Klazienaveen',
  mentor: 'Karin Smit',
}
export const canaries = [
  ...Object.values(told.name),
  ...Object.values(told.contact),
  'K.Z.',
  told.facility,
  told.street,
  told.relative,
  told.landlord,
  told.note,
  told.mentor,
]
/** The home that she moves to. Every corporation knows its own homes: whose it becomes is what they may not know. */
export const HOME = 'Weiersstraat 12'

/** Everybody who might look, each in their own way. */
export const lookersOf = async (r: Region, cast: Cast): Promise<Readonly<Record<string, Actor>>> => ({
  'a colleague of the mentor': await r.actor('mentor', 'cosis', 'Collega'),
  'a team leader of the provider': await r.actor('zorgLead', 'cosis'),
  'a case manager who was not named': await r.actor('regisseur', 'emmen', 'Andere regisseur'),
  'a team leader of the gemeente': await r.actor('gemeenteLead', 'emmen'),
  'the chair': cast.chair,
  'the secretary': cast.secretary,
  'the coordinator': await r.actor('coordinator', 'emmen'),
  'another officer of the landlord': await r.actor('officer', 'domesta', 'Andere consulent'),
  'a team leader of the landlord': await r.actor('corporatieLead', 'domesta'),
  'a corporation without a part in it': await r.actor('officer', 'lefier'),
  'an administrator of the provider': await r.actor('organisationAdmin', 'cosis'),
  'an administrator of the gemeente': await r.actor('organisationAdmin', 'emmen'),
  'the privacy officer of the provider': await r.actor('privacyOfficer', 'cosis'),
  'the privacy officer of the gemeente': await r.actor('privacyOfficer', 'emmen'),
})

/** Every row of every table that the application's role gets in this person's name, as text; homes apart. */
export async function everything(r: Region, who: Actor, kase: string): Promise<string> {
  const tables = await r.kernel<{ name: string; columns: string }>(
    `SELECT relname AS name, string_agg(format('%I', attname), ', ') AS columns FROM pg_class k JOIN pg_attribute a ON a.attrelid = k.oid AND a.attnum > 0 AND NOT a.attisdropped
      WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND has_column_privilege('thuistafel_app', k.oid, a.attnum, 'SELECT') AND relname <> 'dwelling_facts' GROUP BY 1`,
  )
  const rows = tables.map(
    ({ name, columns }) =>
      Prisma.sql`SELECT coalesce(jsonb_agg(to_jsonb(x)), '[]')::text AS rows FROM (SELECT ${Prisma.raw(columns)} FROM ${Prisma.raw(`"${name}"`)}) x`,
  )
  return asActor(who, async (tx) => {
    const found = await tx.$queryRaw<{ rows: string }[]>(Prisma.join(rows, ' UNION ALL '))
    const screens = await onScreens(tx, who, kase)
    return found.map((f) => f.rows).join('\n') + JSON.stringify(screens)
  })
}

/** What lists, notices, the timeline and the choice of people make of it. */
async function onScreens(tx: Tx, who: Actor, kase: string) {
  const cases = await caseLines(
    tx,
    who,
    { stages: ['intake', 'tafel', 'matching', 'tenancy', 'aftercare'], limit: 50 },
    TODAY,
  )
  const work = await Promise.all(
    (['mine', 'team', 'ours'] as const).map((scope) => workLines(tx, who, [{ scope, limit: 50 }], TODAY)),
  )
  const byName = await casesByName(tx, [told.name.familyName], TODAY, 10)
  const notices = [await noticesOf(tx, true), await noticesOf(tx, false)]
  return [byName, cases, work, notices, await storyOf(tx, kase), await nameableFor(tx, kase)]
}

/** Which of these words stand in a text. */
export const found = (text: string | undefined, words: readonly string[]) =>
  words.filter((word) => text?.includes(word))

/** Everything that tells who or where, written down by the mentor. */
export async function describeAll({ mentor }: Cast, kase: string) {
  const birth = { birthDate: '1990-05-02', salutation: 'mevrouw', language: null }
  await take(mentor, 'describeIdentity', kase, { ...told.name, ...birth, ...told.contact })
  const stay = { setting: 'BW', law: 'wmo', product: null, since: null, indicationUntil: null }
  const permit = { nationality: 'Nederlandse', permit: 'nederlander', permitUntil: null }
  await take(mentor, 'describeStay', kase, { ...stay, ...permit, facility: told.facility })
  await take(mentor, 'addExclusion', kase, {
    area: 'straat',
    value: told.street,
    until: null,
    reason: told.note,
  })
  await take(mentor, 'addNetwork', kase, { name: told.relative, relation: 'tante', phone: null })
  await take(mentor, 'addHousingHistory', kase, {
    landlord: told.landlord,
    until: null,
    ended: 'opgezegd',
    note: null,
  })
}

export const geheim = { threat: 'stalking', secrecy: 'geheim', note: told.note }
