// Which help belongs to which address: a text for each screen, with the words that stand on it.

/** The words that are explained, in the order of a case. */
export const words = [
  'herkomst',
  'uitstroomgereed',
  'aanmelding',
  'regisseur',
  'woonprofiel',
  'contraIndicatie',
  'afgeschermd',
  'noodtoegang',
  'zrm',
  'toestemming',
  'bewind',
  'uitstroomtafel',
  'quorum',
  'termijn',
  'passend',
  'aftoppingsgrens',
  'kandidaat',
  'driepartijen',
  'omklap',
  'waakvlam',
  'opschaling',
  'mandaat',
  'convenant',
  'journaal',
] as const
export type Word = (typeof words)[number]

type Screen = { readonly key: string; readonly at: readonly string[]; readonly words: readonly Word[] }

const steps = (room: string) => `/${room}/[id]/steps/[step]`

/** Every screen: its addresses as the folders of src/app name them. */
export const screens = [
  { key: 'work', at: ['/'], words: ['termijn', 'uitstroomgereed'] },
  { key: 'notices', at: ['/notices'], words: ['termijn'] },
  { key: 'mailChoices', at: ['/notices/choices'], words: ['noodtoegang'] },
  { key: 'search', at: ['/search'], words: ['afgeschermd', 'noodtoegang'] },
  { key: 'cases', at: ['/cases'], words: ['uitstroomgereed', 'aanmelding'] },
  { key: 'caseViews', at: ['/cases/views'], words: [] },
  {
    key: 'caseImport',
    at: ['/cases/import', '/cases/import/[id]'],
    words: ['uitstroomgereed', 'afgeschermd', 'uitstroomtafel'],
  },
  { key: 'caseTogether', at: ['/cases/together'], words: [] },
  {
    key: 'caseNew',
    at: ['/cases/new', '/cases/new/earlier'],
    words: ['aanmelding', 'herkomst', 'uitstroomgereed'],
  },
  { key: 'case', at: ['/cases/[id]'], words: ['regisseur', 'termijn', 'uitstroomgereed', 'afgeschermd'] },
  { key: 'caseFile', at: ['/cases/[id]/file'], words: ['toestemming', 'woonprofiel', 'zrm', 'bewind'] },
  {
    key: 'casePapers',
    at: ['/cases/[id]/papers', '/cases/[id]/papers/add', '/cases/[id]/papers/[paper]/withdraw'],
    words: ['toestemming', 'bewind', 'woonprofiel'],
  },
  { key: 'caseNotes', at: ['/cases/[id]/notes'], words: ['afgeschermd', 'journaal'] },
  { key: 'caseTimeline', at: ['/cases/[id]/timeline'], words: ['journaal'] },
  { key: 'caseSeen', at: ['/cases/[id]/seen'], words: ['toestemming'] },
  {
    key: 'caseConsents',
    at: ['/cases/[id]/consents', '/cases/[id]/consents/[recipient]/[category]'],
    words: ['toestemming'],
  },
  { key: 'caseShared', at: ['/cases/[id]/shared'], words: ['toestemming', 'journaal'] },
  { key: 'caseCopy', at: ['/cases/[id]/copy'], words: ['toestemming', 'woonprofiel'] },
  { key: 'caseLetter', at: ['/cases/[id]/letter'], words: ['uitstroomtafel'] },
  { key: 'caseWeighed', at: ['/cases/[id]/weighed'], words: ['uitstroomtafel', 'convenant'] },
  { key: 'caseLooks', at: ['/cases/[id]/shared/looks'], words: ['journaal', 'toestemming', 'afgeschermd'] },
  { key: 'caseCheck', at: ['/cases/[id]/check'], words: ['aanmelding', 'woonprofiel'] },
  {
    key: 'caseStep',
    at: [steps('cases')],
    words: ['termijn', 'toestemming', 'contraIndicatie', 'afgeschermd'],
  },
  { key: 'dwellings', at: ['/dwellings'], words: ['kandidaat'] },
  { key: 'dwellingNew', at: ['/dwellings/new'], words: ['aftoppingsgrens', 'passend'] },
  { key: 'dwellingCalendar', at: ['/dwellings/calendar'], words: ['kandidaat'] },
  { key: 'dwellingImport', at: ['/dwellings/import', '/dwellings/import/[id]'], words: ['passend'] },
  { key: 'dwelling', at: ['/dwellings/[id]'], words: ['kandidaat', 'passend'] },
  { key: 'candidate', at: ['/dwellings/[id]/candidates/[pseudonym]'], words: ['kandidaat', 'passend'] },
  { key: 'dwellingStep', at: [steps('dwellings')], words: ['passend'] },
  { key: 'offer', at: ['/offers/[id]'], words: ['kandidaat', 'passend'] },
  { key: 'offerStep', at: [steps('offers')], words: ['passend'] },
  { key: 'tafels', at: ['/tafels'], words: ['uitstroomtafel'] },
  { key: 'tafelNew', at: ['/tafels/new'], words: ['uitstroomtafel'] },
  { key: 'tafel', at: ['/tafels/[id]'], words: ['uitstroomtafel', 'quorum'] },
  {
    key: 'tafelAgenda',
    at: ['/tafels/[id]/agenda'],
    words: ['uitstroomtafel', 'uitstroomgereed', 'termijn'],
  },
  { key: 'tafelSession', at: ['/tafels/[id]/session'], words: ['uitstroomtafel', 'quorum'] },
  { key: 'tafelRoom', at: ['/tafels/[id]/room'], words: ['uitstroomtafel', 'quorum', 'afgeschermd'] },
  { key: 'tafelMinutes', at: ['/tafels/[id]/minutes'], words: ['uitstroomtafel', 'termijn'] },
  { key: 'tafelFigures', at: ['/tafels/figures'], words: ['uitstroomtafel', 'quorum', 'uitstroomgereed'] },
  { key: 'exceptions', at: ['/exceptions'], words: ['convenant', 'uitstroomtafel'] },
  { key: 'tafelStep', at: [steps('tafels')], words: ['quorum', 'uitstroomtafel'] },
  { key: 'report', at: ['/report'], words: ['uitstroomgereed', 'herkomst'] },
  { key: 'fairness', at: ['/report/fairness'], words: ['uitstroomgereed', 'herkomst', 'afgeschermd'] },
  { key: 'retention', at: ['/report/retention'], words: ['convenant', 'waakvlam', 'afgeschermd'] },
  { key: 'contingent', at: ['/contingent'], words: ['convenant', 'herkomst', 'afgeschermd', 'passend'] },
  { key: 'timeOutPlaces', at: ['/time-outs'], words: ['convenant'] },
  { key: 'homes', at: ['/cases/[id]/homes'], words: ['woonprofiel', 'passend'] },
  { key: 'matching', at: ['/matching'], words: ['convenant', 'regisseur'] },
  { key: 'journal', at: ['/journal', '/journal/print'], words: ['journaal'] },
  {
    key: 'emergencyNew',
    at: ['/emergencies/new'],
    words: ['noodtoegang', 'afgeschermd'],
  },
  { key: 'emergency', at: ['/emergencies/[id]', steps('emergencies')], words: ['noodtoegang', 'journaal'] },
  { key: 'people', at: ['/organisation'], words: [] },
  { key: 'ownWords', at: ['/organisation/words'], words: [] },
  { key: 'deviceChoice', at: ['/organisation/device'], words: [] },
  { key: 'supportAreas', at: ['/organisation/support'], words: ['convenant', 'afgeschermd'] },
  { key: 'person', at: ['/organisation/[id]', '/organisation/new', steps('organisation')], words: [] },
  { key: 'rights', at: ['/rights'], words: ['toestemming'] },
  { key: 'rightsTable', at: ['/rights/table'], words: ['toestemming', 'convenant'] },
  { key: 'process', at: ['/process'], words: ['termijn', 'convenant'] },
  { key: 'covenant', at: ['/covenant'], words: ['convenant', 'mandaat', 'quorum', 'omklap'] },
  { key: 'covenantChange', at: ['/covenant/change'], words: ['convenant', 'termijn'] },
  { key: 'help', at: ['/help'], words: [] },
  { key: 'privacy', at: ['/privacy'], words: ['toestemming', 'journaal', 'convenant'] },
  { key: 'accessibility', at: ['/accessibility'], words: [] },
  { key: 'login', at: ['/login', '/login/again'], words: [] },
  { key: 'membership', at: ['/login/membership'], words: ['convenant'] },
  { key: 'answer', at: ['/answer/[token]'], words: [] },
  { key: 'invitation', at: ['/login/invitation/[token]'], words: [] },
  { key: 'design', at: ['/design'], words: [] },
] as const satisfies readonly Screen[]

const segmentsOf = (address: string) => address.split('/').filter(Boolean)

/** How well an address fits a pattern: a name that is the same counts for more than one that may be anything. */
function fit(address: string, pattern: string): number {
  const [asked, offered] = [segmentsOf(address), segmentsOf(pattern)]
  if (asked.length !== offered.length) return -1
  const points = offered.map((part, i) => (part === asked[i] ? 2 : part.startsWith('[') ? 1 : -Infinity))
  return points.reduce((sum, n) => sum + n, 0)
}

/** The screen at an address; null where there is none. */
export function screenAt(address: string): Screen | null {
  const path = address.split(/[?#]/)[0] ?? ''
  const fits = screens.flatMap((screen) => screen.at.map((at) => ({ screen, points: fit(path, at) })))
  const best = fits.reduce((a, b) => (b.points > a.points ? b : a))
  return best.points >= 0 ? best.screen : null
}

/** The screen of this name; null for any other word. */
export const screenOf = (key: string | undefined): Screen | null =>
  screens.find((screen) => screen.key === key) ?? null
