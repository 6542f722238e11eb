// A case at a moment of its story, reached by playing every step before it through the engine: no stage is ever set by hand.
import type { Stage } from '@/domain/case/stages'
import type { RuleSet } from '@/domain/covenant/rule-set'
import type { Norms } from '@/domain/norm/norm'
import { inputs } from './inputs'
import { norms, rules } from './rules'
import { type Inputs, World } from './world'

/** What happens between one moment and the next. The first moment of a stage bears its name. */
const chapters = {
  new: () => {},
  intake: (w: World) => w.take('openCase', 'mentor'),
  described: (w: World) => {
    w.on('2026-01-14').take('describeStay', 'mentor').take('describeHousehold', 'mentor')
    w.take('describeBinding', 'mentor').take('describeIncome', 'mentor').take('describeDebts', 'mentor')
    w.take('describeSupport', 'mentor').take('writeProfile', 'mentor').take('describeSafety', 'mentor')
    w.take('addExclusion', 'mentor')
  },
  sent: (w: World) => w.on('2026-01-15').take('sendIntake', 'mentor'),
  tafel: (w: World) => w.on('2026-01-19').take('acceptIntake', 'regisseur'),
  onTafel: (w: World) => w.on('2026-01-20').take('planTafel', 'coordinator').take('putOnTafel', 'regisseur'),
  proposed: (w: World) => w.on('2026-02-03').take('openTafel', 'chair').take('proposeDecision', 'chair'),
  matching: (w: World) => w.take('adoptList', 'chair').on('2026-02-04').take('adoptList', 'secretary'),
  offered: (w: World) =>
    w.on('2026-02-10').take('enterDwelling', 'officer').on('2026-02-16').take('propose', 'officer'),
  accepted: (w: World) => w.on('2026-02-18').take('acceptOffer', 'mentor'),
  tenancy: (w: World) => w.on('2026-02-20').take('confirmOffer', 'officer'),
  signed: (w: World) => {
    w.on('2026-02-24').take('writePlan', 'mentor').take('signLease', 'officer').take('signGuidance', 'mentor')
    w.take('signTripartiteLandlord', 'officer').take('signTripartiteProvider', 'mentor')
  },
  aftercare: (w: World) => w.on('2026-03-02').take('handOverKey', 'officer'),
  evaluated: (w: World) =>
    w.on('2026-03-09').take('recordVisit', 'mentor').on('2027-03-02').take('recordEvaluation', 'mentor'),
  ownName: (w: World) => {
    w.take('requestOmklap', 'mentor')
      .take('adviseAsProvider', 'mentor')
      .take('adviseAsCorporation', 'officer')
    w.on('2027-03-10').take('decideOmklap', 'officer')
  },
  waakvlam: (w: World) => w.on('2027-03-15').take('startWaakvlam', 'mentor'),
  closed: (w: World) => w.on('2027-06-14').take('recordVisit', 'mentor').take('closeCase', 'mentor'),
} as const satisfies Record<Stage, unknown> & Record<string, (w: World) => unknown>

export type Moment = keyof typeof chapters
const moments = Object.keys(chapters) as Moment[]

export type Changes = { readonly rules?: RuleSet; readonly norms?: Norms; readonly inputs?: Inputs }

const told = new Map<Moment, World>()

function tell(moment: Moment, from: World | null, start: () => World): World {
  const world = from?.copy() ?? start()
  chapters[moment](world)
  return world
}

/** The case as it is at this moment of the canonical story; `changes` are agreements, norms or answers that differ. */
export function caseAt(moment: Moment, changes?: Changes): World {
  const start = () =>
    new World(changes?.rules ?? rules, changes?.norms ?? norms, { ...inputs, ...changes?.inputs })
  const until = moments.slice(0, moments.indexOf(moment) + 1)
  if (changes) return until.reduce<World | null>((w, m) => tell(m, w, start), null) as World
  let world: World | null = null
  for (const m of until) {
    world = told.get(m) ?? tell(m, world, start)
    told.set(m, world)
  }
  return (world as World).copy()
}

/** Plays a world that stands at a moment on to a later one, by the steps that anyone would take. */
export const playOn = (world: World, from: Moment, to: Moment): World =>
  moments
    .slice(moments.indexOf(from) + 1, moments.indexOf(to) + 1)
    .reduce((w, moment) => tell(moment, w, () => w), world)
