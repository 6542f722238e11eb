// What is printed of a tafel is a channel: its words are read out of the packed bytes, for everybody who may ask and who may not.
import { beforeAll, describe, expect, it } from 'vitest'
import { paths } from '@/paths'
import { asKernel } from '../../prisma/load-covenant'
import { insertInto } from '../policy/rows'
import type { Placed } from '../policy/standings'
import { leaks } from './judge'
import { allows } from './may-have'
import { openBefore, site, w } from './opened'
import { abreast } from './walk'
import type { Looker } from './world'

openBefore()

let planned: Placed
let adopted: Placed
let cases: readonly Placed[]

const tafelAt = (stage: string) =>
  w.places.find((at) => at.kind === 'tafel' && at.stage === stage && at.setting === 'any') as Placed

/** The agenda of both tafels holds a case of every standing; the canaries in these stay as they were laid. */
beforeAll(async () => {
  planned = tafelAt('planned')
  adopted = tafelAt('adopted')
  cases = w.places.filter(
    (at) =>
      at.kind === 'case' &&
      at.stage === 'tafel' &&
      at.setting !== 'elsewhere' &&
      (at.consent === 'never' || at.shield !== 'none'),
  )
  const ids = cases.map(({ id }) => id)
  await asKernel(w.region.ownerUrl, async (client) => {
    for (const { id } of [planned, adopted]) {
      const items = cases.map((at) => ({
        subject_id: id,
        covenant_id: w.ground.here,
        organisation_id: w.ground.another,
        recorded_on: '2026-01-01',
        case: at.id,
        number: w.aviary.of(at.id, 'spine').find((value) => value.startsWith('cnry')),
        on: true,
      }))
      await insertInto(client, 'tafel_items', items)
    }
    await client.query('UPDATE case_agenda SET tafel = $1 WHERE subject_id = ANY ($2)', [planned.id, ids])
    await client.query('UPDATE case_decisions SET tafel = $1 WHERE subject_id = ANY ($2)', [adopted.id, ids])
  })
}, 60_000)

/** Everybody at the file of this place: what leaked, who got one, and the facts that stood in these. */
async function printedAt(at: Placed, path: string) {
  const [wrong, given]: [string[], Map<Looker, string>] = [[], new Map()]
  await abreast(w.lookers, async (who) => {
    const { status, body, headers } = await site.ask({ path, headers: { cookie: who.cookie } })
    const visit = { route: path, path, channel: 'html', who, kind: at.kind, at } as const
    wrong.push(...leaks(w, visit, body + JSON.stringify(headers)))
    if (status === 200) given.set(who, body)
    const may = allows(w, who, at, 'read', 'spine')
    if ((status === 200) !== may) wrong.push(`${who.name}: ${status} for ${path.split('/').at(-1)}`)
  })
  return { wrong: [...new Set(wrong)], given }
}

const factsIn = (body: string) =>
  [...w.aviary.in(body).values()].filter(({ subject }) => cases.some(({ id }) => id === subject))

describe('what is printed of a tafel', () => {
  it('tells nobody a fact of a case that they may not read', { timeout: 300_000 }, async () => {
    const { wrong, given } = await printedAt(planned, paths.pack(planned.id))
    expect(wrong).toEqual([])
    const chair = [...given].find(([{ name }]) => name === 'chair, ours')?.[1] ?? ''
    const third = [...given].find(([{ name }]) => name === 'officer, a third organisation')?.[1] ?? ''
    console.info(
      `${given.size} packs of ${cases.length} cases; facts for the chair: ${factsIn(chair).length}`,
    )
    expect(factsIn(chair).length).toBeGreaterThan(50)
    expect(factsIn(third)).toEqual([])
  })

  it('has for everybody the cases that they read, and of each shielded one its alias alone', async () => {
    const { given } = await printedAt(planned, paths.pack(planned.id))
    const missed: string[] = []
    for (const [who, body] of given) {
      const facts = factsIn(body)
      for (const at of cases.filter(
        (one) => allows(w, who, one, 'read', 'spine') && one.setting !== 'emergency',
      )) {
        const of = facts.filter(({ subject }) => subject === at.id)
        if (!of.length) missed.push(`${who.name}: ${at.setting}, ${at.shield}`)
        if (at.shield !== 'none' && of.some(({ object }) => !['spine', 'shield'].includes(object)))
          missed.push(`${who.name}: more than the alias (${at.setting}, ${at.shield})`)
      }
    }
    expect(missed).toEqual([])
  })

  it('tells in its minutes nobody a decision that they may not read', { timeout: 300_000 }, async () => {
    const { wrong, given } = await printedAt(adopted, paths.minutesFile(adopted.id))
    expect(wrong).toEqual([])
    const chair = [...given].find(([{ name }]) => name === 'chair, ours')?.[1] ?? ''
    expect(factsIn(chair).length).toBeGreaterThan(20)
  })

  it('is found out when everybody is told the number of a case in which they have no part', async () => {
    const asOwner = (sql: string) => asKernel(w.region.ownerUrl, (client) => client.query(sql))
    const third = w.lookers.find(({ name }) => name === 'officer, a third organisation') as Looker
    const path = paths.pack(planned.id)
    const ask = async () => {
      const { body } = await site.ask({ path, headers: { cookie: third.cookie } })
      return leaks(w, { route: path, path, channel: 'html', who: third, kind: 'tafel', at: planned }, body)
    }
    const rules = (said: string) =>
      asOwner(`UPDATE covenant_version SET rules = jsonb_set(rules, '{tafel,withoutStake}', '"${said}"')`)
    expect(await ask()).toEqual([])
    await rules('number')
    expect((await ask()).some((said) => said.includes('spine.number'))).toBe(true)
    await rules('nothing')
  })

  it('of a tafel that is not there is the answer that any page gives', async () => {
    const none = '00000000-0000-4000-8000-000000000000'
    const chair = w.lookers.find(({ name }) => name === 'chair, ours') as Looker
    for (const path of [paths.pack(none), paths.minutesFile(none), paths.letterFile(none), paths.pack('x')]) {
      const { status, body, headers } = await site.ask({ path, headers: { cookie: chair.cookie } })
      expect([status, body, headers['content-disposition']]).toEqual([404, body, undefined])
      expect(body).not.toContain('%PDF')
    }
  })
})
