import { fileURLToPath } from 'node:url'
import { defineConfig } from '@playwright/test'
import { findBrowser } from '../tools/browser.mjs'

const port = process.env.E2E_PORT ?? '3200'
const baseURL = `http://localhost:${port}`
const { from: _from, ...launchOptions } = await findBrowser()

export default defineConfig({
  testDir: './e2e',
  outputDir: '../test-results',
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    baseURL,
    launchOptions,
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    actionTimeout: 15_000,
    // A recording costs more than a third of a journey: asked for when one fails, with --trace retain-on-failure.
    screenshot: 'only-on-failure',
  },
  webServer: {
    command: `node tools/demo.mjs --port ${port} --data .data/pg-e2e --fast --reset`,
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    // Whatever .env says: the journeys run on a database and an address of their own.
    env: { BASE_URL: baseURL, DATABASE_URL: '', DATABASE_OWNER_URL: '' },
    url: `${baseURL}/api/health/ready`,
    timeout: 300_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
    stdout: 'pipe',
  },
})
