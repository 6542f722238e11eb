// Notes and tasks on a real Postgres: who reads a row, who hears of it, and what nobody writes past the form.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/case/actor'
import type { StepName } from '@/domain/case/steps'
import { asActor } from '@/server/db/as-actor'
import { noteReadersFor } from '@/server/note-readers'
import { storyOf } from '@/server/story'
import { type Cast, castOf, register } from '../support/main-job'
import { attempt, type Region, region, take } from '../support/region'

let r: Region
let cast: Cast
let kase: string
let colleague: Actor
let lead: Actor
let stranger: Actor
let coordinator: Actor

beforeAll(async () => {
  r = await region()
  cast = await castOf(r)
  kase = await register(r, cast)
  colleague = await r.actor('mentor', 'cosis', 'Ada Collega')
  lead = await r.actor('gemeenteLead', 'emmen')
  coordinator = await r.actor('coordinator', 'emmen')
  stranger = await r.actor('mentor', 'leger-des-heils', 'Sanne Vreemd')
})
afterAll(() => r.close())

const own = { noteText: 'Alleen voor ons', audience: 'own', parties: null, people: null }
const toPeople = (...people: Actor[]) => ({
  ...own,
  audience: 'people',
  people: people.map((one) => one.membershipId),
})

async function written(by: Actor, step: StepName, input: Record<string, unknown>) {
  await take(by, step, kase, input)
  const [row] = await r.kernel<{ id: string }>(
    'SELECT note_id AS id FROM case_notes ORDER BY seq DESC LIMIT 1',
  )
  return row?.id ?? ''
}
const reads = async (who: Actor, id: string) => {
  const found = await asActor(
    who,
    (tx) => tx.$queryRaw<unknown[]>`SELECT 1 FROM case_notes WHERE note_id = ${id}::uuid`,
  )
  return found.length > 0
}
const hears = async (who: Actor, id: string) =>
  (await asActor(who, (tx) => storyOf(tx, kase))).some(({ tells }) => tells.noteId === id)
/** Who was told of what was done last, each by themselves. */
const told = async () =>
  (
    await r.kernel<{ who: string }>(
      `SELECT membership_id::text AS who FROM outbox WHERE journal_id = (SELECT id FROM journal WHERE kind = 'step' ORDER BY recorded_at DESC LIMIT 1)`,
    )
  ).map(({ who }) => who)
const insert = (who: Actor, row: Record<string, unknown>) =>
  asActor(
    who,
    (
      tx,
    ) => tx.$executeRaw`INSERT INTO case_notes (subject_id, organisation_id, recorded_on, covenant_id, note_id, entry, note_text, writer, writer_name, readers, mentioned)
      SELECT subject_id, organisation_id, recorded_on, covenant_id, note_id, entry, note_text, writer, writer_name, readers, mentioned
      FROM jsonb_populate_record(null::case_notes, ${JSON.stringify({
        subject_id: kase,
        organisation_id: who.organisationId,
        recorded_on: '2026-11-23',
        covenant_id: who.covenantId,
        entry: 'written',
        note_text: 'Iets',
        writer: who.membershipId,
        writer_name: who.name,
        readers: [who.organisationId],
        mentioned: [],
        ...row,
      })}::jsonb)`,
  )

describe('a note', () => {
  it('for the own organisation is not there for a partner, and neither is the telling of it', async () => {
    const id = await written(cast.mentor, 'writeNote', own)
    expect([await reads(colleague, id), await hears(colleague, id)]).toEqual([true, true])
    for (const who of [cast.regisseur, coordinator, stranger])
      expect([await reads(who, id), await hears(who, id)]).toEqual([false, false])
  })

  it('for people is not there for their colleagues', async () => {
    const id = await written(cast.mentor, 'writeNote', toPeople(cast.regisseur))
    expect([await reads(cast.regisseur, id), await reads(cast.mentor, id)]).toEqual([true, true])
    for (const who of [lead, colleague])
      expect([await reads(who, id), await hears(who, id)]).toEqual([false, false])
  })

  it('that calls somebody tells that person alone, and nobody else of their role', async () => {
    await written(cast.mentor, 'writeNote', { ...own, noteText: `Kijk jij, @${colleague.name}?` })
    expect(await told()).toEqual([colleague.membershipId])
    expect(
      await asActor(cast.mentor, (tx) => tx.$queryRaw`SELECT 1 FROM outbox WHERE membership_id IS NOT NULL`),
    ).toEqual([])
  })

  it('calls in the same words nobody outside its readers, whoever that is', async () => {
    const rita = await r.actor('regisseur', 'emmen', 'Rita Regisseur')
    for (const name of [rita.name, stranger.name, 'Niemand Bestaat'])
      expect(await attempt(cast.mentor, 'writeNote', kase, { ...own, noteText: `@${name}` })).toEqual({
        refusal: { reason: 'mentionNotThere', field: 'noteText' },
      })
  })

  it('that was corrected keeps what stood there', async () => {
    const id = await written(cast.mentor, 'writeNote', own)
    await take(cast.mentor, 'correctNote', kase, { noteId: id, noteText: 'Verbeterd' })
    const rows = await r.kernel('SELECT note_text FROM case_notes WHERE note_id = $1 ORDER BY seq', [id])
    expect(rows).toEqual([{ note_text: 'Alleen voor ons' }, { note_text: 'Verbeterd' }])
  })
})

describe('a task', () => {
  const given = (forWhom: string) =>
    written(cast.mentor, 'giveTask', { noteText: 'Kijk dit na', forWhom, dueOn: '2026-11-30' })

  it('tells whose it is, goes back with a word to who gave it, and is told when it is done', async () => {
    const id = await given(cast.regisseur.membershipId)
    expect(await told()).toEqual([cast.regisseur.membershipId])
    await take(cast.regisseur, 'handTaskBack', kase, { noteId: id, remark: 'Niet voor mij' })
    expect(await told()).toEqual([cast.mentor.membershipId])
    const other = await given(cast.regisseur.organisationId)
    const theirs = [cast.regisseur, lead, coordinator].map((one) => one.membershipId)
    expect(await told()).toEqual(expect.arrayContaining(theirs))
    await take(lead, 'finishTask', kase, { noteId: other, remark: null })
    expect(await told()).toEqual([cast.mentor.membershipId])
  })

  it('of another is not gone on with', async () => {
    const noteId = await given(colleague.membershipId)
    expect(await attempt(cast.mentor, 'finishTask', kase, { noteId, remark: null })).toMatchObject({
      refusal: { reason: expect.stringMatching(/noSuchTask|noteNotThere/) },
    })
  })
})

describe('past every form, Postgres refuses', () => {
  it('a reader who has no access to the case, and a call of who does not read', async () => {
    for (const wrong of [
      { readers: [cast.mentor.organisationId, stranger.membershipId] },
      { mentioned: [cast.regisseur.membershipId] },
    ])
      await expect(insert(cast.mentor, { note_id: randomUUID(), ...wrong })).rejects.toThrow(/reader/)
  })

  it('a row about the note of another, or one with more readers than it had', async () => {
    const id = await written(cast.mentor, 'writeNote', own)
    await expect(insert(colleague, { note_id: id, entry: 'corrected' })).rejects.toThrow(/not theirs/)
    const wider = [cast.mentor.organisationId, cast.regisseur.organisationId]
    await expect(insert(cast.mentor, { note_id: id, entry: 'corrected', readers: wider })).rejects.toThrow(
      /not theirs/,
    )
  })

  it('to say in another name who wrote it', async () => {
    const id = randomUUID()
    await insert(cast.mentor, { note_id: id, writer: colleague.membershipId })
    expect(await r.kernel('SELECT writer FROM case_notes WHERE note_id = $1', [id])).toEqual([
      { writer: cast.mentor.membershipId },
    ])
  })
})

describe('of a shielded case', () => {
  it('nothing that was written is there for who was not named, and who is named is not told to a landlord', async () => {
    const id = await written(cast.mentor, 'writeNote', toPeople(cast.regisseur))
    await take(cast.mentor, 'describeSafety', kase, { threat: 'stalking', secrecy: 'geheim', note: null })
    for (const who of [cast.regisseur, colleague, lead]) {
      expect([await reads(who, id), await hears(who, id)]).toEqual([false, false])
      expect(await asActor(who, (tx) => noteReadersFor(tx, kase))).toEqual([])
    }
    const readers = await asActor(cast.mentor, (tx) => noteReadersFor(tx, kase))
    expect(readers.map((one) => one.id)).toEqual([cast.mentor.membershipId])
  })
})
