// Lists in another order, and names: functions with more rights than who asks, compared with what row-level security gives.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actor, roleNames, roles } from '@/domain/case/actor'
import { always, passed } from '@/domain/case/stages'
import { asActor } from '@/server/db/as-actor'
import { Prisma } from '@/server/db/client'
import { type Busy, busyRegion, LATE } from '../support/busy-region'
import { TODAY, take } from '../support/region'

let r: Busy['r']
let cast: Busy['cast']
beforeAll(async () => {
  ;({ r, cast } = await busyRegion())
})
afterAll(() => r.close())

type Wanted = { sort: 'number' | 'due' | 'waiting'; [more: string]: unknown }
type Found = { id: string; place: string }
const inOrder = (who: Actor, wanted: Wanted) => {
  const p = { stages: passed, day: TODAY, late: false, back: false, most: 50, ...wanted }
  return asActor(
    who,
    (tx) =>
      tx.$queryRaw<Found[]>`SELECT id::text, place FROM app.cases_in_order(${JSON.stringify(p)}::jsonb)`,
  )
}
const ids = async (who: Actor, wanted: Wanted) => (await inOrder(who, wanted)).map(({ id }) => id)
const asked = async (who: Actor, question: Prisma.Sql) =>
  (await asActor(who, (tx) => tx.$queryRaw<{ id: string }[]>(question))).map(({ id }) => id)
const readable = (who: Actor) => asked(who, Prisma.sql`SELECT id::text FROM spine WHERE kind = 'case'`)

/** Someone of every role, at every organisation of the story. */
const everyone = async () => {
  const at = {
    gemeente: ['emmen', 'coevorden'],
    corporatie: ['domesta', 'lefier'],
    zorgaanbieder: ['cosis', 'wender'],
  }
  const known = roleNames.flatMap((role) =>
    Object.entries(at).flatMap(([kind, keys]) =>
      (roles[role] as readonly string[]).includes(kind) ? keys.map((key) => [role, key] as const) : [],
    ),
  )
  return Promise.all([
    ...known.map(([role, key]) => r.actor(role, key)),
    r.actor('localTeam', 'wijkteam-de-verbinding'),
  ])
}

describe('in whatever order, everyone gets', () => {
  it('the cases of which they read the spine, each once, and no other', async () => {
    for (const who of await everyone()) {
      const own = (await readable(who)).sort()
      for (const sort of ['number', 'due', 'waiting'] as const)
        expect([...(await ids(who, { sort }))].sort(), `${who.role} ${who.organisationName} ${sort}`).toEqual(
          own,
        )
    }
  })

  it('those with an open task, those that are late, those of a party: as their own rows say it', async () => {
    const party = r.organisations.coevorden as string
    for (const who of await everyone()) {
      const turns = await asked(
        who,
        Prisma.sql`SELECT DISTINCT t.subject_id::text AS id FROM turn t WHERE t.task = 'checkIntake' AND t.subject_kind = 'case'`,
      )
      expect((await ids(who, { sort: 'due', task: 'checkIntake' })).sort(), who.role).toEqual(turns.sort())
      const late = await asked(
        who,
        Prisma.sql`SELECT DISTINCT t.subject_id::text AS id FROM turn t WHERE t.due_on < ${LATE}::date AND t.paused_on IS NULL AND t.subject_kind = 'case'`,
      )
      expect((await ids(who, { sort: 'number', late: true, day: LATE })).sort(), who.role).toEqual(
        late.sort(),
      )
      const ofParty = await asked(
        who,
        Prisma.sql`SELECT DISTINCT p.subject_id::text AS id FROM party p WHERE p.organisation_id = ${party}::uuid AND p.subject_kind = 'case'`,
      )
      expect((await ids(who, { sort: 'waiting', organisation: party })).sort(), who.role).toEqual(
        ofParty.sort(),
      )
    }
  })

  it('nothing when nobody asks', async () => {
    const left: Actor = await r.actor('mentor', 'treant')
    await r.kernel('UPDATE membership SET ended_at = now() WHERE id = $1', [left.membershipId])
    expect(await inOrder(left, { sort: 'due' })).toEqual([])
  })
})

describe('the order', () => {
  it('of days is that of the first task of each case, those without one last', async () => {
    const found = await inOrder(cast.mentor, { sort: 'due' })
    const first = await asActor(
      cast.mentor,
      (tx) => tx.$queryRaw<{ id: string; due: string }[]>`
      SELECT s.id::text, coalesce((SELECT min(t.due_on) FROM turn t WHERE t.subject_id = s.id AND t.paused_on IS NULL), '9999-12-31')::text AS due FROM spine s WHERE s.kind = 'case'`,
    )
    const due = new Map(first.map((f) => [f.id, f.due]))
    expect(found.map((f) => f.place)).toEqual(found.map((f) => due.get(f.id)))
    expect(found.map((f) => f.place)).toEqual([...due.values()].sort())
  })

  it('follows each step that is taken', async () => {
    const before = await inOrder(cast.regisseur, { sort: 'due', task: 'checkIntake' })
    const id = before[0]?.id as string
    await take(cast.regisseur, 'askMore', id, { missing: 'Het woonprofiel' })
    const after = await inOrder(cast.regisseur, { sort: 'due' })
    const [turn] = await r.kernel<{ due: string }>(
      'SELECT due_on::text AS due FROM turn WHERE subject_id = $1',
      [id],
    )
    expect(after.find((f) => f.id === id)?.place).toBe(turn?.due)
    expect(turn?.due).not.toBe(before[0]?.place)
  })

  it('of waiting puts on top who waits longest, and shows nothing to whoever may not know', async () => {
    const places = (await inOrder(cast.mentor, { sort: 'waiting' })).map((f) => f.place)
    expect(places).toEqual([...places].sort())
    expect(places[0]).toMatch(/^09\d{4}$/)
  })

  it('goes on from a row, and back to it', async () => {
    for (const sort of ['number', 'due', 'waiting'] as const) {
      const all = await inOrder(cast.mentor, { sort, stages: always })
      const [, second] = all
      const from = (back: boolean) => ids(cast.mentor, { sort, stages: always, back, ...second })
      expect(all.length).toBeGreaterThan(3)
      expect(await from(false), sort).toEqual(all.slice(2).map((f) => f.id))
      expect(await from(true), sort).toEqual([all[0]?.id])
    }
  })
})

describe('a name', () => {
  const find = async (who: Actor, ...words: string[]) =>
    (
      await asActor(
        who,
        (tx) => tx.$queryRaw<{ name: string }[]>`
      SELECT i.given_name || ' ' || i.family_name AS name FROM app.find_by_name(${words}, 20) f(id) JOIN spine s ON s.id = f.id JOIN case_identity i ON i.person_id = s.person_id`,
      )
    ).map(({ name }) => name)

  it('is found by the beginning of its words, in any order, without capitals or accents', async () => {
    expect(await find(cast.mentor, 'saar')).toEqual(['Saar Sleutel'])
    expect(await find(cast.mentor, 'SLEU', 'sa')).toEqual(['Saar Sleutel'])
    expect(await find(cast.mentor, 'Séar')).toEqual([])
    expect(await find(cast.mentor, 'Sáár')).toEqual(['Saar Sleutel'])
    expect(await find(cast.mentor, 'leutel')).toEqual([])
  })

  it('is found by whoever reads the identity, and by nobody else', async () => {
    for (const who of await everyone()) {
      const ids_ = await asActor(
        who,
        (tx) => tx.$queryRaw<{ id: string }[]>`SELECT f::text AS id FROM app.find_by_name(${['aan']}, 20) f`,
      )
      const own = await asked(
        who,
        Prisma.sql`SELECT s.id::text FROM case_identity i JOIN spine s ON s.person_id = i.person_id WHERE i.family_name = 'Aanbod'`,
      )
      expect(
        ids_.map(({ id }) => id),
        `${who.role} ${who.organisationName}`,
      ).toEqual(own)
    }
  })

  it('that is no word is not asked at all', async () => {
    for (const odd of ["'", '&', ':*', "a' | 'b", '!x', ''])
      expect(await find(cast.mentor, odd), odd).toEqual([])
    expect(await find(cast.mentor)).toEqual([])
  })
})
