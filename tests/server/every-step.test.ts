import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actor, isPerson, type Role, roles } from '@/domain/case/actor'
import { type processes, type StepName, steps } from '@/domain/case/steps'
import { byHand, type Step } from '@/domain/kernel/step'
import { computing } from '../support/computing'
import { attempt, home, type Region, region } from '../support/region'
import { firsts } from '../support/script'
import { writtenAbout } from '../support/script/intake'
import { type Observed, type People, play } from './observed'

const elsewhere = {
  mentor: 'opvang-het-baken',
  officer: 'kavelwonen',
  regisseur: 'almere',
  coordinator: 'noordoostpolder',
  chair: 'noordoostpolder',
  secretary: 'noordoostpolder',
  zorgLead: 'opvang-het-baken',
  organisationAdmin: 'noordoostpolder',
  privacyOfficer: 'noordoostpolder',
}
const neighbours = {
  mentor: 'leger-des-heils',
  officer: 'lefier',
  regisseur: 'borger-odoorn',
  zorgLead: 'leger-des-heils',
  organisationAdmin: 'borger-odoorn',
  privacyOfficer: 'borger-odoorn',
}
/** Every gemeente of the region reads the agenda of its tafel: numbers of cases, and no case by them. */
const onTheAgenda: readonly Role[] = ['regisseur']
/** A privacy officer reads the chain of their own organisation: that they tried stands there. */
const ofTheChain: Role = 'privacyOfficer'
const acting = Object.keys(elsewhere) as (keyof typeof elsewhere)[]

let r: Region
let people: People
let seen: ReadonlyMap<string, Observed>
let ids: Readonly<Record<string, string>>

/** Somebody whose membership has ended, and somebody whose account was closed. */
async function gone(role: keyof typeof elsewhere): Promise<Actor[]> {
  const at = home[roles[role][0]]
  const left = await r.actor(role, at, `left ${role}`)
  const closed = await r.actor(role, at, `closed ${role}`)
  await r.kernel('UPDATE membership SET ended_at = now() WHERE id = $1', [left.membershipId])
  await r.kernel('UPDATE account SET deactivated_at = now() WHERE id = $1', [closed.accountId])
  return [left, closed]
}

const each = async <K extends string, V>(keys: readonly K[], of: (key: K) => Promise<V>) =>
  Object.fromEntries(await Promise.all(keys.map(async (key) => [key, await of(key)] as const))) as Record<
    K,
    V
  >

beforeAll(async () => {
  r = await region('zuidoost-drenthe', 'flevoland')
  const human = (Object.keys(roles) as Role[]).filter(isPerson)
  people = {
    home: {
      ...(await each(human, (role) => r.actor(role, home[roles[role][0] as keyof typeof home]))),
      matching: await computing(r),
    } as People['home'],
    neighbours: await each(Object.keys(neighbours) as (keyof typeof neighbours)[], (role) =>
      r.actor(role, neighbours[role]),
    ),
    strangers: {
      ...(await each(acting, (role) => r.actor(role, elsewhere[role], `stranger ${role}`, 'flevoland'))),
      matching: await computing(r, 'flevoland'),
    },
    gone: await each(acting, gone),
  }
  const story = await play(r, people)
  seen = story.seen
  ids = story.ids
}, 240_000)
afterAll(() => r.close())

const of = (step: string) => seen.get(step) as Observed
const names = firsts.map((line) => line.step)
const onExisting = names.filter((name) => !(steps[name] as Step).row.from.includes('new'))

it('every step that people take by hand was taken on a real Postgres', () => {
  const hand = Object.values(steps).filter((step: Step) => byHand(step.row))
  expect([...names].sort()).toEqual(hand.map((step) => step.name).sort())
})

const written: readonly string[] = writtenAbout.map(({ step }) => step)
/** What is proposed here its proposer may not read in full: the membership that computes keeps it, as a record of its own. */
const besides: readonly string[] = ['proposeSwap']
const declines: readonly string[] = ['declineHandover', 'declineMove']

describe.each(names)('%s', (name) => {
  it('is taken by the party whose step it is, once: one record, one version', () => {
    const { records, versions, owner } = of(name)
    // Who declines to take a case over sees nothing of it any more.
    expect(owner).toMatchObject(declines.includes(name) ? {} : { loaded: 1, spine: 1 })
    if (!declines.includes(name)) expect(owner.journal).toBeGreaterThan(0)
    const [, refused = 0, done = 0] = records
    const made = done - refused
    const own = besides.includes(name) ? 2 : 1
    expect(onExisting.includes(name) ? made : made > 0 && own).toBe(own)
    if (onExisting.includes(name)) expect(versions[2]).toBe((versions[1] ?? 0) + own)
  })

  it('is refused to every other role, and nothing changes', () => {
    const { otherRoles, records, versions } = of(name)
    // Whoever carries a case on writes about it: that leaves six.
    expect(otherRoles.length).toBeGreaterThan(5)
    const reasons = new Set(otherRoles.map(({ reason }) => reason))
    // Of those who write no notes nobody sees this case.
    const refused = written.includes(name) ? [] : ['notYourRole']
    expect([...reasons].filter((reason) => reason !== 'notFound')).toEqual(refused)
    expect([records[1], versions[1]]).toEqual([records[0], versions[0]])
  })

  it('sent twice with one form is taken once, and says so', () => {
    const { again, records, versions } = of(name)
    expect(again).toBe('twiceSent')
    expect([records[3], versions[3]]).toEqual([records[2], versions[2]])
  })
})

describe.each(onExisting)('%s', (name) => {
  it('on a stale screen is refused: something changed meanwhile', () => {
    expect(of(name).stale).toBe('changedMeanwhile')
  })

  it('is not there, in any table, for another party, a stranger from Flevoland or whoever left', () => {
    const { outsiders } = of(name)
    // Of a step that nobody signs in for there is one for each other covenant.
    const people = (Object.keys(steps[name as StepName].row.by) as Role[]).some(isPerson)
    expect(outsiders.length).toBeGreaterThan(people ? 2 : 0)
    expect(outsiders.filter(({ reason }) => reason !== 'notFound')).toEqual([])
    const found = outsiders.flatMap(({ who, role, sight }) =>
      Object.keys(sight)
        .filter((table) => !(table === 'agendas' && onTheAgenda.includes(role)))
        .filter((table) => !(table === 'journal' && role === ofTheChain))
        .map((table) => `${who}: ${table}`),
    )
    expect(found).toEqual([])
  })
})

describe('at another stage', () => {
  const ended: Readonly<Record<keyof typeof processes, string>> = {
    case: 'kase',
    dwelling: 'dwelling',
    offer: 'offer',
    tafel: 'tafel',
    membership: 'membership',
    emergency: 'emergency',
  }
  /** As long as the file exists: consent is given and withdrawn, who reads it is named, a paper taken out, a note written, a decision corrected, and it is opened again. */
  const always =
    'correctDecision confirmCorrection declineCorrection withdrawPaper withdrawContract recordConsent withdrawConsent passOnWithdrawal namePerson unnamePerson endShield writeNote correctNote finishTask handTaskBack withdrawTask reopenCase'.split(
      ' ',
    )

  it.each(firsts.filter(({ step }) => !always.includes(step)))(
    '$step is refused with that reason',
    async ({ step, who, day, elsewhere }) => {
      const id = ids[ended[steps[step].kind]] as string
      const outcome = await attempt(people.home[who], step as StepName, id, {}, { on: day })
      // Who broke a glass is something else to it afterwards: whoever opens one opens another.
      const reason = step === 'breakGlass' || elsewhere ? 'notYours' : 'notAtThisStage'
      expect(outcome).toEqual({ refusal: { reason } })
    },
  )

  it('recordConsent is refused on a case that does not exist yet, and none comes to exist', async () => {
    const before = await r.kernel('SELECT id FROM spine')
    const outcome = await attempt(people.home.mentor, 'recordConsent', null, {})
    expect(outcome).toEqual({ refusal: { reason: 'notAtThisStage' } })
    expect(await r.kernel('SELECT id FROM spine')).toHaveLength(before.length)
  })
})
