import { DCLinter } from 'dclint'
import { describe, expect, it } from 'vitest'
import {
  askedBy,
  type Compose,
  composeFaults,
  dockerfileFaults,
  instructionsIn,
  readCompose,
  settingsIn,
} from './hosting-rules'
import { readSources, readText } from './source'

const dockerfile = readText('Dockerfile')
const text = readText('compose.yaml')
const compose = readCompose(text)
const example = settingsIn(readText('.env.example'))
const manifest = JSON.parse(readText('package.json'))
const { services } = compose
const given = (name: string) => Object.keys(services[name]?.environment ?? {})

describe('a planted fault is reported', () => {
  it.each([
    ['a loose image', (d: string) => d.replaceAll(/node:[\d.]+-/g, 'node:24-')],
    ['runs as root', (d: string) => d.replace('USER node', 'USER root')],
    ['runs as root', (d: string) => d.replace('USER node\n', '')],
    [
      'gives its files away',
      (d: string) => d.replace('COPY --from=build /app/src', 'COPY --chown=node --from=build /app/src'),
    ],
    ['takes files past the build', (d: string) => d.replace('COPY --from=build /app/src', 'COPY src')],
    ['does not say how it is', (d: string) => d.replace('/api/health/ready', '/')],
    ['a secret in a layer', (d: string) => d.replace('ENV NODE_ENV', 'ENV NEXTAUTH_SECRET=x NODE_ENV')],
    ['ADD fetches and unpacks', (d: string) => d.replace('COPY . .', 'ADD . .')],
    ['installs in the last stage', (d: string) => d.replace('RUN rm -rf', 'RUN npm install x && rm -rf')],
    ['Unknown instruction', (d: string) => d.replace('EXPOSE', 'EXPOS')],
  ])('in the Dockerfile: %s', (what, change) => {
    expect(change(dockerfile)).not.toBe(dockerfile)
    expect(dockerfileFaults(change(dockerfile)).join('\n')).toContain(what)
  })

  it.each([
    ['names one release', { image: 'postgres:latest' }],
    ['names one release', { image: 'postgres:18' }],
    ['writes to no file system', { read_only: false }],
    ['has no capability', { cap_add: ['SYS_ADMIN'] }],
    ['has no capability', { cap_drop: [] }],
    ['wins no right', { security_opt: [] }],
    ['has its share', { deploy: {} }],
    ['is no root', { user: 'root' }],
    ['opens its ports', { ports: ['5432:5432'] }],
    ['mounts no part', { volumes: ['/etc:/etc'] }],
  ])('in compose.yaml: %s', (what, change) => {
    const planted = { ...compose, services: { database: { ...services.database, ...change } } } as Compose
    expect(composeFaults(planted).join('\n')).toContain(what)
  })
})

describe('the image', () => {
  it('is built as it should be', () => {
    expect(dockerfileFaults(dockerfile)).toEqual([])
  })

  it('runs on the Node that the tests run on', () => {
    const [version] = Object.values(manifest.optionalDependencies)
    const bases = instructionsIn(dockerfile).filter((l) => l.word === 'FROM')
    expect(bases.map((l) => l.rest.split(' ')[0])).toEqual(bases.map(() => `node:${version}-bookworm-slim`))
  })

  it('gets no setting, no key, no history and nobody’s data from the machine that builds it', () => {
    const ignored = readText('.dockerignore').split('\n')
    expect(ignored).toEqual(
      expect.arrayContaining(['.git', '.env', '.env.*', '.data', 'node_modules', '.next']),
    )
  })
})

describe('compose.yaml', () => {
  it('is what the specification allows', () => {
    const order = ['service-keys-order', 'services-alphabetical-order', 'top-level-properties-order']
    const rules = Object.fromEntries(order.map((rule) => [rule, 0]))
    const linter = new DCLinter({ rules, quiet: true, debug: false, exclude: [] } as never)
    const [result] = linter.lintFiles(['compose.yaml'], false)
    expect(result?.filePath).toContain('compose.yaml')
    expect(result?.messages.map((m) => `${m.line}: ${m.message}`)).toEqual([])
  })

  it('starts every container without rights, without a place to write and within its share', () => {
    expect(composeFaults(compose)).toEqual([])
  })

  it('starts two websites of one image, and lets nobody reach the database from outside', () => {
    expect(services.website?.deploy?.replicas).toBe(2)
    expect(new Set(['setup', 'website', 'worker'].map((name) => services[name]?.image)).size).toBe(1)
    expect(services.website?.image).toContain(`:-${manifest.version}}`)
    expect(services.database?.ports).toBeUndefined()
    expect(services.database?.networks).toEqual(['inside'])
    expect(compose.networks.inside).toEqual({ internal: true })
  })

  it('gives each container its own keys only', () => {
    const secrets = /SECRET|KEY|PASSWORD|DATABASE|SMTP/
    const held = Object.fromEntries(
      Object.keys(services).map((name) => [
        name,
        given(name)
          .filter((s) => secrets.test(s))
          .sort(),
      ]),
    )
    expect(held).toEqual({
      database: ['OWNER_PASSWORD', 'POSTGRES_PASSWORD'],
      setup: ['DATABASE_OWNER_URL', 'DATABASE_URL', 'DATABASE_WORKER_URL'],
      website: [
        'DATABASE_URL',
        'FIELD_KEY',
        'FIELD_KEY_OLD',
        'NEXTAUTH_SECRET',
        'NEXT_SERVER_ACTIONS_ENCRYPTION_KEY',
      ],
      worker: ['ANCHOR_KEY_FILE', 'DATABASE_WORKER_URL', 'SMTP_URL'],
      mail: [],
    })
  })
})

describe('.env.example', () => {
  /** Made by hand, set by a command, or read by the tests: a container needs none of these. */
  const elsewhere = [
    'DATABASE_ADMIN_URL',
    'DEMO',
    'MAIL_FOLDER',
    'NODE_ENV',
    'PORT',
    'TEST_DATABASE_URL',
    'CHROMIUM_PATH',
    'E2E_PORT',
  ]
  const inCompose = [...askedBy(text), ...Object.keys(services).flatMap(given)]

  it('explains every setting of compose.yaml, and compose.yaml has every setting for a host', () => {
    expect(inCompose.filter((name) => !example.includes(name))).toEqual([])
    expect(example.filter((name) => !inCompose.includes(name)).sort()).toEqual(elsewhere.sort())
  })

  it('explains every setting that the website and the worker read', () => {
    const source = readSources('src').get('src/server/env.ts') ?? ''
    const read = [...source.matchAll(/^ +([A-Z][A-Z_]+): z\./gm)].map((m) => m[1] as string)
    expect(read.length).toBeGreaterThan(10)
    expect(read.filter((name) => !example.includes(name))).toEqual([])
  })
})
