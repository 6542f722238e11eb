import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { acceptInvitation, accountByPassword, invitedName } from '@/server/sign-in'
import { checkCovenant } from '../../prisma/first-day/covenant'
import { ADMIN, type FirstDay, firstDay, HERE, PASSWORD, REGION, SECOND, tokenIn } from '../support/first-day'

let day: FirstDay
beforeAll(async () => {
  day = await firstDay()
})
afterAll(() => day.close())

/** Twelve mistakes in its form and its meaning. */
function plant(region: Record<string, Record<string, unknown>[]>) {
  const { organisations = [], parties = [], mandates = [] } = region
  const { rules } = region.version as unknown as { rules: Record<string, unknown> }
  const change = (one: Record<string, unknown> | undefined, to: Record<string, unknown>) => {
    if (!one) throw new Error('there is nothing to plant a mistake in')
    Object.assign(one, to)
  }
  Object.assign(region, { prefix: 'Zod1', tafelHost: 'domesta', colour: 'blue' })
  change(organisations[4], { kind: 'woningcorporatie' })
  change(organisations[5], { key: 'lefier' })
  change(organisations[6], { name: '' })
  change(parties[5], { organisation: 'lefier', from: '2022-01-01' })
  change(parties[8], { organisation: 'verslavingszorg' })
  change(parties[9], { from: '2021-02-30' })
  change(parties[10], { until: '2020-12-31' })
  change(mandates[0], { to: 'emmen' })
  change(rules, { switchedOff: ['dance'], smallCell: 0 })
}

describe('a covenant', () => {
  it('needs the addresses of the database, and an existing file of JSON in UTF-8', async () => {
    expect(await day.refused(['covenant', REGION], { DATABASE_URL: undefined })).toContain(
      'DATABASE_URL is not',
    )
    expect(await day.refused(['covenant'])).toContain('my-region.json')
    expect(await day.refused(['covenant', join(day.folder, 'none.json')])).toContain('is not there')
    expect(await day.refused(['covenant', day.folder])).toContain('is a folder')
    expect(await day.refused(['covenant', day.file('half.json', '{ "key": ')])).toContain(
      'half.json is not JSON',
    )
    expect(
      await day.refused(['covenant', day.file('latin.json', Buffer.from('"\xeb"', 'latin1'))]),
    ).toContain('UTF-8')
    expect(await day.refused(['convenant'])).toContain('npm run setup -- covenant FILE.json')
    expect(await day.refused(['covenant', '--force'])).toContain('npm run setup -- covenant FILE.json')
  })

  it('with mistakes of form and of meaning is refused with a line for each: place, what is wrong, what to do', async () => {
    const before = await day.written()
    const told = await day.refused(['covenant', day.region('mistakes.json', plant)])
    const lines = told.split('\n').filter((line) => line.startsWith('  '))
    expect(lines.map((line) => /^ {2}([\w.[\]]+): .+; [^;]+$/.exec(line)?.[1] ?? line)).toEqual([
      ...['prefix', 'organisations[4].kind', 'organisations[6].name', 'parties[9].from'],
      ...['version.rules.smallCell', 'file', 'organisations[5].key', 'parties[8].organisation'],
      // The organisation whose party was misspelled is without one.
      ...[
        'parties[10].until',
        'organisations[8]',
        'tafelHost',
        'mandates[0]',
        'version.rules.switchedOff[0]',
      ],
    ])
    expect(told).not.toMatch(/unreadable|compare it with/)
    expect(await day.written()).toEqual(before)
  })

  it('with anything at any place is read or refused, with advice and without mistakes that are not in it', () => {
    const whole = readFileSync(REGION, 'utf8')
    const values = [...whole.matchAll(/"[^"]*"(?=[,\s}\]])|\b\d+\b(?=[,\s])|\[\s*"[^\]]*\]/g)]
    fc.assert(
      fc.property(fc.nat(values.length - 1), fc.jsonValue({ maxDepth: 2 }), (i, value) => {
        const { index = 0, 0: old = '' } = values[i] ?? {}
        const read = checkCovenant(
          JSON.parse(whole.slice(0, index) + JSON.stringify(value) + whole.slice(index + old.length)),
        )
        for (const { wrong, todo } of 'mistakes' in read ? read.mistakes : []) {
          expect(wrong).not.toContain('unreadable')
          expect(todo, wrong).not.toContain('compare it with')
        }
      }),
    )
  })

  it('is loaded whole, with norms and codes, on an installation that is no demo', async () => {
    const said = await day.run(['covenant', REGION])
    expect(said).toMatch(/Loaded: .*'zuidoost-drenthe'.*21 parties/)
    expect(said).toContain('4 of its organisations are marked as fictional')
    const now = await day.written()
    expect(now).toMatchObject({ covenant: 1, organisation: 22, invitation: 0 })
    expect(Number(now?.norm) > 20 && Number(now?.code) > 1000).toBe(true)
    expect(await day.kernel('SELECT demo FROM installation')).toEqual([{ demo: false }])
  })

  it('is not loaded twice, nor against what another covenant says', async () => {
    const before = await day.written()
    expect(await day.refused(['covenant', REGION])).toContain('already here; nothing was changed')
    const other = day.region('other.json', (region) => {
      Object.assign(region, { key: 'other' })
      Object.assign(region.organisations?.[1] ?? {}, { name: 'Coevorden' })
      Object.assign(region.organisations?.[6] ?? {}, { kind: 'welzijn' })
    })
    const told = await day.refused(['covenant', other])
    for (const place of ['prefix', 'organisations[1]', 'organisations[6]'])
      expect(told).toContain(`\n  ${place}: `)
    expect(await day.written()).toEqual(before)
  })
})

describe('two people at once', () => {
  it('load a covenant once', async () => {
    const done = await Promise.allSettled([SECOND, SECOND].map((path) => day.run(['covenant', path])))
    expect(done.map((d) => d.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(String(done.find((d) => d.status === 'rejected')?.reason)).toContain("'flevoland' is already here")
    expect(await day.written()).toMatchObject({ covenant: 2 })
  })
})

describe('the first administrator', () => {
  it('gets a link that works once, then signs in by password; an older link is dead', async () => {
    const first = tokenIn(await day.run([...ADMIN, ...HERE]))
    const [kept] = await day.kernel<{ hash: string; days: number }>(
      'SELECT token_hash AS hash, round(extract(epoch FROM expires_at - now()) / 86400)::int AS days FROM invitation',
    )
    expect(kept).toEqual({ hash: createHash('sha256').update(first).digest('hex'), days: 7 })
    const second = tokenIn(await day.run([...ADMIN, ...HERE, '--days', '2']))
    expect(await invitedName(first)).toBeNull()
    expect(await acceptInvitation(first, PASSWORD)).toBeNull()
    expect(await invitedName(second)).toBe('Ans Bos')
    const account = await acceptInvitation(second, PASSWORD)
    expect(account).toBeTruthy()
    expect(await acceptInvitation(second, 'another password, just as long')).toBeNull()
    expect(await accountByPassword('ans.bos@emmen.example', PASSWORD)).toBe(account)
    expect(await day.kernel('SELECT role FROM membership WHERE account_id = $1', [account])).toEqual([
      { role: 'organisationAdmin' },
    ])
  })

  it('is refused with every option that is missing or not right', async () => {
    const before = await day.written()
    const told = await day.refused(['admin', '--email', 'nobody', '--organisation', 'thuistafel'])
    for (const option of ['name', 'email', 'organisation', 'covenant'])
      expect(told).toContain(`\n  --${option}: `)
    const client = [...ADMIN.slice(0, -1), 'clientenraad-samen-verder', ...HERE]
    expect(await day.refused(client)).toContain("--organisation: 'organisationAdmin' is not a role for")
    expect(await day.refused([...ADMIN.with(2, 'Ans Smit'), ...HERE])).toContain('known as "Ans Bos"')
    expect(await day.refused([...ADMIN, ...HERE, '--days', '0'])).toContain('from 1 to 30')
    expect(await day.refused([...ADMIN, ...HERE, 'Bos'])).toContain('"Bos" belongs to no option')
    expect(await day.refused([...ADMIN, ...HERE], { BASE_URL: undefined })).toContain('BASE_URL is not set')
    expect(await day.refused([...ADMIN, ...HERE], { BASE_URL: 'emmen.example' })).toContain(
      'BASE_URL is not the',
    )
    expect(await day.written()).toEqual(before)
  })
})
