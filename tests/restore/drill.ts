// Saving on one server and putting back on the other, with the commands that a host uses.
import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import type { Actor } from '@/domain/case/actor'
import { asActor } from '@/server/db/as-actor'
import { connect, Prisma } from '@/server/db/client'
import type { Region } from '../support/region'

const TABLES = `SELECT relname AS name, string_agg(format('%I', attname), ', ' ORDER BY attnum) AS columns
  FROM pg_class k JOIN pg_attribute a ON a.attrelid = k.oid AND a.attnum > 0 AND NOT a.attisdropped
  WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND has_column_privilege('thuistafel_app', k.oid, a.attnum, 'SELECT') GROUP BY 1 ORDER BY 1`

type Table = { readonly name: string; readonly columns: string }

/** A fingerprint of every row of every table that each of these people sees. */
export async function sightsOf(people: readonly Actor[]) {
  const sights: Record<string, Record<string, string>> = {}
  for (const person of people)
    sights[person.name] = await asActor(person, async (tx) => {
      const seen: Record<string, string> = {}
      for (const { name, columns } of await tx.$queryRaw<Table[]>(Prisma.raw(TABLES))) {
        const [row] = await tx.$queryRaw<{ n: number; mark: string }[]>(
          Prisma.sql`SELECT count(*)::int AS n, md5(coalesce(string_agg(t::text, '|' ORDER BY t::text COLLATE "C"), '')) AS mark FROM (SELECT ${Prisma.raw(columns)} FROM ${Prisma.raw(name)}) t`,
        )
        seen[name] = `${row?.n} ${row?.mark}`
      }
      return seen
    })
  return sights
}

async function ask<T extends pg.QueryResultRow>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<T>(sql)).rows
  } finally {
    await client.end()
  }
}

/** All that decides who may do what, in text and in order. */
export const catalogueOf = (url: string) =>
  ask(
    url,
    `SELECT x COLLATE "C" AS x FROM (
       SELECT format('%s.%s %s %s %s %s', tablename, policyname, cmd, roles, qual, with_check) FROM pg_policies
       UNION ALL SELECT format('%s %s %s %s', relname, relrowsecurity, relforcerowsecurity, (SELECT string_agg(a::text, ',' ORDER BY a::text COLLATE "C") FROM unnest(relacl) a WHERE a::text LIKE 'thuistafel%'))
         FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'S')
       UNION ALL SELECT format('%s %s %s %s %s', p.oid::regprocedure, proowner::regrole, prosecdef, proconfig, (SELECT string_agg(a::text, ',' ORDER BY a::text COLLATE "C") FROM unnest(proacl) a))
         FROM pg_proc p WHERE pronamespace = 'app'::regnamespace
       UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
       UNION ALL SELECT format('%s %s', conname, pg_get_constraintdef(oid)) FROM pg_constraint WHERE connamespace = 'public'::regnamespace
     ) all_of_it(x) ORDER BY 1`,
  )

const named = (url: string, database: string, user?: string) => {
  const u = new URL(url)
  u.pathname = `/${database}`
  if (user) u.username = user
  return u.toString()
}

/** Runs a command of ours; what it said. */
const run = (tool: string, args: readonly string[], url: string, files = process.env.FILES_FOLDER) =>
  new Promise<string>((done) => {
    const env = { ...process.env, DATABASE_ADMIN_URL: url, INIT_CWD: '', FILES_FOLDER: files }
    execFile(process.execPath, [`tools/${tool}.mjs`, ...args], { env }, (_, out, errors) =>
      done(`${out}${errors}`),
    )
  })

/** The application, let in by whoever keeps the new server. */
async function asApp(newUrl: string) {
  await ask(newUrl, 'ALTER ROLE thuistafel_app LOGIN')
  return connect(named(newUrl, 'thuistafel', 'thuistafel_app'), 4)
}

export async function openDrill(r: Region) {
  const folder = mkdtempSync(join(tmpdir(), 'thuistafel-backup-'))
  const server = inject('newServer')
  const newUrl = named(server, 'thuistafel')
  let dump = ''
  let client: ReturnType<typeof connect> | undefined

  const backup = async (url: string = r.ownerUrl) => {
    const said = await run('backup', [folder], url)
    dump = join(folder, readdirSync(folder).find((f) => f.endsWith('.dump')) ?? '')
    console.info(said.trim())
    return said
  }
  const newFiles = mkdtempSync(join(tmpdir(), 'thuistafel-new-files-'))
  const restore = async (name = 'thuistafel', files = join(newFiles, 'none')) => {
    const said = await run('restore', [dump], named(server, name), files)
    console.info(said.trim())
    return said
  }
  return {
    folder,
    newUrl,
    newFiles,
    backup,
    restore,
    get dump() {
      return dump
    },
    /** The application on the new server. */
    client: async () => {
      client ??= await asApp(newUrl)
      return client
    },
    ask: <T extends pg.QueryResultRow>(sql: string) => ask<T>(newUrl, sql),
    close: async () => {
      await client?.$disconnect()
      for (const one of [folder, newFiles]) rmSync(one, { recursive: true, force: true })
    },
  }
}

export type Drill = Awaited<ReturnType<typeof openDrill>>
