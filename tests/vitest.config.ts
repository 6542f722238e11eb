import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))
const root = path('..')

// 'server-only' throws outside a React server build; the tests are the server.
const resolve = { alias: { '@': path('../src'), 'server-only': path('./support/empty.ts') } }

// DATABASE_URL is never used: each test file gives the application a database of its own.
const ofTheWebsite = {
  DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
  BASE_URL: 'http://localhost:3000',
  NEXTAUTH_SECRET: 'a secret of the tests, long enough to be one',
  LOG_LEVEL: 'silent',
}

export default defineConfig({
  root,
  test: {
    // Left to itself it keeps one processor of two free: the database has its own turns to wait for.
    maxWorkers: 2,
    projects: [
      {
        root,
        resolve,
        test: { name: 'domain', include: ['tests/domain/**/*.test.ts'] },
      },
      {
        root,
        resolve,
        test: { name: 'architecture', include: ['tests/architecture/**/*.test.ts'], testTimeout: 20_000 },
      },
      {
        root,
        resolve,
        test: {
          name: 'database',
          include: ['tests/policy/**/*.test.ts', 'tests/server/**/*.test.ts'],
          pool: 'forks',
          globalSetup: ['tests/support/global-setup.ts'],
          // DATABASE_URL is never used: each test file gives the application a database of its own.
          env: ofTheWebsite,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        root,
        resolve,
        // Policies that are wrong on purpose: npm run test:rights:mutants.
        test: {
          name: 'mutants',
          include: ['tests/mutants/**/*.test.ts'],
          pool: 'forks',
          globalSetup: ['tests/support/global-setup.ts'],
          env: ofTheWebsite,
          hookTimeout: 120_000,
        },
      },
      {
        root,
        resolve,
        // Over HTTP, against what was built last: `npm run build` first.
        test: {
          name: 'rights',
          include: ['tests/rights/**/*.test.ts'],
          pool: 'forks',
          globalSetup: ['tests/support/global-setup.ts'],
          env: ofTheWebsite,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
