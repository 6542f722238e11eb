import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { connect, database } from '@/server/db/client'
import { acceptInvitation, accountByPassword, invitedName } from '@/server/sign-in'
import { ask, letIn } from '../../prisma/first-day/prepare'
import { asKernel } from '../../prisma/load-covenant'
import { setup } from '../../tools/setup'
import { testDatabase } from '../support/database'

const PASSWORD = 'a password of more than fifteen characters'
const BASE = 'https://thuistafel.example.nl'
const REGION = new URL('../../prisma/data/covenants/zuidoost-drenthe.json', import.meta.url)
const SECOND = new URL('../../prisma/data/covenants/flevoland.json', import.meta.url)
const TABLES = [
  'covenant',
  'organisation',
  'covenant_party',
  'norm',
  'code',
  'account',
  'membership',
  'invitation',
]

const folder = mkdtempSync(join(tmpdir(), 'first-day-'))
let db: Awaited<ReturnType<typeof testDatabase>>
let client: ReturnType<typeof connect>
beforeAll(async () => {
  db = await testDatabase()
  client = connect(db.appUrl, 2)
  database.use(client)
})
afterAll(async () => {
  await client.$disconnect()
  await db.close()
  rmSync(folder, { recursive: true })
})

/** Runs one command; the lines it printed. */
async function run(args: string[], changes: Record<string, string | undefined> = {}): Promise<string> {
  const said: string[] = []
  const env = { DATABASE_OWNER_URL: db.ownerUrl, DATABASE_URL: db.appUrl, BASE_URL: `${BASE}/`, ...changes }
  await setup({ args, env, say: (line) => said.push(line) })
  return said.join('\n')
}

/** Runs a command that must be refused: what is wrong and what to do. */
const refused = (args: string[], changes?: Record<string, string | undefined>): Promise<string> =>
  run(args, changes).then(
    (said) => expect.fail(`this was not refused: ${args.join(' ')}\n${said}`),
    (error: Error & { whatToDo?: string }) => {
      expect(error.whatToDo, error.stack).toBeTruthy()
      return `${error.message}\n${error.whatToDo}`
    },
  )

const kernel = async <T extends Record<string, unknown>>(sql: string, values: unknown[] = []): Promise<T[]> =>
  asKernel(db.ownerUrl, async (owner) => (await owner.query<T>(sql, values)).rows)

/** How many rows there are of everything that a first day writes. */
const written = async () =>
  (await kernel(`SELECT ${TABLES.map((t) => `(SELECT count(*)::int FROM ${t}) AS ${t}`).join()}`))[0]

const file = (name: string, content: string | Buffer) => {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}
type Loose = Record<string, unknown>
const covenantWith = (name: string, change: (region: Loose & Record<string, Loose[]>) => void) => {
  const region = JSON.parse(readFileSync(REGION, 'utf8'))
  change(region)
  return file(name, JSON.stringify(region))
}
const csv = (name: string, ...lines: string[]) =>
  file(name, ['name;email;organisation;covenant;role', ...lines].join('\r\n'))
const tokenIn = (text: string) => new RegExp(`${BASE}/login/invitation/([\\w-]{43})\\b`).exec(text)?.[1] ?? ''

const ADMIN = ['admin', '--name', 'Ans Bos', '--email', 'Ans.Bos@emmen.example', '--organisation', 'emmen']
const HERE = ['--covenant', 'zuidoost-drenthe']

describe('a covenant', () => {
  it('needs the addresses of the database, and an existing file of JSON in UTF-8', async () => {
    expect(await refused(['covenant', REGION.pathname], { DATABASE_URL: undefined })).toContain(
      'DATABASE_URL is not',
    )
    expect(await refused(['covenant'])).toContain('my-region.json')
    expect(await refused(['covenant', join(folder, 'none.json')])).toContain('is not there')
    expect(await refused(['covenant', folder])).toContain('is a folder')
    expect(await refused(['covenant', file('half.json', '{ "key": ')])).toContain('half.json is not JSON')
    expect(await refused(['covenant', file('latin.json', Buffer.from('"\xeb"', 'latin1'))])).toContain(
      'UTF-8',
    )
    expect(await refused(['convenant'])).toContain('npm run setup -- covenant FILE.json')
    expect(await refused(['covenant', '--force'])).toContain('npm run setup -- covenant FILE.json')
  })

  it('with ten mistakes is refused with a line for each: place, what is wrong, what to do', async () => {
    const path = covenantWith('ten.json', (region) => {
      const { organisations = [], parties = [], mandates = [], version } = region
      Object.assign(region, { prefix: 'Zod1', tafelHost: 'domesta', colour: 'blue' })
      Object.assign(organisations[4] ?? {}, { kind: 'woningcorporatie' })
      Object.assign(organisations[6] ?? {}, { key: 'cosis', name: '' })
      Object.assign(parties[8] ?? {}, { organisation: 'verslavingszorg' })
      Object.assign(parties[9] ?? {}, { from: '2021-02-30' })
      Object.assign(parties[10] ?? {}, { until: '2020-12-31' })
      Object.assign(mandates[0] ?? {}, { to: 'emmen' })
      Object.assign((version as unknown as { rules: Loose }).rules, { switchedOff: ['dance'], smallCell: 0 })
    })
    const before = await written()
    const lines = (await refused(['covenant', path])).split('\n').filter((line) => line.startsWith('  '))
    const places = [
      'prefix',
      'file',
      'tafelHost',
      'organisations[4].kind',
      'organisations[6].name',
      'parties[9].from',
    ]
    const more = [
      'parties[8].organisation',
      'parties[10].until',
      'mandates[0]',
      'version.rules.switchedOff[0]',
    ]
    for (const place of [...places, ...more, 'version.rules.smallCell'])
      expect(
        lines.filter((line) => line.startsWith(`  ${place}: `)),
        place,
      ).toHaveLength(1)
    // The organisation whose party was misspelled is without one.
    expect(lines.filter((line) => line.startsWith('  organisations[8]: '))).toHaveLength(1)
    expect(lines).toHaveLength(12)
    for (const line of lines) expect(line).toMatch(/^ {2}[\w.[\]]+: .+; [^;]+$/)
    expect(lines.join()).not.toMatch(/unreadable|prisma\/data/)
    expect(await written()).toEqual(before)
  })

  it('is loaded whole, with norms and codes, on an installation that is no demo', async () => {
    const said = await run(['covenant', REGION.pathname])
    expect(said).toMatch(/Loaded: .*'zuidoost-drenthe'.*21 parties/)
    expect(said).toContain('4 of its organisations are marked as fictional')
    const now = await written()
    expect(now).toMatchObject({ covenant: 1, organisation: 22, invitation: 0 })
    expect(Number(now?.norm) > 20 && Number(now?.code) > 1000).toBe(true)
    expect(await kernel('SELECT demo FROM installation')).toEqual([{ demo: false }])
  })

  it('is not loaded twice, nor against what another covenant says', async () => {
    const before = await written()
    expect(await refused(['covenant', REGION.pathname])).toContain('already here; nothing was changed')
    const other = covenantWith('other.json', (region) => {
      Object.assign(region, { key: 'other' })
      Object.assign(region.organisations?.[1] ?? {}, { name: 'Coevorden' })
      Object.assign(region.organisations?.[3] ?? {}, { kind: 'zorgaanbieder' })
    })
    const told = await refused(['covenant', other])
    for (const place of ['prefix', 'organisations[1]', 'organisations[3]'])
      expect(told).toContain(`\n  ${place}: `)
    expect(await written()).toEqual(before)
  })
})

describe('the first administrator', () => {
  it('gets a link that works once, then signs in by password; an older link is dead', async () => {
    const first = tokenIn(await run([...ADMIN, ...HERE]))
    const [kept] = await kernel<{ hash: string; days: number }>(
      'SELECT token_hash AS hash, round(extract(epoch FROM expires_at - now()) / 86400)::int AS days FROM invitation',
    )
    expect(kept?.hash).not.toContain(first)
    expect(kept?.days).toBe(7)
    const second = tokenIn(await run([...ADMIN, ...HERE, '--days', '2']))
    expect(await invitedName(first)).toBeNull()
    expect(await acceptInvitation(first, PASSWORD)).toBeNull()
    expect(await invitedName(second)).toBe('Ans Bos')
    const account = await acceptInvitation(second, PASSWORD)
    expect(account).toBeTruthy()
    expect(await acceptInvitation(second, 'another password, just as long')).toBeNull()
    expect(await accountByPassword('ans.bos@emmen.example', PASSWORD)).toBe(account)
    expect(await kernel('SELECT role FROM membership WHERE account_id = $1', [account])).toEqual([
      { role: 'organisationAdmin' },
    ])
  })

  it('is refused with every option that is missing or not right', async () => {
    const before = await written()
    const told = await refused(['admin', '--email', 'nobody', '--organisation', 'thuistafel'])
    for (const option of ['name', 'email', 'organisation', 'covenant'])
      expect(told).toContain(`\n  --${option}: `)
    const client = [...ADMIN.slice(0, -1), 'clientenraad-samen-verder', ...HERE]
    expect(await refused(client)).toContain("--organisation: 'organisationAdmin' is not a role for")
    expect(await refused([...ADMIN.with(2, 'Ans Smit'), ...HERE])).toContain('known as "Ans Bos"')
    expect(await refused([...ADMIN, ...HERE, '--days', '0'])).toContain('from 1 to 30')
    expect(await refused([...ADMIN, ...HERE, 'Bos'])).toContain('"Bos" belongs to no option')
    expect(await refused([...ADMIN, ...HERE], { BASE_URL: undefined })).toContain('BASE_URL is not set')
    expect(await refused([...ADMIN, ...HERE], { BASE_URL: 'emmen.example' })).toContain('BASE_URL is not the')
    expect(await written()).toEqual(before)
  })
})

describe('people from a file', () => {
  it('are refused with the line of each mistake, and then nobody is invited', async () => {
    await run(['covenant', SECOND.pathname])
    const before = await written()
    const path = csv(
      'wrong.csv',
      'Bo Vos;bo@cosis.example;cosys;zuidoost-drenthe;mentor',
      'Bo Vos;bo@cosis.example;cosis;zuidoost;mentor',
      '',
      'Mo Prins;mo@cosis;cosis;zuidoost-drenthe;mentor',
      'Jo Smit;jo@domesta.example;domesta;zuidoost-drenthe;mentor',
      'Lu Kok;lu@domesta.example;domesta;flevoland;officer',
      'Di Mol;di@cosis.example;cosis;zuidoost-drenthe;director',
      '=1+1;ed@cosis.example;cosis;zuidoost-drenthe;mentor',
      'Di Mol;DI@cosis.example;cosis;zuidoost-drenthe;director',
      'Bob Vos;bo@cosis.example;cosis;zuidoost-drenthe;mentor',
      'It Self;it@thuistafel.example;thuistafel;zuidoost-drenthe;matching',
      'It Self;systeem@thuistafel.invalid;emmen;zuidoost-drenthe;regisseur',
    )
    const told = await refused(['invite', path])
    const places = [
      '2, organisation',
      '3, covenant',
      '5, email',
      '6, role',
      '7, organisation',
      '8, role',
      '9, name',
    ]
    const more = ['10', '10, role', '11, name', '12, organisation', '12, role', '13, email']
    for (const place of [...places, ...more]) expect(told, place).toContain(`\n  line ${place}: `)
    expect(told).toContain("'mentor' is not a role for a person at a corporatie")
    expect(told).toContain("'domesta' is not a party of 'flevoland'")
    expect(told.match(/\n {2}line/g)).toHaveLength(places.length + more.length)
    expect(told).not.toContain('@')
    expect(await written()).toEqual(before)
    expect(() => statSync(join(folder, 'wrong-links.csv'))).toThrow()
  })

  it('are refused when the file is not such a file', async () => {
    const nobody = csv('nobody.csv')
    expect(await refused(['invite', nobody])).toContain('no people')
    expect(await refused(['invite', file('empty.csv', '')])).toContain('missing: name, email')
    expect(await refused(['invite', file('strange.csv', 'name,mail,role')])).toContain(
      "not known, or named twice: 'mail'",
    )
    expect(await refused(['invite', csv('quote.csv', '"Bo;b@c.nl;cosis;zuidoost-drenthe;mentor')])).toContain(
      'line 2',
    )
    expect(await refused(['invite', csv('short.csv', 'Bo;b@c.nl;cosis')])).toContain('line 2: has 3 cells')
    const bo = csv('bo.csv', 'Bo;b@c.nl;cosis;zuidoost-drenthe;mentor')
    expect(await refused(['invite', bo, '--out', nobody])).toContain('is there already')
    expect(await kernel("SELECT 1 FROM account WHERE name = 'Bo'")).toEqual([])
  })

  it('get one link each in a file that only its owner may read; commas do as well', async () => {
    const rows = [
      '\uFEFFEmail,Name,role,organisation,covenant',
      'Bo@cosis.example,"Vos, Bo 🏠",mentor,cosis,zuidoost-drenthe',
      'bo@cosis.example,"Vos, Bo 🏠",zorgLead,cosis,zuidoost-drenthe',
      'ans.bos@emmen.example,Ans Bos,regisseur,emmen,zuidoost-drenthe',
      ',,,,',
    ]
    const said = await run(['invite', file('team.csv', rows.join('\n')), '--days', '14'])
    expect(said).toMatch(/^2 people are in, with 3 memberships\.\n1 one-time links, for 14 days/)
    expect(said).toContain('1 have a password already')
    expect(said).not.toContain('@')
    const out = join(folder, 'team-links.csv')
    expect(statSync(out).mode & 0o777).toBe(0o600)
    const token = tokenIn(readFileSync(out, 'utf8'))
    expect(readFileSync(out, 'utf8').split('\r\n')[1]).toMatch(/^"Vos, Bo 🏠";"bo@cosis\.example";"https:/)
    const account = await acceptInvitation(token, PASSWORD)
    expect(await accountByPassword('bo@cosis.example', PASSWORD)).toBe(account)
    expect(await invitedName(token)).toBeNull()
    // Who forgot a password gets a link only when that is asked for.
    expect(await run(['invite', join(folder, 'team.csv'), '--out', join(folder, 'two.csv')])).not.toContain(
      'two.csv',
    )
    expect(() => statSync(join(folder, 'two.csv'))).toThrow()
    await run(['invite', join(folder, 'team.csv'), '--out', join(folder, 'two.csv'), '--renew'])
    expect(readFileSync(join(folder, 'two.csv'), 'utf8').trimEnd().split('\r\n')).toHaveLength(3)
  })
})

describe('the database', () => {
  /** An address of the same server. */
  const at = (url: string, name: string, user?: string, password = '') => {
    const u = new URL(url)
    u.pathname = `/${name}`
    if (user) Object.assign(u, { username: user, password })
    return u.toString()
  }

  it('tells its state without changing it', async () => {
    const said = await run([])
    expect(said).toContain('npm run setup -- invite PEOPLE.csv')
    expect(said).toMatch(
      /up to date\n.*flevoland, zuidoost-drenthe\n.* 2, of whom 2 have .*\n.* 2 can be used$/,
    )
    expect(await run([], { DATABASE_OWNER_URL: at(db.ownerUrl, 'no_such') })).toContain('not there yet')
    expect(await run(['--help'], { DATABASE_OWNER_URL: undefined })).toContain('PEOPLE.csv')
    expect(await refused([], { DATABASE_OWNER_URL: undefined })).toContain('DATABASE_OWNER_URL is not set')
  })

  it('is made from nothing, and must be one', async () => {
    const name = `thuistafel_fresh_${process.pid}`
    const urls = { DATABASE_OWNER_URL: at(db.ownerUrl, name), DATABASE_URL: at(db.appUrl, name) }
    try {
      expect(await refused(['covenant', REGION.pathname], { DATABASE_URL: urls.DATABASE_URL })).toContain(
        'two different',
      )
      expect(await run(['covenant', REGION.pathname], urls)).toMatch(
        /tables and the rights were made[^]*Loaded: /,
      )
      const two = { ...urls, DATABASE_URL: db.appUrl }
      expect(await refused([...ADMIN, ...HERE], two)).toContain('two different databases')
      const above = { ...urls, DATABASE_URL: urls.DATABASE_OWNER_URL }
      expect(await refused([...ADMIN, ...HERE], above)).toContain(
        'for whom the rights of the database do not count',
      )
    } finally {
      await ask(db.ownerUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
    }
  })

  it('lets the role of the application in, or says by which SQL', async () => {
    const role = `first_day_app_${process.pid}`
    const owner = `first_day_owner_${process.pid}`
    const name = new URL(db.ownerUrl).pathname.slice(1)
    const appUrl = at(db.appUrl, name, role, 'p%40ss')
    await ask(db.ownerUrl, `CREATE ROLE ${role}; CREATE ROLE ${owner} LOGIN PASSWORD 'owner'`)
    try {
      const poor = { ownerUrl: at(db.ownerUrl, name, owner, 'owner'), appUrl }
      const sql = `ALTER ROLE "${role}" LOGIN PASSWORD '…';`
      await expect(letIn(poor, role)).rejects.toHaveProperty('whatToDo', expect.stringContaining(sql))
      const bare = { ownerUrl: db.ownerUrl, appUrl: at(db.appUrl, name, role) }
      await expect(letIn(bare, role)).rejects.toThrow('has no password')
      await expect(letIn(bare)).rejects.toThrow('DATABASE_URL cannot sign in')
      await letIn({ ownerUrl: db.ownerUrl, appUrl }, role)
      expect(await ask(appUrl, 'SELECT current_user AS me')).toEqual([{ me: role }])
    } finally {
      await ask(db.ownerUrl, `DROP ROLE ${role}; DROP ROLE ${owner}`)
    }
  })

  it('shows nobody of a demo, and a demo is never made a real region', async () => {
    const [made] = await kernel<{ id: string }>(
      "INSERT INTO account (name, email, fictional) VALUES ('Fee', 'fee@voorbeeld.example', true) RETURNING id",
    )
    await kernel(
      `INSERT INTO membership (account_id, organisation_id, covenant_id, role, valid_from)
       SELECT $1, o.id, c.id, 'mentor', current_date FROM organisation o, covenant c WHERE o.key = 'cosis' AND c.key = 'flevoland'`,
      [made?.id],
    )
    const asked = async (demo: string) => {
      vi.resetModules()
      vi.stubEnv('DEMO', demo)
      const fresh = await import('@/server/sign-in')
      ;(await import('@/server/db/client')).database.use(client)
      const { GET } = await import('@/app/api/demo/people/route')
      const answer = await GET().then(
        (r) => r.status,
        (error: { digest?: string }) => error.digest,
      )
      return [(await fresh.demoPeople()).length, await fresh.demoAccount(made?.id ?? ''), answer]
    }
    const nobody = [0, null, 'NEXT_HTTP_ERROR_FALLBACK;404']
    expect(await asked('0')).toEqual(nobody)
    expect(await asked('1')).toEqual(nobody)
    // Made-up people alone, without a mark, are a demo that was cut off.
    expect(await refused([...ADMIN, ...HERE])).toContain('holds a demo')
    await kernel('UPDATE installation SET demo = true')
    expect(await asked('0')).toEqual(nobody)
    expect(await asked('1')).toEqual([1, made?.id, 200])
    expect(await refused(['covenant', REGION.pathname])).toContain('holds a demo')
    expect(await run([])).toContain('setup does not touch it')
    vi.unstubAllEnvs()
  })
})
