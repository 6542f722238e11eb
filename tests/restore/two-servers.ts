// Two servers of PostgreSQL as Debian brings it, with its pg_dump: one that is lost, and one that takes over.
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '../../tools/embedded-pg.mjs'
import prepare from '../support/global-setup'

declare module 'vitest' {
  interface ProvidedContext {
    newServer: string
  }
}

function programs() {
  const base = '/usr/lib/postgresql'
  const versions = existsSync(base)
    ? readdirSync(base)
        .map(Number)
        .sort((a, b) => b - a)
    : []
  const version = versions.find((v) => existsSync(join(base, String(v), 'bin/initdb')))
  if (!version) throw new Error('This test needs PostgreSQL and its pg_dump: apt-get install postgresql')
  const bin = join(base, String(version), 'bin')
  return { postgres: join(bin, 'postgres'), initdb: join(bin, 'initdb'), pg_ctl: join(bin, 'pg_ctl') }
}

export default async function setup(project: TestProject) {
  const given = programs()
  const folders = [1, 2].map(() => mkdtempSync(join(tmpdir(), 'thuistafel-restore-')))
  const servers = await Promise.all(
    folders.map((dataDir) => startEmbedded({ dataDir, unsafeFast: true, given })),
  )
  const [old, fresh] = servers
  if (!old || !fresh) throw new Error('Two servers are needed')
  process.env.TEST_DATABASE_URL = old.url('postgres')
  project.provide('newServer', fresh.url('thuistafel'))
  const finish = await prepare(project)
  return async () => {
    await finish()
    for (const server of servers) await server.stop()
    for (const folder of folders) rmSync(folder, { recursive: true, force: true })
  }
}
