// Every address there is, as a door: what comes in, and for whom it closes again.
import { decode } from 'next-auth/jwt'
import { describe, expect, it } from 'vitest'
import { bringsFile, paths, sheetKinds } from '@/paths'
import { hashOf } from '@/server/hash'
import { asKernel } from '../../prisma/load-covenant'
import { answers, atEach, faultsIn, ownForm, unlike } from './every-door'
import { openBefore, site, w } from './opened'
import { filled, formOf, send } from './posts'
import { CHANNELS } from './visits'
import { settled } from './walk'
import { type Headers, SECRET } from './website'
import type { Looker } from './world'

openBefore()

const looker = (name: string) => w.lookers.find((one) => one.name === name) as Looker
const ourCase = (stage: string) =>
  w.places.find((at) => at.kind === 'case' && at.setting === 'ours' && at.stage === stage)?.id ?? ''
/** Only the proxy's own words say that a form came from elsewhere: 403 is also what a page for another role answers. */
const kindOf = ({ status, body }: { status: number; body: string }) =>
  status === 403 && body.startsWith('Dit formulier kwam niet van onze eigen pagina.') ? 'foreign' : 'other'

describe('what comes in', () => {
  it('is sent by our own page, or it stays outside, at any door', async () => {
    const { headers, body } = ownForm(site.base)
    const origin = site.base
    const form = { 'content-type': headers['content-type'] ?? '', cookie: looker('mentor, ours').cookie }
    const elsewhere: Headers[] = [
      form,
      { ...form, 'sec-fetch-site': 'same-origin' },
      ...['null', 'https://elders.example', `${origin}.elders.example`, origin.replace('http', 'https')].map(
        (other) => ({ ...form, origin: other }),
      ),
      ...['cross-site', 'same-site', 'none'].map((from) => ({ ...form, origin, 'sec-fetch-site': from })),
    ]
    const kept = await answers(site, atEach(w, elsewhere, { method: 'POST', body }))
    expect(unlike(kept, (answer, { path }) => kindOf(answer) === 'foreign' || path === '/theme.css')).toEqual(
      [],
    )
    expect(faultsIn(kept)).toEqual([])
    // An older browser does not say where it comes from: its origin is enough.
    const { cookie: _, ...older } = { ...form, origin }
    const read = await answers(site, atEach(w, [headers, older], { method: 'POST', body }))
    expect(unlike(read, (answer) => kindOf(answer) !== 'foreign' && answer.status < 500)).toEqual([])
  })

  it('is asked or sent, and comes in no other way', async () => {
    const { headers } = ownForm(site.base)
    const all = ['PUT', 'PATCH', 'DELETE', 'OPTIONS'].flatMap((method) => atEach(w, [headers], { method }))
    const found = await answers(site, all)
    expect(unlike(found, ({ status }, { path }) => status === 405 || path === '/theme.css')).toEqual([])
    expect(faultsIn(found)).toEqual([])
  })

  it('says how large it is, is no larger than a form, and can be read', async () => {
    const { headers, body } = ownForm(site.base)
    const bad: { status: number; headers: Headers; body?: string; but?: (path: string) => boolean }[] = [
      { status: 411, headers: { ...headers, 'transfer-encoding': 'chunked' } },
      { status: 413, headers, body: 'a'.repeat(4_000_001), but: bringsFile },
      { status: 413, headers, body: 'a'.repeat(11_000_001) },
      { status: 400, headers: { ...headers, 'content-type': 'multipart/form-data' }, body },
    ]
    for (const { status, headers: sent, but, ...more } of bad) {
      const doors = atEach(w, [sent], { method: 'POST', ...more }).filter(({ path }) => !but?.(path))
      const found = await answers(site, doors)
      // A file with clients that is too large is refused on the page where it was chosen.
      const there = ({ status: got }: { status: number }, path: string) =>
        got === status ||
        (status === 413 && got === 303 && sheetKinds.some((kind) => path === paths.importFile(kind)))
      expect(unlike(found, (answer, { path }) => there(answer, path) || path === '/theme.css')).toEqual([])
      expect(faultsIn(found)).toEqual([])
    }
    const heavy = await site.ask({ path: paths.login, headers: { cookie: 'a'.repeat(20_000) } })
    expect(heavy.status).toBe(431)
  })
})

/** What is asked next is where a session ends; a stream that is open ends with it: live.test.ts. */
describe('a door closes', () => {
  const row = async ({ cookie }: Looker) => {
    const held = await decode({ token: cookie.slice(cookie.indexOf('=') + 1), secret: SECRET })
    return hashOf(String(held?.sid))
  }
  const theirs = '(SELECT membership_id FROM session WHERE id_hash = $1)'
  const ENDS = [
    ['mentor', 'a session that is ended', 'UPDATE session SET ended_at = now() WHERE id_hash = $1'],
    [
      'regisseur',
      'half an hour of rest',
      `UPDATE session SET seen_at = now() - interval '31 minutes' WHERE id_hash = $1`,
    ],
    [
      'officer',
      'twelve hours',
      `UPDATE session SET created_at = now() - interval '12 hours' WHERE id_hash = $1`,
    ],
    ['chair', 'a membership that is ended', `UPDATE membership SET ended_at = now() WHERE id = ${theirs}`],
    [
      'secretary',
      'the last day of a membership',
      `UPDATE membership SET valid_until = current_date - 1 WHERE id = ${theirs}`,
    ],
    [
      'privacyOfficer',
      'an account that is closed',
      'UPDATE account SET deactivated_at = now() WHERE id = (SELECT account_id FROM session WHERE id_hash = $1)',
    ],
  ] as const
  const steps = async () =>
    (await w.region.kernel<{ n: number }>(`SELECT count(*)::int AS n FROM journal WHERE kind = 'step'`))[0]?.n

  it.each(ENDS)('for a %s at the next request after %s', async (role, _, end) => {
    const form = await formOf(site, looker('mentor, another organisation'))
    const who = looker(`${role}, ours`)
    const ask = (headers: Headers, path: string = paths.report) =>
      settled(site, { path, headers: { ...headers, cookie: who.cookie } })
    expect((await ask({})).status).toBe(200)
    await asKernel(w.region.ownerUrl, async (client) => client.query(end, [await row(who)]))
    const before = await steps()
    for (const channel of [CHANNELS.html, CHANNELS.data, CHANNELS.english]) {
      const { status, headers, body } = await ask(channel ?? {})
      expect(`${status} ${headers.location} ${body}`).toMatch(/\/login/)
      expect(body).not.toContain('<main')
    }
    const sent = await send(site, who, paths.open('case'), filled(form, 'describeDebts', ourCase('intake')))
    expect(String(sent.headers.location)).toMatch(/^\/login/)
    expect((await send(site, who, paths.journalExport, [])).status).not.toBe(200)
    expect(await steps()).toBe(before)
  })
})
