// A mail on its way: what a mail server, a crash or a missing one does to it.
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { postOf } from '@/server/notices/post'
import { noticesState } from '@/server/notices/state'
import { type Cast, castOf, register } from '../support/main-job'
import { addressOf, BASE, FROM, openOffice, type TestOffice } from '../support/office'
import { type Region, region } from '../support/region'

let r: Region
let cast: Cast
let office: TestOffice
beforeAll(async () => {
  r = await region()
  cast = await castOf(r)
  office = await openOffice(r)
})
afterAll(async () => {
  await office.close()
  await r.close()
})
/** One piece of news, for the regisseur. */
beforeEach(async () => {
  await office.clear()
  await register(r, cast)
})

const rows = () =>
  r.kernel<{ attempts: number; failure: string | null; sent: boolean; given_up: boolean }>(
    'SELECT attempts, failure, sent_at IS NOT NULL AS sent, given_up_at IS NOT NULL AS given_up FROM mail',
  )
const ids = () => office.letters().map((letter) => letter.header('Message-ID'))

describe('a mail', () => {
  it('goes from our address to its person, once, and asks for no answer', async () => {
    expect(await office.round()).toBe(1)
    expect(await office.round()).toBe(0)
    const [letter] = office.letters()
    expect(letter?.to).toBe(addressOf(cast.regisseur))
    expect(letter?.header('From')).toBe(FROM)
    expect(letter?.header('To')).toBe(addressOf(cast.regisseur))
    expect(letter?.header('Message-ID')).toMatch(/^<[0-9a-f-]{36}@thuistafel\.example\.nl>$/)
    expect(letter?.header('Auto-Submitted')).toBe('auto-generated')
    expect(letter?.header('Content-Type')).toContain('text/plain')
    expect(await rows()).toEqual([{ attempts: 1, failure: null, sent: true, given_up: false }])
  })

  it('that the server does not take for now comes back later, and then is not sent again', async () => {
    office.mail.refuse((line) => (line.startsWith('RCPT') ? '451 4.3.0 busy' : undefined))
    expect(await office.round()).toBe(0)
    expect(await rows()).toEqual([{ attempts: 1, failure: 'Error EENVELOPE', sent: false, given_up: false }])
    office.mail.refuse(() => undefined)
    expect(await office.round()).toBe(0)
    await office.pass('5 minutes')
    expect(await office.round()).toBe(1)
    expect(await rows()).toEqual([{ attempts: 2, failure: null, sent: true, given_up: false }])
    await office.pass('5 hours')
    expect(await office.round()).toBe(0)
  })

  it('waits longer after each failure, and after three days is given up', async () => {
    office.mail.refuse(() => '421 4.3.2 closing')
    const waits: number[] = []
    for (let i = 0; i < 8; i++) {
      await office.round()
      const [mail] = await r.kernel<{ minutes: number }>(
        'SELECT round(extract(epoch FROM next_at - now()) / 60)::int AS minutes FROM mail',
      )
      waits.push(mail?.minutes ?? 0)
      await office.pass(`${mail?.minutes ?? 0} minutes`)
    }
    expect(waits).toEqual([5, 10, 20, 40, 80, 160, 240, 240])
    await office.pass('3 days')
    const asked = office.mail.lines.length
    expect(await office.round()).toBe(0)
    expect(office.mail.lines).toHaveLength(asked)
    expect(await rows()).toMatchObject([{ sent: false, given_up: true }])
    expect(await noticesState(office.client)).toEqual({ status: 'givenUp', late: 0, givenUp: 1 })
  })

  it('to a mailbox that does not exist is given up at once', async () => {
    office.mail.refuse((line) => (line.startsWith('RCPT') ? '550 5.1.1 no such mailbox' : undefined))
    await office.round()
    expect(await rows()).toMatchObject([{ attempts: 1, given_up: true }])
  })

  it('that was taken while we could not hear it is sent again under the same name, with the same words', async () => {
    office.mail.refuse((line) => (line === '.' ? '' : undefined))
    expect(await office.round()).toBe(0)
    office.mail.refuse(() => undefined)
    // Newer news is another mail: this one stays what it was.
    await register(r, cast)
    await office.pass('5 minutes')
    expect(await office.round()).toBe(2)
    const [first, ...others] = ids()
    expect(others.filter((id) => id === first)).toHaveLength(1)
    const texts = office.letters().filter((one) => one.header('Message-ID') === first)
    expect(new Set(texts.map((one) => one.text)).size).toBe(1)
  })

  it('of a worker that was killed while it sent comes back as the same mail', async () => {
    await office.client.$queryRaw`SELECT * FROM app.claim_mail('{}', interval '0')`
    expect(await office.round()).toBe(0)
    await office.pass('5 minutes')
    expect(await office.round()).toBe(1)
    expect(await rows()).toMatchObject([{ attempts: 2, sent: true }])
  })

  it('stays where it is when the worker is asked to stop, and goes with the next', async () => {
    const { deliver } = await import('@/server/notices/deliver')
    const { client, post } = office
    expect(await deliver({ client, post, base: BASE, wait: 0, stopping: () => true })).toBe(0)
    expect(office.mail.received).toEqual([])
    await office.pass('5 minutes')
    expect(await office.round()).toBe(1)
  })
})

describe('the way to the mail server', () => {
  it('carries no letter and no password when it is not sealed', async () => {
    const post = postOf({ BASE_URL: BASE, SMTP_URL: office.mail.sealedUrl, MAIL_FROM: FROM })
    const letter = { subject: 'x', text: 'y' }
    await expect(post?.send({ id: 'a', address: 'b@voorbeeld.example' }, letter)).rejects.toThrow(
      /STARTTLS|TLS/,
    )
    expect(office.mail.lines.filter((line) => /^(AUTH|MAIL|DATA)/i.test(line))).toEqual([])
  })

  it('is none when no setting names one', () => {
    expect(postOf({ BASE_URL: BASE })).toBeNull()
  })
})

describe('the state of the notices', () => {
  it('says when no worker is there, when something is late, and else that all is well', async () => {
    await office.round()
    expect(await noticesState(office.client)).toEqual({ status: 'ok', late: 0, givenUp: 0 })
    await r.kernel(`UPDATE worker SET seen_at = now() - interval '11 minutes'`)
    expect(await noticesState(office.client)).toMatchObject({ status: 'silent' })
    await r.kernel('UPDATE worker SET seen_at = now()')
    await register(r, cast)
    await office.pass('2 hours')
    expect(await noticesState(office.client)).toEqual({ status: 'late', late: 1, givenUp: 0 })
  })

  it('is told at an address that says nothing else', async () => {
    const { GET } = await import('@/app/api/health/notices/route')
    await office.round()
    const good = await GET()
    expect([good.status, await good.json()]).toEqual([200, { status: 'ok', late: 0, givenUp: 0 }])
    await r.kernel('DELETE FROM worker')
    expect((await GET()).status).toBe(503)
  })
})

describe('the settings of the worker', () => {
  it('ask for a sender beside a mail server, and for no key of the website', async () => {
    vi.resetModules()
    vi.stubEnv('DATABASE_WORKER_URL', r.workerUrl)
    vi.stubEnv('SMTP_URL', office.mail.url)
    vi.stubEnv('NEXTAUTH_SECRET', '')
    vi.stubEnv('DATABASE_URL', '')
    const { workerEnv } = await import('@/server/env')
    expect(workerEnv).toThrow('MAIL_FROM')
    vi.stubEnv('MAIL_FROM', FROM)
    expect(workerEnv()).toMatchObject({ MAIL_WAIT: 15, BASE_URL: 'http://localhost:3000' })
    vi.unstubAllEnvs()
  })
})
