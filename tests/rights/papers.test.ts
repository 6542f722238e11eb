// Files are a channel: the words in each are given to exactly those who may read its group, and to everybody else nothing.
import { expect, it } from 'vitest'
import { type PaperGroup, paperGroups } from '@/domain/case/papers'
import { paths } from '@/paths'
import type { Placed } from '../policy/standings'
import { allows } from './may-have'
import { openBefore, site, w } from './opened'
import { abreast } from './walk'
import type { Looker } from './world'

openBefore()

/** Where rights of papers begin, for whoever plays a part; one stage for those who play none, and for a shielded case. */
const atStages: Readonly<Record<string, readonly string[]>> = {
  every: ['intake', 'matching', 'tenancy'],
  none: ['tenancy'],
  any: ['tenancy'],
}
const asked = ({ stage, setting, shield }: Placed) =>
  process.env.RIGHTS
    ? setting in atStages && stage !== 'new'
    : (shield === 'outside' ? atStages.any : atStages[setting])?.includes(stage)

it('the words of a file are given to its readers, and to nobody else', { timeout: 600_000 }, async () => {
  const places = w.places.filter(
    (at) =>
      at.kind === 'case' &&
      asked(at) &&
      (at.shield === 'outside' ? at.setting === 'every' : at.consent === 'never') &&
      w.papers.of(at.id).length > 0,
  )
  const lookers = w.lookers.filter(({ name }) => name.endsWith(', ours'))
  const requests = places.flatMap((at) =>
    w.papers.of(at.id).flatMap((paper) => lookers.map((who) => ({ at, paper, who }))),
  )
  const wrong: string[] = []
  const given = new Map<PaperGroup, number>()
  await abreast(requests, async ({ at, paper, who }) => {
    const { status, body, headers } = await site.ask({
      path: paths.paper(at.id, paper.id),
      headers: { cookie: who.cookie },
    })
    const mine = allows(w, who, at, 'read', paper.group)
    const right = mine
      ? status === 200 && body.includes(paper.words)
      : status === 404 && !body.includes('%PDF')
    if (!right)
      wrong.push(`${who.name}: ${status} for ${paper.group} (${at.stage}, ${at.setting}, ${at.shield})`)
    if (mine) given.set(paper.group, (given.get(paper.group) ?? 0) + 1)
    if (status === 200 && !String(headers['content-security-policy']).includes('sandbox'))
      wrong.push('no sandbox')
  })
  console.info(`${requests.length} files asked for: ${JSON.stringify(Object.fromEntries(given))}`)
  expect(wrong).toEqual([])
  for (const group of paperGroups) expect(given.get(group), group).toBeGreaterThan(1)
})

const mentor = () => w.lookers.find(({ name }) => name === 'mentor, ours') as Looker
const whole = () =>
  w.places.find(
    (at) =>
      at.kind === 'case' &&
      at.setting === 'every' &&
      at.stage === 'tenancy' &&
      at.shield === 'none' &&
      at.consent === 'never' &&
      at.holds.length > 0,
  ) as (typeof w.places)[number]

it('the page of the papers names each file to its readers, and leads to it', async () => {
  const { body } = await site.ask({ path: paths.papers(whole().id), headers: { cookie: mentor().cookie } })
  for (const { id } of w.papers.of(whole().id)) expect(body).toContain(id)
})

it('a file of another case is not given by way of one’s own', async () => {
  const other = w.places.find(
    (at) => at.kind === 'case' && at.setting === 'none' && w.papers.of(at.id).length > 0,
  )
  const [theirs] = w.papers.of(other?.id ?? '')
  const path = paths.paper(whole().id, theirs?.id ?? '')
  const { status, body } = await site.ask({ path, headers: { cookie: mentor().cookie } })
  expect([status, body.includes(theirs?.words ?? '')]).toEqual([404, false])
})

it('nobody who is not signed in gets anything but the way to sign in', async () => {
  const [one] = w.papers.of(whole().id)
  const { status, headers, body } = await site.ask({ path: paths.paper(whole().id, one?.id ?? '') })
  expect(status).toBe(307)
  expect(String(headers.location)).toContain('/login')
  expect(body).not.toContain(one?.words)
})

it('each giving is in the journal, and a refusal to give is not', async () => {
  const at = whole()
  const [one] = w.papers.of(at.id)
  const count = async () => {
    const rows = await w.region.kernel<{ n: number }>(
      `SELECT count(*)::int AS n FROM journal WHERE kind = 'read' AND subject_id = $1 AND shown = ARRAY[$2]`,
      [at.id, one?.group],
    )
    return rows[0]?.n ?? 0
  }
  const before = await count()
  const ask = (id: string) => site.ask({ path: paths.paper(at.id, id), headers: { cookie: mentor().cookie } })
  await ask(one?.id ?? '')
  await ask('00000000-0000-4000-8000-000000000000')
  expect(await count()).toBe(before + 1)
})
