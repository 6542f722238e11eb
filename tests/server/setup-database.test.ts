import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { ask, letIn } from '../../prisma/first-day/prepare'
import { ADMIN, type FirstDay, firstDay, HERE, REGION } from '../support/first-day'

let day: FirstDay
beforeAll(async () => {
  day = await firstDay()
  await day.run(['covenant', REGION])
  await day.run([...ADMIN, ...HERE])
})
afterAll(() => day.close())

/** An address of the same server. */
const at = (url: string, name: string, user?: string, password = '') => {
  const u = new URL(url)
  u.pathname = `/${name}`
  if (user) Object.assign(u, { username: user, password })
  return u.toString()
}

/** What the website shows of a demo, with this setting: how many people, one of them, and the answer of its address. */
async function demoOf(setting: string, account: string) {
  vi.resetModules()
  vi.stubEnv('DEMO', setting)
  const { demoAccount, demoPeople } = await import('@/server/sign-in')
  const { database } = await import('@/server/db/client')
  database.use(day.client)
  const { GET } = await import('@/app/api/demo/people/route')
  const answer = await GET().then(
    (r) => r.status,
    (error: { digest?: string }) => error.digest,
  )
  return [(await demoPeople()).length, await demoAccount(account), answer]
}

describe('the database', () => {
  it('tells its state without changing it', async () => {
    const said = await day.run([])
    expect(said).toContain('npm run setup -- invite PEOPLE.csv')
    expect(said).toMatch(/up to date\n.* zuidoost-drenthe\n.* 1, of whom 0 have .*\n.* 1 can be used$/)
    expect(await day.run([], { DATABASE_OWNER_URL: at(day.db.ownerUrl, 'no_such') })).toContain(
      'not there yet',
    )
    expect(await day.run(['--help'], { DATABASE_OWNER_URL: undefined })).toContain('PEOPLE.csv')
    expect(await day.refused([], { DATABASE_OWNER_URL: undefined })).toContain(
      'DATABASE_OWNER_URL is not set',
    )
  })

  it('is made from nothing, and must be one', async () => {
    const name = `thuistafel_fresh_${process.pid}`
    const urls = { DATABASE_OWNER_URL: at(day.db.ownerUrl, name), DATABASE_URL: at(day.db.appUrl, name) }
    try {
      expect(await day.refused(['covenant', REGION], { DATABASE_URL: urls.DATABASE_URL })).toContain(
        'two different',
      )
      expect(await day.run(['covenant', REGION], urls)).toMatch(/tables and the rights were made.*\nLoaded: /)
      const two = { ...urls, DATABASE_URL: day.db.appUrl }
      expect(await day.refused([...ADMIN, ...HERE], two)).toContain('two different databases')
      const above = { ...urls, DATABASE_URL: urls.DATABASE_OWNER_URL }
      expect(await day.refused([...ADMIN, ...HERE], above)).toContain(
        'for whom the rights of the database do not count',
      )
    } finally {
      await ask(day.db.ownerUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
    }
  })

  it('lets the role of the application in, or says by which SQL', async () => {
    const role = `first_day_app_${process.pid}`
    const owner = `first_day_owner_${process.pid}`
    const name = new URL(day.db.ownerUrl).pathname.slice(1)
    const appUrl = at(day.db.appUrl, name, role, 'p%40ss')
    await ask(day.db.ownerUrl, `CREATE ROLE ${role}; CREATE ROLE ${owner} LOGIN PASSWORD 'owner'`)
    try {
      const poor = { ownerUrl: at(day.db.ownerUrl, name, owner, 'owner'), appUrl }
      const sql = `ALTER ROLE "${role}" LOGIN PASSWORD '…';`
      await expect(letIn(poor, role)).rejects.toHaveProperty('whatToDo', expect.stringContaining(sql))
      const bare = { ownerUrl: day.db.ownerUrl, appUrl: at(day.db.appUrl, name, role) }
      await expect(letIn(bare, role)).rejects.toThrow('has no password')
      await expect(letIn(bare)).rejects.toThrow('DATABASE_URL cannot sign in')
      await letIn({ ownerUrl: day.db.ownerUrl, appUrl }, role)
      expect(await ask(appUrl, 'SELECT current_user AS me')).toEqual([{ me: role }])
    } finally {
      await ask(day.db.ownerUrl, `DROP ROLE ${role}; DROP ROLE ${owner}`)
    }
  })

  it('lets the worker in beside it, in the same database only', async () => {
    const { workerUrl } = day.db
    await ask(day.db.ownerUrl, 'ALTER ROLE thuistafel_worker NOLOGIN')
    const withPassword = at(workerUrl, new URL(workerUrl).pathname.slice(1), 'thuistafel_worker', 'p%40ss')
    expect(await day.run(['database'], { DATABASE_WORKER_URL: withPassword })).toBe(
      'The tables and the rights were up to date.',
    )
    expect(await ask(withPassword, 'SELECT current_user AS me')).toEqual([{ me: 'thuistafel_worker' }])
    const elsewhere = { DATABASE_WORKER_URL: at(workerUrl, 'postgres') }
    expect(await day.refused(['database'], elsewhere)).toContain('DATABASE_WORKER_URL and DATABASE_OWNER_URL')
  })

  it('shows nobody of a demo, and a demo is never made a real region', async () => {
    const [made] = await day.kernel<{ id: string }>(
      "INSERT INTO account (name, email, fictional) VALUES ('Fee', 'fee@voorbeeld.example', true) RETURNING id",
    )
    await day.kernel(
      `INSERT INTO membership (account_id, organisation_id, covenant_id, role, valid_from)
       SELECT $1, o.id, c.id, 'mentor', current_date FROM organisation o, covenant c WHERE o.key = 'cosis' AND c.key = 'zuidoost-drenthe'`,
      [made?.id],
    )
    const asked = (demo: string) => demoOf(demo, made?.id ?? '')
    const nobody = [0, null, 'NEXT_HTTP_ERROR_FALLBACK;404']
    expect(await asked('0')).toEqual(nobody)
    expect(await asked('1')).toEqual(nobody)
    // Made-up people alone, without a mark, are a demo that was cut off.
    expect(await day.refused([...ADMIN, ...HERE])).toContain('holds a demo')
    await day.kernel('UPDATE installation SET demo = true')
    expect(await asked('0')).toEqual(nobody)
    expect(await asked('1')).toEqual([1, made?.id, 200])
    expect(await day.refused(['covenant', REGION])).toContain('holds a demo')
    expect(await day.run([])).toContain('setup does not touch it')
    vi.unstubAllEnvs()
  })
})
