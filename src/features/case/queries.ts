import 'server-only'
import { adoptedIn, lastAdopted, notesOf } from '@/domain/case/decisions'
// What the overview of a case needs: one query, one small object.
import { steps } from '@/domain/case/steps'
import type { Row } from '@/domain/kernel/step'
import type { Compartments, Loaded } from '@/domain/kernel/subject'
import { type Ahead, aheadOf } from '@/domain/notices/consequence'
import { tafelRows } from '@/domain/tafel/session'
import type { Tx } from '@/server/db/client'
import { type ToldRung, toldOf } from '@/server/notices/terms'
import { type OfferLine, offersOfCase } from '@/server/offers/listed'
import { type OpenStep, type OpenTurn, stepsNow, turnsNow } from '@/server/open-steps'
import { contextFor } from '@/server/run-step'
import { storyOf, type Told } from '@/server/story'
import { type AgreementLine, agreementLines } from './agreement-queries'
import { type ArrearsScreen, arrearsIn } from './arrears'
import { type ConditionShown, conditionsShown } from './conditions'
import { type Registrations, registrationsOf } from './earlier-queries'
import { type EscalationScreen, escalationOf } from './escalation'
import { handoversOf, type PendingHandover } from './handovers'
import { type CaseHead, onCase, type Scene } from './on-case'
import { type ScheduleScreen, scheduleOf } from './planned'
import { type PositionLine, positionLines } from './positions'
import { type Preparing, preparingOf } from './preparing'
import { type SignalLine, signalsIn } from './signals'
import { type Stopped, stoppedIn } from './stopped'

/** What follows is told beforehand to who reads of it afterwards: a landlord hears of no silence between a client and who supports them. */
const readsOf = ({ kase }: Scene, { step }: Ahead) =>
  ((steps[step].row as Row).writes ?? []).every((compartment) => kase.shared.has(compartment))

/** Nothing follows by itself in a shielded case. */
async function aheadIn(tx: Tx, scene: Scene, told: readonly ToldRung[]) {
  const { actor, kase, head, day } = scene
  if (head.shield) return []
  const { rules } = await contextFor(tx, actor, null, kase as unknown as Loaded<Compartments>, day)
  const announced = told.filter(({ rung }) => rung === 'announce')
  const followed = told.flatMap(({ rung, task }) => (rung === 'followed' ? [task] : []))
  return aheadOf(kase, rules, announced, day).filter(
    (one) => !followed.includes(one.task) && readsOf(scene, one),
  )
}

function decidedIn({ kase, head }: Scene): CaseScreen['decided'] {
  const decision = kase.of.decision
  if (!decision?.adoptedOn) return null
  const last = lastAdopted(kase)
  const notes = last && notesOf(kase, last.version)
  const [was, now] = [notes?.readyThen ?? null, kase.of.readiness?.readySince ?? null]
  return {
    outcome: decision.outcome,
    on: decision.adoptedOn,
    letter: head.sharing,
    weighed: kase.shared.has('decisionNotes'),
    tafel: last?.tafel ?? null,
    replaces: adoptedIn(kase).findLast(({ version }) => version === last?.replaces)?.adoptedOn ?? null,
    changed: was && now && was !== now ? { was, now } : null,
  }
}

export type CaseScreen = {
  head: CaseHead
  turns: OpenTurn[]
  told: ToldRung[]
  /** What follows a term by itself, if nobody answers before. */
  ahead: Ahead[]
  steps: OpenStep[]
  preparing: Preparing
  /** What the tafel decided, once that was adopted; `letter`: this reader can give the client the letter. */
  decided: {
    outcome: string
    on: string
    letter: boolean
    /** This reader may know why, and so what it rested on. */
    weighed: boolean
    /** The tafel that decided so; null where the decision is from before, or from a file. */
    tafel: string | null
    /** When the decision was adopted that this one replaces. */
    replaces: string | null
    /** Since when the client was known to be ready when it was decided, and now: where these differ. */
    changed: { was: string; now: string } | null
  } | null
  /** What must still be done for the decision. */
  conditions: ConditionShown[]
  asked: string | null
  /** Who can no longer read what, because the client withdrew it lately. */
  stopped: Stopped[]
  /** The tafel of today on which the case is, for who leads it; null for others, and where it is on none. */
  table: string | null
  /** Where the parties stand before the tafel. */
  positions: (PositionLine & { organisation: string })[]
  offers: OfferLine[]
  /** The agreements of the tenancy: on paper, and who signed. */
  agreements: AgreementLine[]
  registrations: Registrations
  handovers: PendingHandover[]
  schedule: ScheduleScreen | null
  arrears: ArrearsScreen | null
  escalation: EscalationScreen | null
  signals: { open: SignalLine[]; ended: SignalLine[] }
  recent: Told[]
}

const overview = [
  'initials',
  'identity',
  'readiness',
  'parties',
  'safetyFlag',
  'shield',
  'placement',
  'intakeCheck',
  'tracks',
  'criteria',
  'decision',
  'decisions',
  'decisionNotes',
  'conditions',
  'conditionWords',
  'positions',
  'earlier',
  'handover',
  'visits',
  'evaluations',
  'signatures',
  'signals',
  'signalAnswers',
  'homeCourse',
  'careSignals',
  'careAnswers',
  'careCourse',
  'arrearsSteps',
  'arrearsSignal',
  'arrearsEnds',
  'debtHelp',
  'escalations',
  'cards',
]

/** Who decides on one case goes back to the table for the next one. */
function tableOf({ actor, kase, day }: Scene): string | null {
  const { tafel, tafelOn } = kase.of.agenda ?? {}
  return tafel && tafelOn && tafelOn <= day && actor.role in tafelRows.takeUpItem.by ? tafel : null
}

/** The overview of a case: whose turn, what I can do, what is missing, what happened last. */
export const getCaseScreen = (id: string): Promise<CaseScreen | null> =>
  onCase(
    id,
    (kase) => overview.filter((c) => kase.shared.has(c)),
    async (tx, scene) => {
      const { actor, kase, head, names, day } = scene
      const subject = kase as unknown as Loaded<Compartments>
      const check = kase.of.intakeCheck?.at(-1)
      const told = await toldOf(tx, id)
      return {
        head,
        turns: turnsNow(actor, subject, names, day),
        told,
        ahead: await aheadIn(tx, scene, told),
        steps: await stepsNow(tx, actor, subject, day),
        preparing: await preparingOf(tx, scene),
        decided: decidedIn(scene),
        conditions: conditionsShown(scene),
        asked: check?.outcome === 'incomplete' ? check.missing : null,
        stopped: stoppedIn(kase, names, day),
        table: tableOf(scene),
        positions: (await positionLines(tx, kase)).map((line) => ({
          ...line,
          organisation: names.get(line.organisationId)?.name ?? '',
        })),
        offers: await offersOfCase(tx, id),
        agreements: await agreementLines(tx, scene),
        registrations: await registrationsOf(tx, kase),
        handovers: handoversOf(kase, names, actor.organisationId),
        schedule: await scheduleOf(tx, scene),
        arrears: arrearsIn(kase),
        escalation: await escalationOf(tx, scene),
        signals: signalsIn(scene),
        recent: head.emergencies.only ? [] : await storyOf(tx, id, 5),
      }
    },
    { inEmergency: true },
  )
