// A website of its own on the database of another one, by a line that can be cut.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { connect, createServer, type Socket } from 'node:net'
import { keptSecret } from '../../tools/secret.mjs'
import { DATA } from '../e2e/journeys/before'

/** A line to the database: cut, it lets nobody through and drops who was there. */
async function lineTo(port: number) {
  const open = new Set<Socket>()
  let cut = false
  const server = createServer((socket) => {
    const onward = cut ? socket.destroy() : connect(port, '127.0.0.1')
    for (const end of [socket, onward]) {
      open.add(end)
      end.on('error', () => {})
      end.on('close', () => {
        open.delete(end)
        for (const other of [socket, onward]) other.destroy()
      })
    }
    if (!cut) socket.pipe(onward).pipe(socket)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const drop = () => {
    for (const socket of open) socket.destroy()
  }
  return {
    port: (server.address() as { port: number }).port,
    cut: (yes: boolean) => {
      cut = yes
      if (yes) drop()
    },
    close: () => {
      drop()
      server.close()
    },
  }
}

/** Starts it on this port with these settings besides, on the database in which journeys are prepared. */
export async function thirdWebsite(port: number, more: Record<string, string> = {}) {
  const [, , , database] = readFileSync(`${DATA}/postmaster.pid`, 'utf8').split('\n')
  const line = await lineTo(Number(database))
  const base = `http://localhost:${port}`
  const env = {
    ...process.env,
    BASE_URL: base,
    NEXTAUTH_URL: base,
    NEXTAUTH_SECRET: keptSecret(),
    DATABASE_URL: `postgresql://thuistafel_app@127.0.0.1:${line.port}/thuistafel`,
    NODE_ENV: 'production' as const,
    DEMO: '1',
    ...more,
  }
  const args = ['node_modules/next/dist/bin/next', 'start', '-H', 'localhost', '-p', String(port)]
  const child = spawn(process.execPath, args, { env, stdio: 'ignore' })
  for (let i = 0; i < 150; i++) {
    const answer = await fetch(`${base}/api/health/ready`).catch(() => null)
    if (answer?.ok) break
    await new Promise((again) => setTimeout(again, 200))
  }
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    const ended = new Promise((done) => child.once('exit', done))
    child.kill(signal)
    await ended
    line.close()
  }
  return { base, cut: line.cut, close: () => end('SIGTERM'), crash: () => end('SIGKILL') }
}
