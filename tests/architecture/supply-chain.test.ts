import { describe, expect, it } from 'vitest'
import { readText } from './source'
import {
  type Advisory,
  knownFaults,
  type Licences,
  type Lockfile,
  looseVersions,
  type Manifest,
  unequalPrisma,
  unknownLicences,
  unreadableAdvisories,
  unsealed,
} from './supply-rules'

const FEWEST_PACKAGES = 200

const lock: Lockfile = JSON.parse(readText('package-lock.json'))
const manifest: Manifest = JSON.parse(readText('package.json'))
const advisories: Advisory[] = JSON.parse(readText('security/advisories.json'))
const licences: Licences = JSON.parse(readText('security/licences.json'))

const holding = (path: string, entry: object): Lockfile => ({
  packages: { [`node_modules/${path}`]: { version: '1.0.0', license: 'MIT', ...entry } },
})

describe('a planted case is reported', () => {
  it.each([
    ['next', '16.2.2', 'CVE-2026-23869'],
    ['next-auth', '5.0.0-beta.31', 'GHSA-7rqj-j65f-68wh'],
    ['a/node_modules/mysql2', '3.22.0', 'GHSA-3f6p-5ww8-9rcr'],
  ])('a known fault: %s %s', (path, version, id) => {
    expect(knownFaults(holding(path, { version }), advisories)).toContainEqual(expect.stringContaining(id))
  })

  it('an advisory that guards nothing', () => {
    const advisory = { package: 'a', id: 'X', fixed: '2.0.0', what: '' }
    expect(unreadableAdvisories([{ ...advisory, vulnerable: 'before two' }])).toHaveLength(1)
    expect(unreadableAdvisories([{ ...advisory, vulnerable: '<=2.0.0' }])).toHaveLength(1)
    expect(unreadableAdvisories([{ ...advisory, vulnerable: '<2.0.0' }])).toEqual([])
  })

  it.each(['^1.0.0', '~1.0.0', '1.x', 'latest', '>=1.0.0', '*', 'file:../a', ''])(
    'a loose version: %s',
    (v) => {
      expect(looseVersions({ devDependencies: { a: v } })).toHaveLength(1)
      expect(looseVersions({ overrides: { a: v } })).toHaveLength(1)
    },
  )

  it('a part of Prisma of another release', () => {
    const other = { ...lock.packages, 'node_modules/@prisma/client': { version: '7.10.1' } }
    expect(unequalPrisma({ packages: other })).toHaveLength(1)
    const engine = {
      ...lock.packages,
      'node_modules/@prisma/schema-engine-wasm': { version: '7.10.0-4.abc' },
    }
    expect(unequalPrisma({ packages: engine })).toHaveLength(1)
    expect(unequalPrisma({ packages: {} })).toHaveLength(2)
  })

  it.each(['GPL-3.0-only', 'AGPL-3.0', 'MIT AND GPL-2.0', 'SEE LICENSE IN x', 'MPL-2.0', undefined])(
    'a licence that is not allowed: %s',
    (license) => {
      expect(unknownLicences(holding('anything', { license }), licences)).toHaveLength(1)
    },
  )

  it.each(['MIT', '(MIT OR GPL-3.0)', 'MIT and ISC', 'Apache-2.0 AND MIT'])(
    'and not the licence %s',
    (license) => {
      expect(unknownLicences(holding('anything', { license }), licences)).toEqual([])
    },
  )

  it('a package without a fingerprint', () => {
    expect(unsealed(holding('a', {}))).toHaveLength(1)
    expect(unsealed(holding('a', { integrity: 'sha1-x' }))).toHaveLength(1)
  })
})

describe('the project', () => {
  it('locks its packages', () => {
    expect(Object.keys(lock.packages).length).toBeGreaterThan(FEWEST_PACKAGES)
    expect(unsealed(lock)).toEqual([])
  })

  it('installs nothing with a known fault', () => {
    expect(unreadableAdvisories(advisories)).toEqual([])
    expect(knownFaults(lock, advisories)).toEqual([])
  })

  it('names every version exactly', () => {
    expect(looseVersions(manifest)).toEqual([])
  })

  it('keeps the parts of Prisma on one release and one engine', () => {
    expect(unequalPrisma(lock)).toEqual([])
  })

  it('uses only licences that go with EUPL-1.2', () => {
    expect(unknownLicences(lock, licences)).toEqual([])
  })
})
