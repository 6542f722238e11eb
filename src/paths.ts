// Every address of the application, once.
import type { SubjectKind } from './domain/kernel/subject'

const rooms: Record<SubjectKind, string> = {
  case: 'cases',
  dwelling: 'dwellings',
  offer: 'offers',
  tafel: 'tafels',
  membership: 'organisation',
  emergency: 'emergencies',
}

/** What can come in from a file. */
export const sheetKinds = ['case', 'dwelling'] as const satisfies readonly SubjectKind[]
type FromFile = (typeof sheetKinds)[number]

/** Steps that start from the ledger of consents. */
export const onTheLedger: readonly string[] = ['recordConsent', 'withdrawConsent', 'passOnWithdrawal']

/** Steps for which a time-out place can be found in a list. */
export const onTimeOuts: readonly string[] = ['reserveTimeOut', 'startTimeOut']

/** Steps that are taken among the papers of a case. */
export const onPapers: readonly string[] = ['addPaper', 'withdrawPaper', 'addContract', 'withdrawContract']

/** Steps that write the notes of a case. */
export const onNotes: readonly string[] =
  'writeNote correctNote giveTask finishTask handTaskBack withdrawTask'.split(' ')

/** Where a form may bring a file along, and so be larger than any other. */
export const bringsFile = (path: string) =>
  /^\/cases\/([^/]+\/papers\/add|import\/file)$|^\/dwellings\/(import\/file|[^/]+\/steps\/addPhoto)$/.test(
    path,
  )

/** Whether bytes that came from outside stand at this address. */
export const isPaper = (path: string) =>
  /^\/(cases\/[^/]+\/papers|(dwellings|offers)\/[^/]+\/photos)\/[^/]+$/.test(path) && !bringsFile(path)

type Asked = Readonly<Record<string, string>>
const asking = (at: string, asked: Asked) => [at, new URLSearchParams(asked)].filter(String).join('?')

export const paths = {
  work: '/',
  report: '/report',
  /** Who lives in their home still, so many months after the key. */
  retention: '/report/retention',
  /** Who waits and who was housed, by group. */
  fairness: '/report/fairness',
  /** Where a client can stay for a few days. */
  timeOuts: '/time-outs',
  timeOutPlace: (id: string) => `/time-outs?place=${id}`,
  /** Homes that were agreed, beside those that came. */
  contingent: '/contingent',
  rights: '/rights',
  /** Where a form keeps what is typed in it. */
  drafts: '/drafts',
  /** Where a browser gets the key of what it keeps on the device, and where it throws that away. */
  device: '/device',
  /** What happened for whoever asks. */
  notices: '/notices',
  mailChoices: '/notices/choices',
  /** What a calendar program asks for. */
  calendar: (token: string) => `/calendar/${token}.ics`,
  rightsTable: '/rights/table',
  process: '/process',
  covenant: '/covenant',
  covenantChange: '/covenant/change',
  /** What an organisation adds to the agreements that it signs. */
  ownWords: '/organisation/words',
  /** Whether its people may keep on their device what they type of a visit. */
  deviceChoice: '/organisation/device',
  /** Where providers guide. */
  supportAreas: '/organisation/support',
  supportArea: (id: string) => `/organisation/support?at=${id}`,
  /** How an agreement looks with it. */
  wordsOnPaper: (wording: string, agreement: string) => `/organisation/words/${wording}/${agreement}`,
  help: '/help',
  privacy: '/privacy',
  accessibility: '/accessibility',
  search: '/search',
  /** Where the palette asks what fits. */
  searchResults: '/search/results',
  journal: '/journal',
  journalPrint: '/journal/print',
  journalExport: '/journal/export',
  journalChain: '/journal/chain',
  /** What an open page listens to. */
  live: '/live',
  login: '/login',
  chooseMembership: '/login/membership',
  /** Where a second tab ends that was opened only to sign in. */
  signedInAgain: '/login/again',
  invitation: (token: string) => `/login/invitation/${token}`,
  /** Where a client answers an offer without signing in. */
  answer: (token: string) => `/answer/${token}`,
  /** The saved views of the list of cases. */
  views: '/cases/views',
  casesExport: '/cases/export',
  /** Running clients or dwellings from a file: where it is brought in, how one of them stands, and what is wrong in it. */
  imports: (kind: FromFile = 'case') => `/${rooms[kind]}/import`,
  importFile: (kind: FromFile = 'case') => `/${rooms[kind]}/import/file`,
  importFault: (fault: string, kind: FromFile = 'case') => `/${rooms[kind]}/import?fault=${fault}`,
  importTemplate: (format: string, kind: FromFile = 'case') => `/${rooms[kind]}/import/template?as=${format}`,
  import: (id: string, kind: FromFile = 'case') => `/${rooms[kind]}/import/${id}`,
  importErrors: (id: string, kind: FromFile = 'case') => `/${rooms[kind]}/import/${id}/errors`,
  /** The list of dwellings: of one stage, of one gemeente, or beyond a number. */
  dwellings: (asked: Asked) => asking('/dwellings', asked),
  /** What comes free in the coming time, and where. */
  comingFree: '/dwellings/calendar',
  /** One step on several cases. */
  together: '/cases/together',
  list: (kind: SubjectKind) => `/${rooms[kind]}`,
  open: (kind: SubjectKind) => `/${rooms[kind]}/new`,
  /** Where an earlier registration is looked for, and the form that begins with it. */
  openEarlier: '/cases/new/earlier',
  openFrom: (earlier: string, as = 'zelfde') =>
    `/cases/new?${new URLSearchParams({ earlier, earlierAs: as })}`,
  subject: (kind: SubjectKind, id: string) => `/${rooms[kind]}/${id}`,
  step: (kind: SubjectKind, id: string, step: string) => `/${rooms[kind]}/${id}/steps/${step}`,
  /** A task for whoever keeps this one waiting. */
  askAfter: (id: string, waits: string) => `/cases/${id}/steps/giveTask?${new URLSearchParams({ waits })}`,
  file: (id: string) => `/cases/${id}/file`,
  seen: (id: string) => `/cases/${id}/seen`,
  papers: (id: string) => `/cases/${id}/papers`,
  addPaper: (id: string, type = '', replaces = '') =>
    `/cases/${id}/papers/add${type && `?${new URLSearchParams({ type, ...(replaces && { replaces }) })}`}`,
  /** The bytes of a paper: to be kept by whoever asks, or shown as this format. */
  paper: (id: string, paper: string, show = '') => `/cases/${id}/papers/${paper}${show && `?show=${show}`}`,
  photo: (of: SubjectKind, id: string, photo: string) => `/${rooms[of]}/${id}/photos/${photo}?show=jpeg`,
  withdrawPaper: (id: string, paper: string) => `/cases/${id}/papers/${paper}/withdraw`,
  notes: (id: string) => `/cases/${id}/notes`,
  shared: (id: string) => `/cases/${id}/shared`,
  copy: (id: string) => `/cases/${id}/copy`,
  letter: (id: string) => `/cases/${id}/letter`,
  /** What the decisions rested on: as known then, beside as known now. */
  weighed: (id: string) => `/cases/${id}/weighed`,
  looks: (id: string) => `/cases/${id}/shared/looks`,
  consents: (id: string) => `/cases/${id}/consents`,
  consent: (id: string, recipient: string, category: string) =>
    `/cases/${id}/consents/${recipient}/${category}`,
  /** The timeline, or as much of it as fits what is asked: codes, nothing that says who the client is. */
  timeline: (kind: SubjectKind, id: string, asked: Asked = {}) =>
    asking(`/${rooms[kind]}/${id}/timeline`, asked),
  /** The agenda of a tafel, where it is put together. */
  agenda: (tafel: string) => `/tafels/${tafel}/agenda`,
  /** A tafel while it is in session: for each of its participants, and on the screen in the room. */
  session: (tafel: string) => `/tafels/${tafel}/session`,
  room: (tafel: string) => `/tafels/${tafel}/room`,
  minutes: (tafel: string) => `/tafels/${tafel}/minutes`,
  /** As files to print: what is taken along to a tafel, its minutes, and the letter about a decision. */
  pack: (tafel: string) => `/tafels/${tafel}/pack`,
  minutesFile: (tafel: string) => `/tafels/${tafel}/minutes/pdf`,
  letterFile: (id: string) => `/cases/${id}/letter/pdf`,
  /** The letter about a warning or card that counts now. */
  cardFile: (id: string, card: string) => `/cases/${id}/cards/${card}`,
  /** An agreement of the tenancy, to be signed. */
  agreementFile: (id: string, agreement: string) => `/cases/${id}/agreements/${agreement}`,
  /** What the tafels did, in figures. */
  tafelFigures: '/tafels/figures',
  /** What was decided otherwise than the covenant says. */
  exceptions: '/exceptions',
  exceptionsExport: '/exceptions/export',
  check: (id: string) => `/cases/${id}/check`,
  /** Proposals for a whole covenant at once, and the homes of one client. */
  matching: '/matching',
  homes: (id: string) => `/cases/${id}/homes`,
  /** The candidates of a dwelling: from a place on, or beside or from one of them by their name for it. */
  candidates: (dwelling: string, part: Readonly<Record<string, string>>) =>
    `/dwellings/${dwelling}${Object.keys(part).length ? `?${new URLSearchParams(part)}` : ''}#candidates`,
  candidate: (dwelling: string, pseudonym: string) => `/dwellings/${dwelling}/candidates/${pseudonym}`,
} as const

const OWN = 'http://own.invalid'

/** An address of this website, as it was asked; null for one that could lead elsewhere. */
export function localPath(asked: unknown): string | null {
  // No backslash, no space, no control character: browsers read those as something else.
  if (typeof asked !== 'string' || asked.length > 2000 || !/^\/(?!\/)[!-[\]-~]*$/.test(asked)) return null
  const { origin, pathname, search } = new URL(asked, OWN)
  return origin === OWN && !pathname.startsWith('//') ? pathname + search : null
}

/** Where somebody goes after signing in: the page that was asked, or the work list. */
export function ownPath(asked: unknown): string {
  const path = localPath(asked)
  if (!path || (/^\/(login|api)(\/|\?|$)/i.test(path) && path !== paths.signedInAgain)) return paths.work
  return path
}

/** The page to sign in, or to choose a role, with the way back from there and why one is sent there. */
export function leadingBack(
  page: string,
  asked: unknown,
  why: Readonly<Record<string, string>> = {},
): string {
  const next = ownPath(asked)
  const query = new URLSearchParams({ ...(next !== paths.work && { next }), ...why }).toString()
  return query ? `${page}?${query}` : page
}
