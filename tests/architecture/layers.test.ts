import { describe, expect, it } from 'vitest'
import { DOMAIN_ROOMS, DOMAIN_SHARED, layerFaults, RULES } from './layer-rules'
import { isCode, planted, readSources } from './source'

// Below this the scan has not seen the project: a blind scan finds no fault either.
const FEWEST_MODULES = 100

const target = 'export const x = 1'
const LAZY_TEXTS = ['export const t = (l: string) => import(`./$', '{l}.json`)'].join('')
const PLANTED: [string, string, Record<string, string>][] = [
  [
    'a type imported from next',
    'domain-is-pure',
    { 'src/domain/case/a.ts': "import type { N } from 'next'" },
  ],
  [
    'the server imported by the domain',
    'domain-is-pure',
    { 'src/domain/case/a.ts': "import { x } from '@/server/log'", 'src/server/log.ts': target },
  ],
  [
    'a room that imports another room',
    'domain-rooms-are-independent',
    { 'src/domain/tafel/a.ts': "export * from '../intake/b'", 'src/domain/intake/b.ts': target },
  ],
  [
    'a folder nobody listed that imports a room',
    'domain-rooms-are-independent',
    { 'src/domain/novelty/a.ts': "export * from '../intake/b'", 'src/domain/intake/b.ts': target },
  ],
  [
    'the server that imports a screen, late',
    'server-knows-no-screens',
    { 'src/server/a.ts': "const p = import('@/features/tafel/b')", 'src/features/tafel/b.tsx': target },
  ],
  [
    'furniture that knows the domain, by a type in place',
    'ui-knows-nothing-of-ours',
    { 'src/ui/a.tsx': "let c: import('@/domain/case/b').C", 'src/domain/case/b.ts': target },
  ],
  [
    'two features that meet',
    'features-do-not-meet',
    {
      'src/features/tafel/a.ts': "import { x } from '../intake/queries'",
      'src/features/intake/queries.ts': target,
    },
  ],
  [
    'a feature that imports a page',
    'features-know-no-corridors',
    { 'src/features/tafel/a.ts': "import { x } from '@/app/b'", 'src/app/b.tsx': target },
  ],
  [
    'a page that asks the database',
    'app-knows-no-database',
    { 'src/app/page.tsx': "import { x } from '@/server/db/as-actor'", 'src/server/db/as-actor.ts': target },
  ],
  [
    'the proxy that asks the database',
    'app-knows-no-database',
    { 'src/proxy.ts': "import { x } from './server/db/as-actor'", 'src/server/db/as-actor.ts': target },
  ],
  [
    'the Prisma client outside its door',
    'one-door-to-prisma',
    { 'src/server/log.ts': "import type { P } from './db/generated/client'" },
  ],
  ['a Prisma package', 'one-door-to-prisma', { 'src/features/a/b.ts': "import '@prisma/client'" }],
  [
    'texts that import code of ours',
    'i18n-is-a-leaf',
    { 'src/i18n/t.ts': "import { x } from '@/server/env'", 'src/server/env.ts': target },
  ],
  ['a path out of src', 'ours-by-alias-or-relative', { 'src/server/a.ts': "require('../../tools/b.mjs')" }],
  [
    'an import nobody can read',
    'import-can-be-read',
    { 'src/server/a.ts': 'export const f = (p: string) => import(p)' },
  ],
  ['an import of nothing', 'import-leads-somewhere', { 'src/server/a.ts': "import '@/server/gone'" }],
  [
    'two modules in a circle',
    'no-cycles',
    { 'src/server/a.ts': "import './b'", 'src/server/b.ts': "import { a } from './a'" },
  ],
  [
    'a circle of types only, through three',
    'no-cycles',
    {
      'src/domain/case/a.ts': "import type { B } from './b'",
      'src/domain/case/b.ts': "export type { C } from './c'",
      'src/domain/case/c.ts': "let a: import('./a').A",
    },
  ],
]

describe('a planted violation is reported', () => {
  it.each(PLANTED)('%s', (_what, rule, files) => {
    expect(layerFaults(planted(files))).toContainEqual(expect.stringContaining(rule))
  })

  it('for every rule there is', () => {
    const rules = Object.keys(RULES).map((name) => name.split(':')[0])
    expect(rules.filter((rule) => !PLANTED.some(([, name]) => name === rule))).toEqual([])
  })

  it('and what is allowed is not', () => {
    const allowed = planted({
      'src/domain/case/steps.ts': "import { x } from '@/domain/tafel/admit'",
      'src/domain/tafel/admit.ts': "import { z } from 'zod'\nimport { y } from '../kernel/step'",
      'src/domain/kernel/step.ts': target,
      'src/features/tafel/queries.ts': "import { x } from '@/server/db/as-actor'",
      'src/server/db/as-actor.ts': "import { P } from './generated/client'\nimport '@prisma/adapter-pg'",
      'src/i18n/t.ts': LAZY_TEXTS,
      'src/app/page.tsx': "import { x } from '@/features/tafel/queries'\nimport './globals.css'",
      'src/app/globals.css': '',
    })
    expect(layerFaults(allowed)).toEqual([])
  })
})

describe('the project', () => {
  const sources = readSources('src')

  it('keeps every layer rule', () => {
    expect(layerFaults(sources)).toEqual([])
  })

  it('was really read', () => {
    expect([...sources.keys()].filter(isCode).length).toBeGreaterThan(FEWEST_MODULES)
  })

  it('lists each folder of the domain once: as a room or as shared', () => {
    const folders = [...sources.keys()].flatMap((path) => /^src\/domain\/([^/]+)\//.exec(path)?.[1] ?? [])
    const listed = [...DOMAIN_ROOMS, ...DOMAIN_SHARED]
    expect([...new Set(folders)].filter((folder) => !listed.includes(folder))).toEqual([])
    expect(new Set(listed).size).toBe(listed.length)
  })
})
