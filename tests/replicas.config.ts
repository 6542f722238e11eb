// The journeys on two websites that take turns (npm run test:replicas), and what visitors see when there is none.
import { defineConfig } from '@playwright/test'
import config from './playwright.config'

const server = config.webServer
if (!server || Array.isArray(server)) throw new Error('One server is expected')

export default defineConfig({
  ...config,
  testDir: '.',
  testMatch: [
    'e2e/journeys/main-job.spec.ts',
    'e2e/journeys/stale.spec.ts',
    'e2e/journeys/without-javascript.spec.ts',
    'replicas/*.spec.ts',
  ],
  webServer: { ...server, command: 'node --import tsx tests/support/two-websites.ts', timeout: 900_000 },
})
