// One step on several cases, on real rows: each by its own record, some refused, and taken back where nobody came between.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/case/actor'
import { takeEachBack, takeOnEach } from '@/features/step/together-each'
import { first } from '../support/client'
import { aRow } from '../support/from-file'
import { castOf, register } from '../support/main-job'
import { type Region, region, TODAY, take } from '../support/region'

let r: Region
let mentor: Actor
let lead: Actor
let cases: string[]
beforeAll(async () => {
  r = await region()
  const cast = await castOf(r)
  mentor = cast.mentor
  lead = await r.actor('zorgLead', 'cosis')
  cases = []
  for (const givenName of ['An', 'Bo', 'Cas'])
    cases.push(await register(r, cast, { givenName, familyName: 'Samen' }))
})
afterAll(() => r.close())

const work = (actor: Actor) => ({ actor, today: TODAY, requestId: null })
const on = async () => {
  const found = await r.kernel<{ id: string; version: number }>(
    'SELECT id::text, version FROM spine WHERE id = ANY ($1) ORDER BY number',
    [cases],
  )
  return found.map((one) => ({ ...one, key: randomUUID() }))
}
const mentors = async () =>
  (
    await r.kernel<{ name: string; deputy: string | null }>(
      'SELECT p.mentor_name AS name, p.deputy_name AS deputy FROM case_parties p JOIN spine s ON s.id = p.subject_id WHERE s.id = ANY ($1) ORDER BY s.number',
      [cases],
    )
  ).map(({ name, deputy }) => [name, deputy])
const steps = async () =>
  (
    await r.kernel<{ n: number }>(
      "SELECT count(*)::int AS n FROM journal WHERE kind = 'step' AND step = 'describeParties' AND subject_id = ANY ($1)",
      [cases],
    )
  )[0]?.n ?? 0
const to = (name: string) => () => ({
  answers: { mentorName: [name], mentorPhone: ['06 12345678'] },
})

describe('a hand-over of several cases', () => {
  it('is a step and a record of its own in each, and leaves what was not asked as it was', async () => {
    await take(mentor, 'describeParties', cases[0] as string, {
      mentorName: 'Oud',
      mentorPhone: null,
      deputyName: 'Vervanger',
      deputyPhone: null,
    })
    const before = await steps()
    const { fates, back } = await takeOnEach(work(lead), 'describeParties', await on(), to('Nieuw'))
    expect(fates.map(({ refusal }) => refusal)).toEqual([null, null, null])
    expect(await steps()).toBe(before + 3)
    expect(await mentors()).toEqual([
      ['Nieuw', 'Vervanger'],
      ['Nieuw', null],
      ['Nieuw', null],
    ])
    expect(back.length).toBe(3)
  })

  it('is taken back as it stood, but not on a case that changed since', async () => {
    const was = await mentors()
    const { back } = await takeOnEach(work(mentor), 'describeParties', await on(), to('Even'))
    await take(mentor, 'describeParties', cases[1] as string, {
      mentorName: 'Ander',
      mentorPhone: null,
      deputyName: null,
      deputyPhone: null,
    })
    const fates = await takeEachBack(work(mentor), 'describeParties', back)
    expect(fates.map(({ refusal }) => refusal?.reason ?? null)).toEqual([null, 'changedMeanwhile', null])
    expect(await mentors()).toEqual([was[0], ['Ander', null], was[2]])
  })

  it('goes on with the others where one is refused, and the same form does nothing twice', async () => {
    const [first, second, third] = await on()
    const form = [first, { ...second, version: 0 }, third] as Awaited<ReturnType<typeof on>>
    const reasons = async () =>
      (await takeOnEach(work(mentor), 'describeParties', form, to('Weer'))).fates.map(
        ({ refusal }) => refusal?.reason ?? null,
      )
    expect(await reasons()).toEqual([null, 'changedMeanwhile', null])
    const records = await steps()
    expect(await reasons()).toEqual(['twiceSent', 'changedMeanwhile', 'twiceSent'])
    expect(await steps()).toBe(records)
  })

  it('is not for whoever is of another organisation or role', async () => {
    const reasons = async (who: Actor) =>
      (await takeOnEach(work(who), 'describeParties', await on(), to('Vreemd'))).fates.map(
        ({ refusal }) => refusal?.reason,
      )
    const elsewhere = await reasons(await r.actor('zorgLead', 'wender'))
    expect(elsewhere).toEqual(['notFound', 'notFound', 'notFound'])
    const regisseur = await reasons(await r.actor('regisseur', 'emmen'))
    expect(regisseur).toEqual(['notYourRole', 'notYourRole', 'notYourRole'])
  })
})

describe('clients from a file', () => {
  const kept = async () =>
    (
      await r.kernel<{ stage: string; adopted: string | null }>(
        'SELECT s.stage, d.adopted_on::text AS adopted FROM spine s LEFT JOIN case_decision d ON d.subject_id = s.id WHERE s.id = ANY ($1) ORDER BY s.number',
        [cases],
      )
    ).map(({ stage, adopted }) => [stage, adopted])

  it('are confirmed together by the gemeente, each as the file says it of them, and no other client with them', async () => {
    const [regisseur, elsewhere] = [
      await r.actor('regisseur', 'emmen'),
      await r.actor('regisseur', 'coevorden'),
    ]
    const [typed] = cases as [string]
    cases = [typed]
    for (const [givenName, stated] of [
      ['Fleur', 'matching'],
      ['Gijs', 'matching'],
      ['Hans', 'tafel'],
    ] as const)
      cases.push(
        await take(
          mentor,
          'openCase',
          null,
          { givenName, familyName: 'Bestand', ...first, gemeente: r.organisations.emmen },
          { fromFile: aRow(stated) },
        ),
      )
    const answers = () => ({ answers: { priority: ['normaal'], clientText: ['Brief van vorig jaar'] } })
    const reasons = async (who: Actor) =>
      (await takeOnEach(work(who), 'confirmAdmitted', await on(), answers)).fates.map(
        ({ refusal }) => refusal?.reason ?? null,
      )
    const not = 'nothingImported'
    expect(await reasons(elsewhere)).toEqual(Array(4).fill('notFound'))
    expect(await reasons(mentor)).toEqual(Array(4).fill('notYourRole'))
    expect(await reasons(regisseur)).toEqual([not, null, null, not])
    expect(await kept()).toEqual([
      ['intake', null],
      ['matching', '2025-12-15'],
      ['matching', '2025-12-15'],
      ['intake', null],
    ])
    const rest = await takeOnEach(work(regisseur), 'confirmForTafel', await on(), () => ({ answers: {} }))
    expect(rest.fates.map(({ refusal }) => !refusal)).toEqual([false, false, false, true])
    expect(rest.back).toEqual([])
  })
})
