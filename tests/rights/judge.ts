// What an answer may say, and what it said. The exceptions stand here, each with its reason.
import { paperGroups } from '@/domain/case/papers'
import { weighed } from '@/domain/case/weighed'
import type { Canary } from './canaries'
import { allows, mayHave } from './may-have'
import { employerOf } from './people'
import type { Visit } from './visits'
import type { Answer } from './website'
import { WEIGHED } from './weighed'
import type { World } from './world'

type Exception = {
  readonly why: string
  readonly holds: (w: World, visit: Visit, canary: Canary) => boolean
}

/** All that may be said to somebody who may not read where it stands. */
const EXCEPTIONS: readonly Exception[] = [
  {
    why: 'the id in the address that was asked for comes back in the answer: whoever asked has it already',
    holds: (_w, { path }, { field, subject, object }) =>
      object === 'spine' && field === 'id' && path.includes(subject),
  },
  {
    why: 'the id of the paper in the address that was asked for, for the same reason',
    holds: (w, { path }, { field, subject, object }) =>
      field === 'paper' &&
      w.papers.of(subject).some(({ id, group }) => group === object && path.includes(id)),
  },
  {
    why: 'a privacy officer sees of which subjects the records of the own organisation are: their number and id, no more',
    holds: (_w, { who, route }, { object }) =>
      who.role === 'privacyOfficer' && route.startsWith('/journal') && object === 'spine',
  },
  {
    why: 'a privacy officer chooses whose records to read: the names of the people of the own organisation',
    holds: (w, { who, route }, { object, field, subject }) => {
      const of = w.placeOf.get(subject)
      const colleague = of && employerOf(w.ground, of) === who.organisation && of.setting !== 'elsewhere'
      const name = object === 'seat' && field === 'name of the account'
      return who.role === 'privacyOfficer' && route === '/journal' && name && !!colleague
    },
  },
  {
    why: 'colleagues of the own organisation are found by their name, as the forms of steps offer them',
    holds: (w, { who, route }, { object, field, subject }) => {
      const of = w.placeOf.get(subject)
      const colleague = of && employerOf(w.ground, of) === who.organisation && of.setting !== 'elsewhere'
      return (
        route.startsWith('/search') && object === 'seat' && field === 'name of the account' && !!colleague
      )
    },
  },
  {
    why: 'who may propose sees the priority of a candidate, under a pseudonym: the order of the list is explained by it',
    holds: (w, { who, route, at }, { object, field }) =>
      object === 'decision' &&
      field === 'priority' &&
      route.startsWith('/dwellings/[id]') &&
      who.role === 'officer' &&
      !!at &&
      allows(w, who, at, 'read', 'facts'),
  },
]

const said = (visit: Visit, what: string) =>
  `${visit.who.name} · ${visit.channel} ${visit.path.replace(/[0-9a-f-]{36}/, '[id]')}${
    visit.at ? ` (${visit.at.stage}, ${visit.at.setting}, ${visit.at.consent}, ${visit.at.shield})` : ''
  }: ${what}`

/** The facts in this text that this person may not have. */
export function leaks(w: World, visit: Visit, text: string): string[] {
  return [...w.aviary.in(text)].flatMap(([value, canary]) => {
    if (mayHave(w, visit.who, canary)) return []
    if (EXCEPTIONS.some(({ holds }) => holds(w, visit, canary))) return []
    const of = w.placeOf.get(canary.subject)
    const whose =
      canary.subject === visit.at?.id
        ? 'its own'
        : `of a ${of?.kind} (${of?.stage}, ${of?.setting}, ${of?.shield})`
    return [said(visit, `${value} is ${canary.object}.${canary.field}, ${whose}`)]
  })
}

/** What is in every answer anew: where a stream was cut, nonces, keys of forms, ids, numbers of requests, and the address that was asked. */
export const plainly = (text: string) =>
  text
    .replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi, 'ID')
    .replace(/nonce(\\?"?[=:]\\?")[^"\\]*/g, 'nonce$1')
    .replace(/"\]\)<\/script><script(?: nonce="")?>self\.__next_f\.push\(\[1,"/g, '')

/** An answer about what is not there for this person is the answer about what is not there at all. */
export function differsFromNothing(visit: Visit, answer: Answer, nothing: Answer): string[] {
  if (answer.status !== nothing.status)
    return [said(visit, `${answer.status}, and ${nothing.status} when there is nothing`)]
  const [a, b] = [plainly(answer.body), plainly(nothing.body)]
  return Math.abs(a.length - b.length) > 16
    ? [said(visit, `${a.length} characters, and ${b.length} when there is nothing`)]
    : []
}

/** An id says nothing to a reader: of what it leads to, the name is shown, or a page of its own. */
const ID = /^[0-9a-f]{8}-/

/** What has a page of its own beside the file. */
const BESIDE = ['consents', 'notes', ...paperGroups]

/** The same of what a decision rested on. */
const missesWeighed = (w: World, { who, at, ...visit }: Visit, answer: Answer): string[] => {
  const found = w.aviary.in(answer.body)
  const subject = at?.id ?? ''
  return weighed
    .filter((object) => mayHave(w, who, { subject, object: WEIGHED + object, field: '' }))
    .flatMap((object) => w.aviary.of(subject, WEIGHED + object))
    .filter((value) => !ID.test(value) && !found.has(value))
    .map((value) => said({ ...visit, who, at }, `what was known then is shared, and ${value} is not there`))
}

/** Whoever may read it finds it in the file: a walk that sees nothing would prove nothing. */
export function misses(w: World, visit: Visit, answer: Answer): string[] {
  const { at, who, route, channel } = visit
  if (at?.kind !== 'case' || channel !== 'html') return []
  if (route === '/cases/[id]/weighed') return missesWeighed(w, visit, answer)
  if (route !== '/cases/[id]/file') return []
  const found = w.aviary.in(answer.body)
  return at.holds
    .filter((object) => !BESIDE.includes(object) && allows(w, who, at, 'read', object))
    .flatMap((object) => w.aviary.of(at.id, object).map((value) => ({ object, value })))
    .filter(({ value }) => !ID.test(value) && !found.has(value))
    .map(({ object, value }) => said(visit, `${object} is shared, and ${value} is not there`))
}
