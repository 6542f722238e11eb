import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'

const inDatabase = (url: string, name: string) => {
  const u = new URL(url)
  u.pathname = `/${name}`
  return u.toString()
}

/** A database of this test file's own, cloned from the migrated template with its rights, or from another one. */
export async function testDatabase(template = inject('template')) {
  const name = `thuistafel_test_${randomUUID().replaceAll('-', '')}`
  const adminUrl = inject('adminUrl')
  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  await admin.query(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY FILE_COPY`)
  return {
    ownerUrl: inDatabase(adminUrl, name),
    appUrl: inDatabase(inject('templateAppUrl'), name),
    workerUrl: inDatabase(inject('templateWorkerUrl'), name),
    close: async () => {
      await admin.query(`DROP DATABASE ${name} WITH (FORCE)`)
      await admin.end()
    },
  }
}
