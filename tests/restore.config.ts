// A backup that was never put back is a hope: this saves a region, puts it back on another server, and works on there.
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))

export default defineConfig({
  root: path('..'),
  resolve: { alias: { '@': path('../src'), 'server-only': path('./support/empty.ts') } },
  test: {
    include: ['tests/restore/**/*.test.ts'],
    pool: 'forks',
    globalSetup: ['tests/restore/two-servers.ts'],
    env: {
      DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
      BASE_URL: 'http://localhost:3000',
      NEXTAUTH_SECRET: 'a secret of the tests, long enough to be one',
      FIELD_KEY: 'the key of the fields, which is kept apart from the backup',
      LOG_LEVEL: 'silent',
    },
    testTimeout: 60_000,
    hookTimeout: 300_000,
  },
})
