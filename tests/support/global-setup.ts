// One Postgres for the whole run, migrated once into a template that every test file clones.
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { syncGrants } from '../../prisma/sync-grants'
import { migrateDeploy } from '../../tools/migrate.mjs'
import { APP_ROLE, letSignIn, WORKER_ROLE } from '../../tools/roles.mjs'
import { startThrowaway } from '../../tools/throwaway.mjs'

declare module 'vitest' {
  interface ProvidedContext {
    adminUrl: string
    template: string
    templateAppUrl: string
    templateWorkerUrl: string
  }
}

/** TEST_DATABASE_URL: a real server, as a role that may create databases and roles. Else an embedded one. */
async function server() {
  const given = process.env.TEST_DATABASE_URL
  if (given) return { adminUrl: given, trusted: false, stop: async () => {} }
  const { url, stop } = await startThrowaway()
  return { adminUrl: url('postgres'), trusted: true, stop }
}

export default async function setup(project: TestProject) {
  const { adminUrl, trusted, stop } = await server()
  const template = `thuistafel_template_${process.pid}`
  const url = new URL(adminUrl)
  url.pathname = `/${template}`
  const ownerUrl = url.toString()
  await migrateDeploy(ownerUrl)
  await syncGrants(ownerUrl)
  project.provide('adminUrl', adminUrl)
  project.provide('template', template)
  project.provide('templateAppUrl', await letSignIn(ownerUrl, APP_ROLE, { trusted }))
  project.provide('templateWorkerUrl', await letSignIn(ownerUrl, WORKER_ROLE, { trusted }))
  return async () => {
    const admin = new pg.Client({ connectionString: adminUrl })
    await admin.connect()
    await admin.query(`DROP DATABASE IF EXISTS ${template} WITH (FORCE)`)
    await admin.end()
    await stop()
  }
}
