// Two offers on a real Postgres that can change homes: of two corporations, to clients of two gemeenten and two providers.
import { admit, type Cast, castOf, enter, propose, register } from './main-job'
import { attempt, type Region, region, take } from './region'

export type Side = {
  readonly cast: Cast
  readonly kase: string
  home: string
  offer: string
  address: string
}

/** By which each party of an offer agrees to a swap. */
export const words = [
  ['agreeSwapAsCorporation', 'officer'],
  ['agreeSwapAsGemeente', 'regisseur'],
] as const

export const reason = (outcome: Awaited<ReturnType<typeof attempt>>) =>
  'refusal' in outcome ? outcome.refusal.reason : 'done'
export const swapWith = (partner: string) => ({ partner, swapWhy: 'pastBeter' })

const withdrawn = { withdrawnWhy: 'ongeschikt', note: 'Klaar' }
const usual = { perHome: 1, judgeRefusals: false, namedAt: 'proposed', twoOfficers: false }

/** What a test asks of the database besides what anybody may read. */
const looking = (r: Region) => ({
  live: (dwelling: string) =>
    r.kernel<{ id: string; kase: string; stage: string }>(
      `SELECT o.subject_id AS id, o."case" AS kase, s.stage FROM offer_terms o JOIN spine s ON s.id = o.subject_id WHERE o.dwelling = $1 AND o.live`,
      [dwelling],
    ),
  stageOf: async (id: string) =>
    (await r.kernel<{ stage: string }>('SELECT stage FROM spine WHERE id = $1', [id]))[0]?.stage,
  tasksOf: async (id: string) =>
    (await r.kernel<{ task: string }>('SELECT task FROM turn WHERE subject_id = $1 ORDER BY task', [id])).map(
      ({ task }) => task,
    ),
  agreed: (more: Record<string, unknown>) =>
    r.kernel(
      `UPDATE covenant_version SET rules = jsonb_set(rules, '{offers}', coalesce(rules->'offers', '{}') || $1)`,
      [JSON.stringify({ ...usual, ...more })],
    ),
})

/** Two homes of one corporation change clients, by everybody whose word it takes. */
export async function homesSwapped(r: Region, cast: Cast) {
  const coordinator = await r.actor('coordinator', 'emmen')
  const clients = [await register(r, cast), await register(r, cast)]
  await admit(r, cast, ...clients)
  const offers: string[] = []
  for (const [at, id] of clients.entries())
    offers.push(await propose(cast, await enter(r, cast, `9${at}`), id))
  const [one, partner] = offers as [string, string]
  await take(coordinator, 'proposeSwap', one, swapWith(partner))
  for (const offer of offers) for (const [step, role] of words) await take(cast[role], step, offer)
}

/** Two clients who look for a home. Emmen acts for Borger-Odoorn by mandate, and so reads both; Borger-Odoorn reads its own alone. */
async function bothSides(r: Region): Promise<readonly [Side, Side]> {
  const cast = await castOf(r)
  const other = {
    ...cast,
    mentor: await r.actor('mentor', 'leger-des-heils'),
    regisseur: await r.actor('regisseur', 'borger-odoorn'),
    officer: await r.actor('officer', 'lefier'),
  }
  const kase = await register(r, cast, { givenName: 'Kees', familyName: 'Bos' })
  const beside = await register(r, other, { givenName: 'Noor', familyName: 'Vos' }, 'borger-odoorn')
  await admit(r, cast, kase)
  await admit(r, other, beside)
  const nothing = { home: '', offer: '', address: '' }
  return [
    { cast: other, kase: beside, ...nothing },
    { cast, kase, ...nothing },
  ]
}

/** The two sides, and what can be done to them; `anew` gives each a fresh home that is offered to its client. */
export async function twoSides() {
  const r = await region()
  const look = looking(r)
  const coordinator = await r.actor('coordinator', 'emmen')
  const [one, two] = await bothSides(r)
  let nr = 60

  /** A home of this side with an offer to a client. */
  async function offered({ cast }: Pick<Side, 'cast'>, client: string) {
    const home = await enter(r, cast, String(nr++))
    return { home, offer: await propose(cast, home, client), address: `Weiersstraat ${nr - 1}` }
  }
  async function anew() {
    await look.agreed({})
    const left = await r.kernel<{ id: string }>('SELECT subject_id AS id FROM offer_terms WHERE live')
    for (const { id } of left)
      for (const { cast } of [one, two]) await attempt(cast.officer, 'withdrawOffer', id, withdrawn)
    for (const side of [one, two]) Object.assign(side, await offered(side, side.kase))
  }
  const proposal = (of = one, by = coordinator, partner = two.offer) =>
    attempt(by, 'proposeSwap', of.offer, swapWith(partner))
  /** Everybody but the last agrees; returns the last word. */
  async function allButOne() {
    for (const { cast, offer } of [one, two])
      for (const [step, role] of words)
        if (!(offer === two.offer && role === 'regisseur')) await take(cast[role], step, offer)
    return () => attempt(two.cast.regisseur, 'agreeSwapAsGemeente', two.offer)
  }
  return { r, coordinator, one, two, ...look, offered, anew, proposal, allButOne }
}
