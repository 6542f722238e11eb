// The agreements of a tenancy are a channel: each is given to exactly those who may read all that it rests on.
import { beforeAll, describe, expect, it } from 'vitest'
import { documents } from '@/domain/case/compartments'
import { type Agreement, restsOn } from '@/domain/case/signing'
import { paths } from '@/paths'
import { asKernel } from '../../prisma/load-covenant'
import type { Placed } from '../policy/standings'
import { leaks } from './judge'
import { allows } from './may-have'
import { openBefore, site, w } from './opened'
import { abreast } from './walk'
import type { Looker } from './world'

openBefore()

const LEASED = ['tenancy', 'aftercare']
/** A lease of every standing, and what is no lease yet or any more. */
const asked = ({ kind, stage, setting, consent, shield }: Placed) =>
  kind === 'case' &&
  (LEASED.includes(stage) || (setting === 'every' && ['matching', 'closed'].includes(stage))) &&
  (shield === 'none' ? consent === 'never' : stage === 'tenancy')

let places: readonly Placed[]

/** A case that was laid holds a day of the omklap too: here it is yet to come. */
beforeAll(async () => {
  places = w.places.filter(asked)
  const ids = places.map(({ id }) => id)
  await asKernel(w.region.ownerUrl, (client) =>
    client.query('UPDATE case_placement SET own_name_on = NULL WHERE subject_id = ANY ($1)', [ids]),
  )
})

const hasIt = (who: Looker, at: Placed, agreement: Agreement) =>
  LEASED.includes(at.stage) && restsOn[agreement].every((name) => allows(w, who, at, 'read', name))

const ask = (who: Looker, at: Placed, agreement: string) =>
  site.ask({ path: paths.agreementFile(at.id, agreement), headers: { cookie: who.cookie } })

const looker = (name: string) => w.lookers.find((who) => who.name === name) as Looker
const whole = () =>
  places.find((at) => at.setting === 'every' && at.stage === 'tenancy' && at.shield === 'none') as Placed

describe('an agreement', () => {
  it('is given to those who may read all that it rests on, and tells nobody else a fact', {
    timeout: 600_000,
  }, async () => {
    const lookers = w.lookers.filter(
      ({ name, role }) =>
        name.endsWith(', ours') || ['mentor', 'zorgLead', 'officer', 'corporatieLead'].includes(role),
    )
    const requests = places.flatMap((at) =>
      documents.flatMap((agreement) => lookers.map((who) => ({ at, agreement, who }))),
    )
    const wrong: string[] = []
    const given = new Map<string, number>()
    await abreast(requests, async ({ at, agreement, who }) => {
      const { status, body, headers } = await ask(who, at, agreement)
      const path = paths.agreementFile(at.id, agreement)
      const visit = { route: path, path, channel: 'html', who, kind: at.kind, at } as const
      wrong.push(...leaks(w, visit, body + JSON.stringify(headers)))
      const mine = hasIt(who, at, agreement)
      // Whoever has left is sent to the page to sign in.
      if (status !== (who.ended ? 307 : mine ? 200 : 404))
        wrong.push(`${who.name}: ${status} for ${agreement} (${at.stage}, ${at.setting}, ${at.shield})`)
      if (mine) given.set(`${agreement} ${who.role}`, (given.get(`${agreement} ${who.role}`) ?? 0) + 1)
    })
    console.info(`${requests.length} asked for: ${JSON.stringify(Object.fromEntries(given))}`)
    expect([...new Set(wrong)]).toEqual([])
    expect([...given.keys()].sort()).toEqual(
      [
        ...['mentor', 'zorgLead'].map((role) => `guidance ${role}`),
        ...['lease', 'tripartite'].flatMap((one) =>
          ['corporatieLead', 'mentor', 'officer', 'zorgLead'].map((role) => `${one} ${role}`),
        ),
      ].sort(),
    )
  })

  it('on support has the plan for the care provider, and is not there for the landlord', async () => {
    const plan = w.aviary.of(whole().id, 'plan').filter((value) => value.startsWith('cnry'))
    expect(plan.length).toBeGreaterThan(0)
    const mentor = await ask(looker('mentor, ours'), whole(), 'guidance')
    for (const value of plan) expect(mentor.body).toContain(value)
    for (const agreement of documents) {
      const { body } = await ask(looker('officer, ours'), whole(), agreement)
      for (const value of plan) expect(body).not.toContain(value)
    }
    expect((await ask(looker('officer, ours'), whole(), 'guidance')).status).toBe(404)
  })

  it('is the same text for the landlord and the care provider, by its checksum', async () => {
    const checksumFor = async (name: string) =>
      /(?:[0-9a-f]{8} ){7}[0-9a-f]{8}/.exec((await ask(looker(name), whole(), 'tripartite')).body)?.[0]
    const checksum = await checksumFor('officer, ours')
    expect(checksum).toBeTruthy()
    expect(await checksumFor('mentor, ours')).toBe(checksum)
  })

  it('is led to from the case by those who have it', async () => {
    const linksFor = async (name: string) => {
      const path = paths.subject('case', whole().id)
      const { body } = await site.ask({ path, headers: { cookie: looker(name).cookie } })
      return documents.filter((one) => body.includes(`href="${paths.agreementFile(whole().id, one)}"`))
    }
    expect(await linksFor('mentor, ours')).toEqual(['lease', 'guidance', 'tripartite'])
    expect(await linksFor('officer, ours')).toEqual(['lease', 'tripartite'])
    expect(await linksFor('regisseur, ours')).toEqual([])
  })

  it('is in the journal when it was given, with what it rests on', async () => {
    const readings = () =>
      w.region.kernel<{ shown: string[] }>(
        `SELECT shown FROM journal WHERE kind = 'read' AND subject_id = $1 ORDER BY seq DESC LIMIT 1`,
        [whole().id],
      )
    await ask(looker('officer, ours'), whole(), 'lease')
    expect((await readings())[0]?.shown.toSorted()).toEqual(restsOn.lease.toSorted())
    await ask(looker('officer, ours'), whole(), 'guidance')
    expect((await readings())[0]?.shown).toEqual([])
  })

  it('of a name that there is none of is not there', async () => {
    for (const name of ['x', 'constructor', 'lease%00', 'LEASE'])
      expect((await ask(looker('mentor, ours'), whole(), name)).status, name).toBe(404)
  })
})
