// Who may import whom. Every rule answers for one import; the cycles are the only thing a single one cannot tell.
import { cyclesIn } from './cycles'
import { type Import, importsOf } from './imports'
import type { Sources } from './source'

/** Rooms of the domain do not import each other. What is not shared is a room, so a new folder is one at once. */
export const DOMAIN_SHARED = ['kernel', 'case', 'covenant', 'norm', 'policy']
export const DOMAIN_ROOMS = [
  'intake',
  'tafel',
  'matching',
  'handover',
  'tenancy',
  'aftercare',
  'dwelling',
  'offer',
  'report',
  'organisation',
  'emergency',
  'notes',
  'papers',
  'privacy',
  'worklist',
  'notices',
  'search',
  'import',
]
const DOMAIN_PACKAGES = ['zod']
/** Every address of the application: a leaf that pages and features share. */
const ADDRESSES = 'src/paths.ts'
const DATABASE_DOOR = 'src/server/db/'
const PRISMA_CLIENT = 'src/server/db/generated/'

const under = (folder: string) => (path: string) => path.startsWith(`src/${folder}/`)
const domain = under('domain')
const server = under('server')
const features = under('features')
const ui = under('ui')
const app = under('app')
const i18n = under('i18n')

const roomOf = (path: string) => /^src\/(?:domain|features)\/([^/]+)\//.exec(path)?.[1]
const isShared = (path: string) => DOMAIN_SHARED.includes(roomOf(path) ?? 'kernel')

/** src/proxy.ts and its like: files that Next wants beside src/app. */
const corridor = (path: string) => app(path) || (/^src\/[^/]+$/.test(path) && path !== ADDRESSES)

type Rule = (i: Import) => boolean

/** Each is true for an import that breaks it. The name says what to do instead. */
export const RULES: Record<string, Rule> = {
  'domain-is-pure: the domain imports itself and zod': ({ from, to, local }) =>
    domain(from) && (local ? !domain(to) : !DOMAIN_PACKAGES.includes(to)),

  'domain-rooms-are-independent: a room imports itself and what is shared': ({ from, to, local }) =>
    domain(from) && local && domain(to) && !isShared(from) && !isShared(to) && roomOf(from) !== roomOf(to),

  'server-knows-no-screens: let the screen ask the server': ({ from, to }) =>
    server(from) && (corridor(to) || features(to) || ui(to)),

  'ui-knows-nothing-of-ours: give it what it shows as props': ({ from, to, local }) =>
    ui(from) && local && !ui(to),

  'features-do-not-meet: compose them on the page': ({ from, to }) =>
    features(from) && features(to) && roomOf(from) !== roomOf(to),

  'features-know-no-corridors: the page imports the feature': ({ from, to }) =>
    features(from) && corridor(to),

  'app-knows-no-database: pages ask queries of a feature': ({ from, to }) =>
    corridor(from) && to.startsWith(DATABASE_DOOR),

  'one-door-to-prisma: only src/server/db imports it': ({ from, to, local }) =>
    !from.startsWith(DATABASE_DOOR) && (local ? to.startsWith(PRISMA_CLIENT) : to.startsWith('@prisma/')),

  'i18n-is-a-leaf: it imports itself and json': ({ from, to, local }) =>
    i18n(from) && local && !i18n(to) && !to.endsWith('.json'),

  'ours-by-alias-or-relative: nothing outside src': ({ from, to, local }) =>
    from.startsWith('src/') && local && !to.startsWith('src/'),

  'import-can-be-read: name the folder of a dynamic import': ({ to }) => to === '*' || to.startsWith('*'),
}

const generated = (path: string) => path.startsWith(PRISMA_CLIENT)

/** Every import that breaks a rule, points at nothing, or closes a circle. */
export function layerFaults(sources: Sources): string[] {
  const imports = importsOf(sources)
  const broken = imports.flatMap((i) =>
    Object.entries(RULES)
      .filter(([, breaks]) => breaks(i))
      .map(([rule]) => `${rule} — ${i.from}:${i.line} → ${i.to}`),
  )
  const lost = imports
    .filter((i) => i.local && !i.to.includes('*') && !generated(i.to) && !sources.has(i.to))
    .map((i) => `import-leads-somewhere — ${i.from}:${i.line} → ${i.to}`)
  const circles = cyclesIn(imports).map((group) => `no-cycles — ${[...group].sort().join(' ↔ ')}`)
  return [...broken, ...lost, ...circles]
}
