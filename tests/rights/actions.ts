// Every server action of the build, and what the walk sends to it about subjects that are not the sender's.
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { paths } from '@/paths'
import type { Placed } from '../policy/standings'
import { filled, type Pairs } from './posts'
import type { World } from './world'

/** A hidden subject with its world: what a sender could have heard of, and types in all the same. */
export type Rumour = { readonly w: World; readonly at: Placed; readonly number: string }

type Called = {
  /** A page that has this action. */
  readonly from: string
  /** Whether it is called with what the form knew before, with the form alone, or with a text. */
  readonly as: 'state' | 'form' | 'text'
  readonly fields: (about: Rumour) => Pairs
  readonly ends?: true // the session of who sends it: sent by nobody
}

/** The address of somebody of another organisation. */
const email = ({ w }: Rumour) => {
  const at = w.places.find(
    ({ kind, setting, stage }) => kind === 'membership' && setting === 'none' && stage !== 'new',
  )
  return w.aviary.of(at?.id ?? '', 'seat')[1] ?? ''
}

/** A server action without a line here makes the walk fail: a new one is sent too, or it does not come in. */
export const ACTIONS: Readonly<Record<string, Called>> = {
  takeStepAction: {
    from: '/cases/new',
    as: 'state',
    fields: ({ at }) => filled([], 'describeDebts', at.id),
  },
  // Of a form of one's own by its shape; the subject is another's.
  discardDraftAction: {
    from: '/cases/new',
    as: 'form',
    fields: ({ at }) => filled([], 'describeDebts', at.id),
  },
  helpAction: { from: '/help', as: 'text', fields: ({ at }) => [['address', paths.subject('case', at.id)]] },
  findByNumberAction: { from: '/journal', as: 'state', fields: ({ number }) => [['number', number]] },
  // With how every word of the walk begins: it finds all that this person may see, and no more.
  findAction: { from: '/search', as: 'state', fields: () => [['typed', 'cnry']] },
  searchAction: { from: '/cases', as: 'state', fields: () => [['typed', 'cnry']] },
  findEarlierAction: { from: '/cases/new/earlier', as: 'state', fields: () => [['typed', 'cnry']] },
  // The id of a case is no import.
  mapImportAction: { from: '/cases/import', as: 'form', fields: ({ at }) => [['import', at.id]] },
  agreeImportAction: { from: '/cases/import', as: 'form', fields: ({ at }) => [['import', at.id]] },
  cancelImportAction: { from: '/cases/import', as: 'form', fields: ({ at }) => [['import', at.id]] },
  endImportAction: { from: '/cases/import', as: 'form', fields: ({ at }) => [['import', at.id]] },
  // From nobody who asks for runs: none is begun, and the id of a case is none to stop.
  askRunAction: { from: '/matching', as: 'form', fields: () => [] },
  cancelRunAction: { from: '/matching', as: 'form', fields: ({ at }) => [['run', at.id]] },
  // Nothing is proposed with a number that no version has; the id of a case is no proposal.
  proposeNumbersAction: { from: '/covenant/change', as: 'state', fields: () => [['base', '0']] },
  proposeTextAction: { from: '/covenant/change', as: 'state', fields: () => [['rules', '{}']] },
  agreeToChangeAction: { from: '/covenant/change', as: 'form', fields: ({ at }) => [['change', at.id]] },
  endChangeAction: { from: '/covenant/change', as: 'form', fields: ({ at }) => [['change', at.id]] },
  chooseDeviceAction: { from: '/organisation/device', as: 'form', fields: () => [['base', '0']] },
  saySupportAction: { from: '/organisation/support', as: 'state', fields: () => [['base', '0']] },
  proposeWordsAction: { from: '/organisation/words', as: 'state', fields: () => [['base', '0']] },
  agreeToWordsAction: { from: '/organisation/words', as: 'form', fields: ({ at }) => [['wording', at.id]] },
  endWordsAction: { from: '/organisation/words', as: 'form', fields: ({ at }) => [['wording', at.id]] },
  keepPlaceAction: { from: '/time-outs', as: 'state', fields: ({ at }) => [['place', at.id]] },
  endPlaceAction: { from: '/time-outs', as: 'form', fields: ({ at }) => [['place', at.id]] },
  answerProposalAction: {
    from: '/matching', // Of a run that is none.
    as: 'form',
    fields: ({ at }) => [
      ['run', at.id],
      ['subject', at.id],
      ['on', 'case'],
      ['answer', 'accepted'],
      ['shown', '1'],
    ],
  },
  agreeToAllAction: { from: '/matching', as: 'form', fields: () => [['shown', '1']] },
  takeTogetherAction: {
    from: '/cases/together?step=describeParties',
    as: 'state',
    fields: ({ at }) => [
      ['step', 'describeParties'],
      ['on', JSON.stringify({ id: at.id, version: 0, key: randomUUID() })],
      ['mentorName', 'Een vreemde'],
      ['mentorPhone', ''],
    ],
  },
  // From nobody who makes an agenda: the tafel of a rumour stays as it is, and the page says the same of any.
  arrangeItemAction: {
    from: '/tafels',
    as: 'form',
    fields: ({ at }) => [
      ['tafel', at.id],
      ['item', at.id],
      ['agendaPlace', '1'],
      ['minutes', '30'],
    ],
  },
  // From nobody who leads a table: what is in hand stays so, and the page says the same of any.
  holdAction: {
    from: '/tafels',
    as: 'form',
    fields: ({ at }) => [
      ['tafel', at.id],
      ['step', 'takeUpItem'],
      ['item', at.id],
    ],
  },
  // A view of codes; the id of a case is no view.
  keepViewAction: {
    from: '/cases/views',
    as: 'form',
    fields: () => [
      ['name', 'Te laat'],
      ['reach', 'own'],
      ['selection', 'late=yes'],
    ],
  },
  removeViewAction: { from: '/cases/views', as: 'form', fields: ({ at }) => [['view', at.id]] },
  openFirstAction: { from: '/cases/views', as: 'form', fields: ({ at }) => [['view', at.id]] },
  // The id of a case is no alert, and of an alert of another organisation nobody here knows the id.
  seeAlertAction: { from: '/journal', as: 'form', fields: ({ at }) => [['alert', at.id]] },
  // A notice of somebody else is none to read, and the id of a case is no notice.
  readNoticeAction: {
    from: '/notices',
    as: 'form',
    fields: ({ at }) => [
      ['notice', at.id],
      ['earlier', 'yes'],
    ],
  },
  calendarLinkAction: { from: '/notices/choices', as: 'form', fields: () => [['link', 'none']] },
  chooseMailAction: { from: '/notices/choices', as: 'form', fields: () => [['usual', 'atOnce']] },
  checkAnewAction: { from: '/journal', as: 'form', fields: () => [] },
  passwordAction: {
    from: '/login',
    as: 'state',
    fields: (about) => [
      ['email', email(about)],
      ['password', 'not the password of this person'],
    ],
  },
  demoAction: { from: '/login', as: 'form', fields: () => [['account', randomUUID()]] },
  giveLinkAction: { from: '/help', as: 'state', fields: ({ at }) => [['offer', at.id]] },
  // Nobody has the link: it is answered as a wrong code is.
  answerByLinkAction: {
    from: '/login',
    as: 'state',
    fields: () => [
      ['token', randomUUID()],
      ['code', '123456'],
      ['sent', 'yes'],
      ['word', 'ja'],
    ],
  },
  invitationAction: {
    from: '/login',
    as: 'state',
    fields: () => [
      ['token', randomUUID()],
      ['password', 'a password that is long enough'],
    ],
  },
  chooseAction: {
    from: '/login/membership',
    as: 'form',
    fields: ({ w }) => [
      ['membership', w.places.find(({ kind, stage }) => kind === 'membership' && stage !== 'new')?.id ?? ''],
    ],
  },
  preferAction: {
    from: '/help',
    as: 'form',
    fields: () => [
      ['language', 'nl'],
      ['theme', 'dark'],
    ],
  },
  leaveAction: { from: '/help', as: 'form', fields: () => [], ends: true },
}

type Manifest = { readonly node: Readonly<Record<string, { readonly exportedName: string }>> }

/** The actions of what was built last: their names, and the ids by which a script calls them. */
export function actionsOf(build: string): ReadonlyMap<string, string> {
  const { node } = JSON.parse(
    readFileSync(`${build}/server/server-reference-manifest.json`, 'utf8'),
  ) as Manifest
  return new Map(Object.entries(node).map(([id, { exportedName }]) => [exportedName, id]))
}

/** What a script in the browser sends to call it. */
export function calling({ as, fields }: Called, about: Rumour): Pairs {
  const typed = fields(about)
  if (as === 'text') return [['0', JSON.stringify(typed.map(([, value]) => value))]]
  const args = as === 'state' ? '[{"attempt":0,"fields":{},"typed":{}},"$K1"]' : '["$K1"]'
  return [...typed.map(([name, value]) => [`_1_${name}`, value] as const), ['0', args]]
}
