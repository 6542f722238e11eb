// The course of a process, read out of its table: where steps lead, and which of them belong to a stage.
import type { ProcessDefinition } from '../kernel/grants'
import type { Row } from '../kernel/step'

/** From one stage to another (or back to the same), by any of these steps. */
export type Arrow = { readonly from: string; readonly to: string; readonly steps: readonly string[] }

/** A row that may lead to several stages may also stay where it is: then the way back is an arrow too. */
const leadsOf = ([step, { from, to }]: readonly [string, Row]) =>
  from.flatMap((a) =>
    [to ?? []].flat().flatMap((b) => (a !== b || Array.isArray(to) ? [{ from: a, to: b, step }] : [])),
  )

/** Every way from stage to stage, once each, in the order of the table. */
export function arrowsOf({ rows }: ProcessDefinition): readonly Arrow[] {
  const leads = Object.entries<Row>(rows).flatMap(leadsOf)
  return [...Map.groupBy(leads, ({ from, to }) => `${from} ${to}`).values()].map((same) => ({
    from: same[0]?.from ?? '',
    to: same[0]?.to ?? '',
    steps: same.map(({ step }) => step),
  }))
}

/** The stages from which no step leads on, but for one that begins again what had ended. */
export const endsOf = ({ stages, rows }: ProcessDefinition): readonly string[] => {
  const leads = Object.entries<Row>(rows)
    .filter(([, { undoes }]) => !undoes)
    .flatMap(leadsOf)
  return stages.filter((stage) => !leads.some(({ from, to }) => from === stage && to !== stage))
}

/** A step that only keeps what was described up to date: it moves nothing and nobody waits for it. */
export const keepsUpToDate = ({ from, to, closes, opens }: Row) =>
  from.includes('intake') && !to && !closes && !opens

/** The stage under which a step is told: the first in which it can be taken. Opening belongs to the stage it opens. */
const stageOf = ({ from, to }: Row): string =>
  from[0] === 'new' ? ([to ?? []].flat()[0] ?? '') : (from[0] ?? '')

/** The steps of a stage, in the order of the table. */
export const stepsIn = ({ rows }: ProcessDefinition, stage: string): readonly (readonly [string, Row])[] =>
  Object.entries<Row>(rows).filter(([, row]) => stageOf(row) === stage)
