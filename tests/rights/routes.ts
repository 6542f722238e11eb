// Every address there is, read from the folders of src/app, and what the walk asks there.
import { readdirSync } from 'node:fs'
import { stages } from '@/domain/case/stages'
import { stepsOfKind } from '@/domain/case/steps'
import { dwellingStages } from '@/domain/dwelling/dwelling'
import type { SubjectKind } from '@/domain/kernel/subject'
import { paths } from '@/paths'
import { pseudonymOf } from '@/server/candidates'
import type { Placed } from '../policy/standings'
import { MANY_PLACES } from './many-places'
import { PRINTED_PLACES } from './printed-places'
import type { World } from './world'

type Laid = Pick<World, 'places' | 'ground' | 'papers'>

/** A page of a subject: its addresses for one subject, among all. */
type OfSubject = {
  readonly kind: SubjectKind
  readonly at: (id: string, w: Laid) => readonly string[]
}
/** Any other address, as often as it has something else to show. */
type Elsewhere = { readonly list: (places: readonly Placed[]) => readonly string[] }
export type Place = OfSubject | Elsewhere

const page = (kind: SubjectKind, ...after: string[]): OfSubject => ({
  kind,
  at: (id) => [[paths.subject(kind, id), ...after].join('/')],
})
const steps = (kind: SubjectKind): OfSubject => ({
  kind,
  at: (id) => stepsOfKind(kind).map(({ name }) => paths.step(kind, id, name)),
})
const list = (...addresses: string[]): Elsewhere => ({ list: () => addresses })

const numbers = (places: readonly Placed[], kind: SubjectKind) => places.filter((at) => at.kind === kind)
const LAST_ID = 'ffffffff-ffff-4fff-bfff-ffffffffffff'
const beyond = (number: string) => `&after=${number}_${LAST_ID}`

/** Lists come a page at a time: asked from the start, and from well beyond it; in every order, and of what is too late. */
const cases = () => [
  paths.list('case'),
  ...stages.flatMap((stage) =>
    ['', beyond('cnry0000100'), beyond('cnry0000400'), '&sort=due', '&sort=waiting', '&late=yes'].map(
      (more) => `/cases?stage=${stage}${more}`,
    ),
  ),
  ...['board', 'month', 'agenda'].map((view) => `/cases?view=${view}`),
  '/cases?columns=number.mentor.since.due',
]

/** The candidates are of the stage of matching; two of them are enough for each dwelling. */
const candidates: OfSubject = {
  kind: 'dwelling',
  at: (id, { places }) =>
    places
      .filter((at) => at.kind === 'case' && at.stage === 'matching')
      .slice(0, 2)
      .map((at) => paths.candidate(id, pseudonymOf(at.id, id))),
}

const ofPapers = (address: (id: string, paper: string) => string): OfSubject => ({
  kind: 'case',
  at: (id, { papers }) => papers.of(id).map((paper) => address(id, paper.id)),
})

const journal = (places: readonly Placed[]) => [
  paths.journal,
  `${paths.journal}?kind=read`,
  ...numbers(places, 'case')
    .slice(0, 3)
    .map(({ id }) => `${paths.journal}?subject=${id}`),
]

/** A folder of src/app without a line here makes the walk fail: a new page is walked too, or it does not come in. */
export const PLACES: Readonly<Record<string, Place>> = {
  '/': list('/', '/?after=1999-01-01_00000000-0000-4000-8000-000000000000'),
  '/cases': { list: cases },
  '/cases/new': {
    list: (places) => ['/cases/new', ...numbers(places, 'case').map(({ id }) => paths.openFrom(id))],
  },
  '/cases/new/earlier': list('/cases/new/earlier'),
  ...MANY_PLACES,
  ...PRINTED_PLACES,
  '/cases/views': list('/cases/views', '/cases/views?stage=matching&late=yes'),
  '/cases/[id]': page('case'),
  '/cases/[id]/file': page('case', 'file'),
  '/cases/[id]/notes': page('case', 'notes'),
  '/cases/[id]/papers': page('case', 'papers'),
  '/cases/[id]/papers/add': page('case', 'papers', 'add'),
  '/dwellings/[id]/photos/[photo]': { kind: 'dwelling', at: (id) => [paths.photo('dwelling', id, LAST_ID)] },
  '/offers/[id]/photos/[photo]': { kind: 'offer', at: (id) => [paths.photo('offer', id, LAST_ID)] },
  '/cases/[id]/papers/[paper]': ofPapers((id, paper) => paths.paper(id, paper)),
  '/cases/[id]/papers/[paper]/withdraw': ofPapers(paths.withdrawPaper),
  '/cases/[id]/timeline': {
    kind: 'case',
    at: (id) => [paths.timeline('case', id), paths.timeline('case', id, { print: 'all' })],
  },
  '/cases/[id]/check': page('case', 'check'),
  '/cases/[id]/seen': {
    kind: 'case',
    at: (id, { ground }) =>
      ['', `?as=officer.${ground.another}`, `?as=mentor.${ground.another}`].map(
        (as) => `/cases/${id}/seen${as}`,
      ),
  },
  '/cases/[id]/shared': page('case', 'shared'),
  '/cases/[id]/copy': page('case', 'copy'),
  '/cases/[id]/letter': page('case', 'letter'),
  '/cases/[id]/shared/looks': {
    kind: 'case',
    at: (id) => [paths.looks(id), `${paths.looks(id)}?from=2026-01-01&until=2099-12-31`],
  },
  '/cases/[id]/consents': {
    kind: 'case',
    at: (id, { ground }) => [paths.consents(id), `${paths.consents(id)}?for=${ground.another}`],
  },
  '/cases/[id]/consents/[recipient]/[category]': {
    kind: 'case',
    at: (id, { ground }) =>
      [ground.mine, ground.another].flatMap((recipient) =>
        ['schulden', 'verslaving'].map((category) => paths.consent(id, recipient, category)),
      ),
  },
  '/cases/[id]/steps/[step]': steps('case'),
  '/dwellings': { list: () => ['/dwellings', ...dwellingStages.map((stage) => `/dwellings?stage=${stage}`)] },
  '/dwellings/[id]': page('dwelling'),
  '/dwellings/[id]/candidates/[pseudonym]': candidates,
  '/dwellings/[id]/steps/[step]': steps('dwelling'),
  '/offers/[id]': page('offer'),
  '/offers/[id]/steps/[step]': steps('offer'),
  '/tafels': list('/tafels'),
  '/tafels/new': list('/tafels/new'),
  '/tafels/[id]': page('tafel'),
  '/tafels/[id]/agenda': page('tafel', 'agenda'),
  '/tafels/[id]/room': page('tafel', 'room'),
  '/tafels/[id]/session': page('tafel', 'session'),
  '/tafels/[id]/minutes': page('tafel', 'minutes'),
  '/exceptions': list('/exceptions', '/exceptions?rule=binding'),
  '/exceptions/export': list('/exceptions/export'),
  '/tafels/[id]/steps/[step]': steps('tafel'),
  '/organisation': list('/organisation'),
  '/organisation/new': list('/organisation/new'),
  '/organisation/[id]': page('membership'),
  '/organisation/[id]/steps/[step]': steps('membership'),
  '/emergencies/new': list('/emergencies/new'),
  '/emergencies/[id]': page('emergency'),
  '/emergencies/[id]/steps/[step]': steps('emergency'),
  '/covenant': list('/covenant'),
  '/help': list('/help'),
  '/notices': list('/notices'),
  '/notices/choices': list('/notices/choices'),
  // With the token of somebody it is walked in calendar.test.ts.
  '/calendar/[token]': list('/calendar/none', `/calendar/${'a'.repeat(43)}.ics`),
  '/process': list('/process'),
  '/report': list('/report'),
  '/rights': list('/rights'),
  '/rights/table': list('/rights/table'),
  '/drafts': list('/drafts'),
  '/search': list('/search'),
  '/search/results': list('/search/results'),
  // Without asking for a stream it only says so; what the stream says is walked in live.test.ts.
  '/live': list('/live', '/live?path=/cases'),
  '/journal': { list: journal },
  '/journal/print': list('/journal/print'),
  '/journal/export': list('/journal/export'),
  '/journal/chain': list('/journal/chain'),
  '/design': list('/design'),
  '/accessibility': list('/accessibility'),
  '/privacy': list('/privacy'),
  '/theme.css': list('/theme.css'),
  '/login': list('/login', '/login?out=1', '/login?next=/cases&lost=1'),
  '/login/again': list('/login/again'),
  '/login/membership': list('/login/membership'),
  ...{ '/login/invitation/[token]': list('/login/invitation/none'), '/answer/[token]': list('/answer/none') },
  '/api/auth/[...nextauth]': list('/api/auth/session', '/api/auth/csrf', '/api/auth/providers'),
  '/api/demo/people': list('/api/demo/people'),
  '/api/health/live': list('/api/health/live'),
  '/api/health/notices': list('/api/health/notices'),
  '/api/health/ready': list('/api/health/ready'),
}

/** The routes as the folders say them: groups in brackets are no part of an address. */
export const routesOf = (app: string): string[] =>
  readdirSync(app, { recursive: true, encoding: 'utf8' })
    .filter((file) => /(^|\/)(page\.tsx|route\.ts)$/.test(file))
    .map((file) => `/${file.replace(/\/?(page\.tsx|route\.ts)$/, '').replace(/\([^)]*\)\/?/g, '')}`)
    .map((route) => (route.length > 1 ? route.replace(/\/$/, '') : route))
    .sort()

/** What is posted rather than asked. */
export const POSTED = [
  '/cases/export',
  '/cases/import/file',
  '/dwellings/import/file',
  '/journal/export',
  '/journal/chain',
  '/exceptions/export',
  '/drafts',
  '/search/results',
]
