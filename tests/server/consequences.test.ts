import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actor, isPerson, type Role } from '@/domain/case/actor'
import { grants, type StepName, steps } from '@/domain/case/steps'
import { byHand, type Step } from '@/domain/kernel/step'
import { asActor, asNobody, asSystem } from '@/server/db/as-actor'
import { Prisma, sqlState } from '@/server/db/client'
import { admit, type Cast, castOf, enter, propose, register } from '../support/main-job'
import { attempt, type Region, region, TODAY, take } from '../support/region'
import { asked, see } from './sight'

let r: Region
let cast: Cast
let system: Actor
let ids: Record<Step['kind'], string>
beforeAll(async () => {
  r = await region()
  cast = await castOf(r)
  const kase = await register(r, cast)
  await admit(r, cast, kase)
  const dwelling = await enter(r, cast)
  const offer = await propose(cast, dwelling, kase)
  const tafel = await take(cast.secretary, 'planTafel', null, {
    on: TODAY,
    at: '10:00',
    place: 'Emmen',
    note: null,
  })
  ids = { case: kase, dwelling, offer, tafel, membership: cast.officer.membershipId, emergency: '' }
  const membershipId = await asActor(cast.officer, (tx) =>
    asSystem(tx, cast.officer, 'matching', async (id) => id),
  )
  system = { ...cast.officer, membershipId, role: 'matching' }
})
afterAll(() => r.close())

const people = (): Partial<Record<Role, Actor>> => ({ ...cast, matching: system })
const caused = Object.values(steps as Record<StepName, Step>).filter((step) => step.row.causedBy)
const byWhom = caused.flatMap((step) =>
  (Object.keys(step.row.by) as Role[])
    .filter((role) => role !== 'coordinator')
    .map((role) => ({ step: step.name as StepName, role })),
)
const by = (role: Role) => people()[role] as Actor

type Extra = {
  readonly causeId?: string
  readonly from?: string
  readonly to?: string
  readonly version?: number
}

/** What a record of this step on its subject would say, as the subject is now. */
async function entryOf(step: string, extra: Extra = {}): Promise<string> {
  const id = ids[steps[step as StepName].kind]
  const [spine] = await r.kernel<{ stage: string; version: number }>(
    'SELECT stage, version FROM spine WHERE id = $1',
    [id],
  )
  const { stage, version } = spine as { stage: string; version: number }
  return JSON.stringify({ subjectId: id, version, step, from: stage, to: stage, on: TODAY, ...extra })
}

/** Records a step straight in the database, past the domain: 'recorded', or the SQLSTATE of what is not allowed. */
async function recorded(who: Actor, step: string, extra: Extra = {}) {
  const entry = await entryOf(step, extra)
  return asActor(who, (tx) => tx.$queryRaw`SELECT app.record_step(${entry}::jsonb)::text`).then(
    () => 'recorded',
    sqlState,
  )
}

const versions = () => r.kernel('SELECT id, stage, version FROM spine ORDER BY id')
const unchanged = async (work: () => Promise<unknown>) => {
  const before = await versions()
  await work()
  expect(await versions()).toEqual(before)
}

describe('a consequence', () => {
  it.each(byWhom)(
    '$step is not taken by hand, not even by the $role who brings it about',
    async ({ step, role }) => {
      await unchanged(async () => {
        expect(await attempt(by(role), step, ids[steps[step].kind])).toEqual({
          refusal: { reason: 'onlyAsConsequence' },
        })
      })
    },
  )

  it.each(byWhom)(
    '$step is not recorded in the database without its cause, by the $role',
    async ({ step, role }) => {
      await unchanged(async () => expect(await recorded(by(role), step)).toBe('42501'))
    },
  )

  it.each(byWhom)(
    '$step is not recorded with a cause that lies in the past, or that nobody knows, by the $role',
    async ({ step, role }) => {
      const [past] = await r.kernel<{ id: string }>('SELECT id FROM journal WHERE step = ANY ($1) LIMIT 1', [
        [...((steps[step] as Step).row.causedBy ?? [])],
      ])
      const causes = [past?.id ?? cast.mentor.membershipId, cast.mentor.membershipId]
      await unchanged(async () => {
        for (const causeId of causes) expect(await recorded(by(role), step, { causeId })).toBe('42501')
      })
    },
  )

  it('is not recorded with another step as its cause, in the same transaction', async () => {
    const cause = await entryOf('addNetwork')
    const wrong = await entryOf('releaseDwelling', { to: 'available' })
    const before = await versions()
    const work = asActor(cast.mentor, async (tx) => {
      const [row] = await tx.$queryRaw<{ id: string }[]>`SELECT app.record_step(${cause}::jsonb)::text AS id`
      const caused = JSON.stringify({ ...JSON.parse(wrong), causeId: row?.id })
      await asSystem(
        tx,
        cast.mentor,
        'matching',
        () => tx.$queryRaw`SELECT app.record_step(${caused}::jsonb)::text`,
      )
    })
    expect(await work.then(() => 'recorded', sqlState)).toBe('42501')
    expect(await versions()).toEqual(before)
  })
})

describe('the system membership', () => {
  it('takes no step of its own accord: each has a cause, but for an offer to who is next in reserve and what a client says by a link', () => {
    const own = grants.filter((g) => g.verb === 'take' && !isPerson(g.role))
    expect(own.length).toBeGreaterThan(0)
    const uncaused = own.filter((g) => byHand((steps[g.object as StepName] as Step).row))
    expect(new Set(uncaused.map((g) => `${g.role} ${g.kind} ${g.object}`))).toEqual(
      new Set(['matching offer propose', 'matching offer hearClient']),
    )
  })

  it('opens nothing but an offer, and takes no step of a person', async () => {
    for (const kind of ['case', 'dwelling', 'tafel', 'emergency']) {
      const opening = Prisma.sql`SELECT * FROM app.open_subject(${kind}, ${TODAY}::date)`
      expect(await asked(system, opening)).toBe('TT002')
    }
    expect(await attempt(system, 'recordCosts', ids.case, {})).toEqual({ refusal: { reason: 'notYourRole' } })
    expect(await recorded(system, 'recordCosts')).toBe('42501')
  })

  it('is nobody to sign in as: no password, and not among the people of a demo', async () => {
    await r.kernel(
      'INSERT INTO installation (id, demo) VALUES (1, true) ON CONFLICT (id) DO UPDATE SET demo = true',
    )
    const demo = await asNobody((tx) => tx.$queryRaw<{ role: string }[]>`SELECT role FROM app.demo_people()`)
    expect(demo.map((p) => p.role)).not.toContain('matching')
    expect(demo.length).toBeGreaterThan(0)
    const [account] = await r.kernel(
      'SELECT password_hash FROM account a JOIN membership m ON m.account_id = a.id WHERE m.id = $1',
      [system.membershipId],
    )
    expect(account).toEqual({ password_hash: null })
  })
})

describe('past the domain, straight in the database', () => {
  it.each([
    ['another role', () => recorded(cast.regisseur, 'addNetwork'), '42501'],
    ['another stage', () => recorded(cast.officer, 'handOverKey'), '42501'],
    [
      'a stage that the subject is not in',
      () => recorded(cast.mentor, 'describeIdentity', { from: 'intake' }),
      'TT001',
    ],
    ['an older version', () => recorded(cast.mentor, 'addNetwork', { version: 0 }), 'TT001'],
  ])('a step by %s is not recorded', async (_, work, state) => {
    await unchanged(async () => expect(await work()).toBe(state))
  })

  it('nobody moves a case, a turn, a party or a relation by hand', async () => {
    const me = cast.mentor.organisationId
    const tries = [
      Prisma.sql`UPDATE spine SET stage = 'closed'`,
      Prisma.sql`UPDATE turn SET due_on = '2030-01-01'`,
      Prisma.sql`INSERT INTO party VALUES (${ids.case}::uuid, 'guest', ${me}::uuid, 'case')`,
      Prisma.sql`UPDATE relation SET stage = 'aftercare'`,
      Prisma.sql`UPDATE policy_grant SET role = 'mentor'`,
      Prisma.sql`DELETE FROM case_network`,
    ]
    for (const one of tries) expect(await asked(cast.mentor, one)).toBe('42501')
    expect((await see(cast.mentor, ids.case))?.spine.stage).toBe('matching')
  })
})
