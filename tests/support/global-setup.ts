// One Postgres for the whole run, migrated once into a template that every test file clones.
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { letAppSignIn } from '../../tools/database.mjs'
import { startEmbedded } from '../../tools/embedded-pg.mjs'
import { migrateDeploy } from '../../tools/migrate.mjs'

declare module 'vitest' {
  interface ProvidedContext {
    adminUrl: string
    template: string
    templateAppUrl: string
  }
}

const GRANTS = new URL('../../prisma/sync-grants.ts', import.meta.url)

/** TEST_DATABASE_URL: a real server, as a role that may create databases and roles. Else an embedded one. */
async function server() {
  const given = process.env.TEST_DATABASE_URL
  if (given) return { adminUrl: given, trusted: false, stop: async () => {} }
  const dataDir = mkdtempSync(join(tmpdir(), 'thuistafel-test-'))
  const embedded = await startEmbedded({ dataDir, unsafeFast: true })
  const stop = async () => {
    await embedded.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
  return { adminUrl: embedded.url('postgres'), trusted: true, stop }
}

export default async function setup(project: TestProject) {
  const { adminUrl, trusted, stop } = await server()
  const template = `thuistafel_template_${process.pid}`
  const url = new URL(adminUrl)
  url.pathname = `/${template}`
  const ownerUrl = url.toString()
  await migrateDeploy(ownerUrl)
  if (existsSync(GRANTS)) {
    const { syncGrants } = await import(GRANTS.href)
    await syncGrants(ownerUrl)
  }
  project.provide('adminUrl', adminUrl)
  project.provide('template', template)
  project.provide('templateAppUrl', await letAppSignIn(ownerUrl, { trusted }))
  return async () => {
    const admin = new pg.Client({ connectionString: adminUrl })
    await admin.connect()
    await admin.query(`DROP DATABASE IF EXISTS ${template} WITH (FORCE)`)
    await admin.end()
    await stop()
  }
}
