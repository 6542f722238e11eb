// What must hold for what others wrote: known faults, exact versions, one engine, licences that EUPL-1.2 can live with.
import semver from 'semver'

type Locked = {
  version: string
  license?: string
  link?: boolean
  integrity?: string
  inBundle?: boolean
}
export type Lockfile = { packages: Record<string, Locked> }
export type Manifest = Record<string, unknown> & { [K in Section]?: Record<string, unknown> }
export type Advisory = { package: string; vulnerable: string; id: string; fixed: string; what: string }
export type Licences = { allowed: string[]; named: { packages: string; licence: string; why: string }[] }

const SECTIONS = ['dependencies', 'devDependencies', 'optionalDependencies', 'overrides'] as const
type Section = (typeof SECTIONS)[number]

/** 'node_modules/a/node_modules/@b/c' → '@b/c' */
const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)

const installed = (lock: Lockfile) =>
  Object.entries(lock.packages)
    .filter(([path, entry]) => path !== '' && !entry.link)
    .map(([path, entry]) => ({ name: nameOf(path), ...entry }))

export function knownFaults(lock: Lockfile, advisories: readonly Advisory[]): string[] {
  return installed(lock).flatMap(({ name, version }) =>
    advisories
      .filter(
        (a) => a.package === name && semver.satisfies(version, a.vulnerable, { includePrerelease: true }),
      )
      .map((a) => `${name} ${version}: ${a.id} (${a.what}), fixed in ${a.fixed}`),
  )
}

/** An advisory that can never match guards nothing. */
export const unreadableAdvisories = (advisories: readonly Advisory[]): string[] =>
  advisories
    .filter((a) => !semver.validRange(a.vulnerable) || semver.satisfies(a.fixed, a.vulnerable))
    .map((a) => `${a.id}: "${a.vulnerable}" is no range, or still holds ${a.fixed}`)

export function looseVersions(manifest: Manifest): string[] {
  return SECTIONS.flatMap((section) =>
    Object.entries(manifest[section] ?? {})
      .filter(([, version]) => typeof version !== 'string' || semver.valid(version) !== version)
      .map(([name, version]) => `${section}.${name}: "${version}" is not one exact version`),
  )
}

/** The command, the client, the adapter and the engine speak one protocol: all of one release. */
const ONE_RELEASE = ['prisma', '@prisma/client', '@prisma/adapter-pg', '@prisma/driver-adapter-utils']
const ONE_ENGINE = ['@prisma/engines-version', '@prisma/schema-engine-wasm']

export function unequalPrisma(lock: Lockfile): string[] {
  const versionOf = (name: string) => lock.packages[`node_modules/${name}`]?.version ?? 'missing'
  return [ONE_RELEASE, ONE_ENGINE]
    .filter((names) => new Set(names.map(versionOf)).size !== 1 || names.map(versionOf).includes('missing'))
    .map((names) => names.map((name) => `${name} ${versionOf(name)}`).join(', '))
}

/** SPDX as npm packages write it: a choice (OR) of sums (AND), without a sum of choices. */
function accepted(expression: string, allowed: readonly string[]): boolean {
  const choices = expression.replace(/^\((.*)\)$/, '$1').split(/ or /i)
  return choices.some((choice) => choice.split(/ and /i).every((one) => allowed.includes(one.trim())))
}

export function unknownLicences(lock: Lockfile, { allowed, named }: Licences): string[] {
  return installed(lock)
    .filter(({ name, license = '' }) => {
      const more = named.filter((n) => new RegExp(n.packages).test(name)).map((n) => n.licence)
      return !accepted(license, [...allowed, ...more])
    })
    .map(({ name, version, license }) => `${name} ${version}: ${license ?? 'no licence named'}`)
}

/** Without a fingerprint npm takes what it gets. A bundled package has that of the one around it. */
export const unsealed = (lock: Lockfile): string[] =>
  installed(lock)
    .filter(({ integrity, inBundle }) => !inBundle && !integrity?.startsWith('sha512-'))
    .map(({ name, version }) => `${name} ${version} has no fingerprint`)
