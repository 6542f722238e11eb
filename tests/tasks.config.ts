// What a task costs a person (npm run test:tasks): on a region of 2,000 cases, one task at a time.
import { defineConfig } from '@playwright/test'
import config from './playwright.config'

const server = config.webServer
if (!server || Array.isArray(server)) throw new Error('One server is expected')
const { port } = new URL(server.url ?? '')
const DATA = '.data/pg-tasks'

export default defineConfig({
  ...config,
  testDir: './tasks',
  workers: 1,
  timeout: 180_000,
  webServer: {
    ...server,
    command: `rm -rf ${DATA} && node tools/seed.mjs --cases 2000 --data ${DATA} --fast && node tools/demo.mjs --port ${port} --data ${DATA} --fast`,
    timeout: 900_000,
    stdout: 'ignore',
  },
})
