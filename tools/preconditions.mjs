// What must hold before anything else is loaded: read by an old Node too, so nothing but its own modules.
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const LOWEST = [20, 19]

/** True when the first version is at least the second. */
export function atLeast([major = 0, minor = 0], [wantedMajor, wantedMinor]) {
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)
}

export function checkMachine() {
  process.chdir(fileURLToPath(new URL('..', import.meta.url)))
  if (!atLeast(process.versions.node.split('.').map(Number), LOWEST))
    stop(
      `This is Node ${process.versions.node}; Thuistafel needs ${LOWEST.join('.')} or newer to start with.`,
      'Install a newer Node (https://nodejs.org) and run the same command again.',
    )
  if (!existsSync('node_modules/next/package.json') || !existsSync('node_modules/pg/package.json'))
    stop('The packages are not installed yet.', 'Run "npm ci" first, then the same command again.')
  // Next reads .env by itself; the tools should see the same settings.
  if (existsSync('.env')) loadEnv()
}

function loadEnv() {
  if (process.loadEnvFile) return process.loadEnvFile('.env')
  for (const line of readFileSync('.env', 'utf8').split('\n')) {
    const [, name, value] = /^\s*([A-Z_]+)\s*=\s*(.*?)\s*$/.exec(line) ?? []
    if (name) process.env[name] ??= value.replace(/^(["'])(.*)\1$/, '$2')
  }
}

function stop(what, whatToDo) {
  console.error(`\n${what}\n${whatToDo}`)
  process.exit(1)
}
