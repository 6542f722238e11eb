// Every way in which an actor can stand to a subject: the stage, the relation, what the person consented to.
import { randomUUID } from 'node:crypto'
import { type Role, roleNames } from '@/domain/case/actor'
import { consentCategories } from '@/domain/case/consent-table'
import { grants, processes, stepsOfKind } from '@/domain/case/steps'
import { type Grant, may } from '@/domain/kernel/grants'
import { byHand } from '@/domain/kernel/step'
import {
  type Compartments,
  type Relation,
  relations,
  type SubjectKind,
  subjectKinds,
} from '@/domain/kernel/subject'
import { claimed } from './claims'

/**
 * How the actor's organisation relates to the subject. `none`: another organisation holds every relation.
 * `elsewhere`: the actor's own organisation holds every relation, but the subject is of another covenant.
 * An emergency is held by the actor's own membership. `lapsed`: its time is over. `colleague`: someone else here holds it.
 */
export const settings = {
  none: [],
  elsewhere: [],
  any: ['any'],
  ours: ['ours'],
  assigned: ['assigned'],
  invited: ['invited'],
  emergency: ['emergency'],
  lapsed: [],
  colleague: [],
  every: relations,
} as const satisfies Record<string, readonly Relation[]>
export type Setting = keyof typeof settings

/** What the person said: to the actor's organisation, unless the name says otherwise. */
export const consents: Readonly<Record<string, readonly string[]>> = {
  never: [],
  all: consentCategories,
  withdrawn: [],
  lastDay: consentCategories,
  expired: [],
  renewed: consentCategories,
  /** A yes without a last day opens nothing. */
  endless: [],
  toAnother: [],
  ...Object.fromEntries(consentCategories.map((one) => [one, [one]])),
}

/** One subject of the test, with a row in each compartment of `holds`. */
export type Placed = {
  readonly id: string
  readonly kind: SubjectKind
  readonly stage: string
  readonly setting: Setting
  readonly consent: string
  readonly holds: readonly string[]
  /** Whether it is shielded, and then whether the actor was named for it. */
  readonly shield: Shield
}
type Shield = 'none' | 'named' | 'outside'

export const compartmentsOf = (kind: SubjectKind): Compartments => processes[kind].compartments
const objectsOf = (kind: SubjectKind) => Object.keys(compartmentsOf(kind))

/** What a person holds, and nobody's organisation: nothing of it depends on a consent. */
const ofPeople: readonly Setting[] = ['emergency', 'lapsed', 'colleague']
const ofOrganisations = (Object.keys(settings) as Setting[]).filter((name) => !ofPeople.includes(name))
/** The kinds that somebody can hold. */
const held = ['case', 'emergency'] as const

const place = (
  kind: SubjectKind,
  consent: string,
  holds: readonly string[],
  shield: Shield = 'none',
  of: readonly Setting[] = ofOrganisations,
): Placed[] =>
  processes[kind].stages.flatMap((stage) =>
    of.map((setting) => ({
      id: randomUUID(),
      kind,
      stage,
      setting,
      consent,
      holds,
      shield,
    })),
  )

/** The kinds that can be shielded: a case, and an offer that is made to it. */
const shielded = ['case', 'offer'] as const
/** A shield is asked about after the relation: these show that it holds in each of them. */
const related: readonly Setting[] = ['any', 'ours', 'emergency', 'every']

/** The consents, and the compartments that anyone reads only with one. */
const consenting = objectsOf('case').filter(
  (name) => name === 'consents' || grants.some((g) => g.object === name && g.needs),
)
const heldWith = (consent: string) => (consent === 'all' ? objectsOf('case') : consenting)

/** Every stage of every kind in every setting, empty and filled; what a consent opens also with every consent. */
export const everyPlace = (): Placed[] => [
  ...subjectKinds.flatMap((kind) => [...place(kind, 'never', []), ...place(kind, 'never', objectsOf(kind))]),
  ...held.flatMap((kind) =>
    [[], objectsOf(kind)].flatMap((holds) => place(kind, 'never', holds, 'none', ofPeople)),
  ),
  ...Object.keys(consents).flatMap((consent) =>
    consent === 'never' ? [] : place('case', consent, heldWith(consent)),
  ),
  ...shielded.flatMap((kind) =>
    (['named', 'outside'] as const).flatMap((shield) => [
      ...place(kind, 'never', [], shield, related),
      ...place(kind, kind === 'case' ? 'all' : 'never', objectsOf(kind), shield, related),
    ]),
  ),
]

/** One question with its answer, such as: does this role read this compartment of this subject? */
export type Cell = {
  readonly verb: string
  readonly object: string
  readonly role: Role
  readonly at: Placed
  readonly yes: boolean
}

/** In words, so that a difference can be read. */
const nameOf = ({ verb, object, role, at, yes }: Cell) =>
  `${role} ${verb} ${at.kind}.${object} at ${at.stage}, ${at.setting}, consent ${at.consent}, shield ${at.shield}: TypeScript says ${yes}`

/** How an answer is looked up among those of Postgres. */
export const keyOf = ({ verb, object, role, at }: Omit<Cell, 'yes'>) =>
  `${role} ${verb} ${at.kind}.${object} ${at.id}`

/** What hangs on a subject is read by the readers of this. */
const hanging = (kind: SubjectKind) => ({ turn: 'spine', party: kind === 'case' ? 'parties' : 'spine' })

const whoAt = ({ stage, setting, consent, shield }: Placed, role: Role) => ({
  role,
  stage,
  relations: settings[setting],
  consents: consents[consent] ?? [],
  outside: shield === 'outside',
})

/** What is being opened is its organisation's: nobody holds it by themselves yet. */
const isOpened = ({ stage, setting }: Placed) =>
  stage === 'new' && settings[setting].some((relation) => !['any', 'emergency'].includes(relation))

function cellsAt(at: Placed, role: Role, policy: readonly Grant[]): Cell[] {
  const who = whoAt(at, role)
  const answers = new Map<string, boolean>()
  const allowed = (verb: Grant['verb'], object: string) => {
    const answer = answers.get(verb + object) ?? may(policy, at.kind, who, verb, object)
    answers.set(verb + object, answer)
    return answer
  }
  const cell = (verb: string, object: string, yes: boolean): Cell => ({ verb, object, role, at, yes })
  const isMany = (name: string) => !!compartmentsOf(at.kind)[name]?.many
  const spine = [
    cell('read', 'spine', allowed('read', 'spine')),
    cell('read', 'relation', isOpened(at) || allowed('read', 'spine')),
  ]
  if (!at.holds.length)
    return [
      ...spine,
      ...objectsOf(at.kind).map((name) => cell('insert', name, allowed('write', name))),
      ...objectsOf(at.kind)
        .filter(isMany)
        .map((name) => cell('insertForAnother', name, false)),
      // The name of a compartment is no step, whatever one may do with it.
      ...objectsOf(at.kind)
        .slice(0, 1)
        .map((name) => cell('take', name, false)),
      ...claimed(at.kind).map((name) => cell('claim', name, false)),
      ...stepsOfKind(at.kind).map((s) => cell('take', s.name, byHand(s.row) && allowed('take', s.name))),
    ]
  const single = at.holds.filter((name) => !isMany(name))
  return [
    ...spine,
    ...at.holds.map((name) => cell('read', name, allowed('read', name))),
    ...['spine', ...at.holds].map((name) => cell('hear', name, allowed('read', name))),
    ...Object.entries(hanging(at.kind)).map(([name, by]) => cell('read', name, allowed('read', by))),
    // Postgres finds the row of an update by reading it.
    ...single.map((name) => cell('update', name, allowed('write', name) && allowed('read', name))),
  ]
}

/** Every question there is, answered by TypeScript under this policy. */
export const cellsOf = (
  places: readonly Placed[],
  policy: readonly Grant[] = grants,
  asked = roleNames,
): Cell[] => places.flatMap((at) => asked.flatMap((role) => cellsAt(at, role, policy)))

/** The cells on which the two answer differently, in words. */
export const differences = (cells: readonly Cell[], allowed: ReadonlySet<string>): string[] =>
  cells.filter((cell) => cell.yes !== allowed.has(keyOf(cell))).map(nameOf)
