// One world with its own database and its own website, and the people of the demo who visit it.
import type { ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import pg from 'pg'
import type { Actor } from '@/domain/case/actor'
import { asKernel } from '../../prisma/load-covenant'
import { syncGrants } from '../../prisma/sync-grants'
import { start, stopChild } from '../children.mjs'
import { openDatabase } from '../database.mjs'
import { running } from '../embedded-pg.mjs'
import { fillWorld } from '../fill-world.mjs'
import { keptSecret } from '../secret.mjs'
import { type Ran, ranSoFar } from './processor'
import { Visitor } from './visitor'

const NEXT = 'node_modules/next/dist/bin/next'

type Say = (line: string) => void
export type Site = {
  readonly cases: number
  readonly base: string
  readonly ownerUrl: string
  readonly appUrl: string
  readonly sees: (role: string) => Visitor
  /** The same person once more, over a connection of their own. */
  readonly another: (role: string) => Promise<Visitor>
  readonly actor: (role: string) => Actor
  /** What its website and its database ran so far; nothing of a database that is not ours. */
  readonly ran: () => { readonly website: Ran; readonly database: Ran }
  /** One more website on the same database; who is signed in at one is signed in at the other. */
  readonly beside: (port: number) => Promise<{ readonly base: string; readonly stop: () => Promise<void> }>
  readonly close: () => Promise<void>
}

/** For each role a person, if possible with one membership only, whose organisation lets a home now and has the most open tasks. */
const PEOPLE = `SELECT DISTINCT ON (m.role) m.role, m.id AS "membershipId", a.id AS "accountId", a.name, o.id AS "organisationId", o.name AS "organisationName", o.kind AS "organisationKind", c.id AS "covenantId", c.name AS "covenantName"
  FROM membership m JOIN account a ON a.id = m.account_id JOIN covenant c ON c.id = m.covenant_id
  JOIN organisation o ON o.id = m.organisation_id
  LEFT JOIN (SELECT holder_id, role, count(*) AS n FROM turn GROUP BY 1, 2) t ON t.holder_id = m.organisation_id AND t.role = m.role
  WHERE c.key = 'zuidoost-drenthe' AND a.fictional AND m.ended_at IS NULL
  ORDER BY m.role, (SELECT count(*) FROM membership other WHERE other.account_id = a.id AND other.ended_at IS NULL) > 1,
    EXISTS (SELECT 1 FROM relation r WHERE r.holder_id = m.organisation_id AND r.subject_kind = 'dwelling' AND r.stage = 'available') DESC, t.n DESC NULLS LAST, a.email`

const countCases = (ownerUrl: string) =>
  asKernel(ownerUrl, async (client) => {
    const { rows } = await client.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM spine WHERE kind = 'case'`,
    )
    return rows[0]?.n ?? 0
  })

const folderOf = (cases: number) => `.data/bench-${cases}`

/** Made once and kept in .data: making it takes longer than measuring it. */
async function worldOf(cases: number, say: Say) {
  const data = folderOf(cases)
  if (!existsSync(data)) return fillWorld({ data, cases, fast: true, say })
  const opened = await openDatabase({ data, fast: true, log: say })
  const found = await countCases(opened.ownerUrl)
  // A world that was kept has the rights of the day on which it was made.
  await syncGrants(opened.ownerUrl)
  if (found >= cases) return opened
  await opened.stop()
  throw new Error(`${data} has ${found} cases: remove that folder, and it is made again`)
}

async function settled(ownerUrl: string) {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  // What Postgres would do by itself some minutes after loading, and in the middle of measuring.
  await client.query('VACUUM (ANALYZE)')
  await client.query('CHECKPOINT')
  await client.end()
}

async function ready(base: string) {
  for (let i = 0; i < 600; i++) {
    if (
      await fetch(`${base}/api/health/ready`).then(
        (r) => r.ok,
        () => false,
      )
    )
      return
    await new Promise((done) => setTimeout(done, 100))
  }
  throw new Error(`${base} does not answer`)
}

async function serve(appUrl: string, port: number, more: Readonly<Record<string, string>>) {
  const base = `http://localhost:${port}`
  const env = {
    ...process.env,
    DATABASE_URL: appUrl,
    BASE_URL: base,
    NEXTAUTH_URL: base,
    NEXTAUTH_SECRET: keptSecret(),
    NODE_ENV: 'production' as const,
    DEMO: '1',
    LOG_LEVEL: 'info',
    ...more,
  }
  // On a busy machine a visitor's turn can come later than Next keeps a connection by itself.
  const args = [NEXT, 'start', '-p', String(port), '--keepAliveTimeout', '300000']
  const web: ChildProcess = start(args, { env, stdio: ['ignore', 'ignore', 'inherit'] })
  await ready(base)
  return { base, pid: web.pid ?? 0, stop: async () => stopChild(web) }
}

const VISITORS = ['mentor', 'officer', 'regisseur', 'coordinator']

/** Opens the world of so many cases and signs everybody in; `more` goes into the environment of the website. */
export async function openSite(
  cases: number,
  port: number,
  say: Say,
  more: Readonly<Record<string, string>> = {},
): Promise<Site> {
  const world = await worldOf(cases, say)
  await settled(world.ownerUrl)
  const web = await serve(world.appUrl, port, more)
  const { rows } = await asKernel(world.ownerUrl, (client) => client.query<Actor>(PEOPLE))
  const actor = (role: string) => {
    const found = rows.find((person) => person.role === role)
    if (!found) throw new Error(`Nobody is a ${role}`)
    return found
  }
  const another = async (role: string) => {
    const visitor = new Visitor(web.base)
    const { accountId, membershipId } = actor(role)
    await visitor.signIn(accountId, membershipId)
    return visitor
  }
  const visitors = new Map<string, Visitor>()
  for (const role of VISITORS) visitors.set(role, await another(role))
  const close = async () => {
    for (const visitor of visitors.values()) visitor.close()
    await web.stop()
    await world.stop()
  }
  const sees = (role: string) => visitors.get(role) as Visitor
  const beside = (other: number) => serve(world.appUrl, other, more)
  const ran = () => ({
    website: ranSoFar(web.pid),
    database: ranSoFar(running(folderOf(cases))?.pid ?? 0),
  })
  return {
    cases,
    base: web.base,
    ownerUrl: world.ownerUrl,
    appUrl: world.appUrl,
    sees,
    another,
    actor,
    ran,
    beside,
    close,
  }
}
