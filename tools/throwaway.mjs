// A Postgres for one run of the tests. It goes when its user goes, however that ends: a watcher, a process of
// its own, reads from us until there is nobody left to read from, then stops the server and removes its data.
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startEmbedded, stopEmbedded } from './embedded-pg.mjs'

const HERE = fileURLToPath(import.meta.url)

export async function startThrowaway() {
  const dataDir = mkdtempSync(join(tmpdir(), 'thuistafel-test-'))
  const watcher = spawn(process.execPath, [HERE, dataDir], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  const gone = new Promise((ok) => watcher.once('exit', ok))
  // It waits for us, not we for it.
  watcher.unref()
  watcher.stdin.unref()
  const server = await startEmbedded({ dataDir, unsafeFast: true })
  const stop = async () => {
    watcher.ref()
    watcher.stdin.end()
    await gone
  }
  return { url: server.url, stop }
}

async function remove(dataDir) {
  // A server that is only just starting cannot be stopped yet.
  for (let i = 0; i < 50 && existsSync(join(dataDir, 'postmaster.pid')); i++) {
    await stopEmbedded(dataDir)
    await new Promise((r) => setTimeout(r, 20))
  }
  rmSync(dataDir, { recursive: true, force: true })
}

if (process.argv[1] && realpathSync(process.argv[1]) === HERE) {
  process.stdin.resume().once('close', () => remove(process.argv[2]))
}
