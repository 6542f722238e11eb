// What the database keeps with the record of a decision, done in memory: app.facts_kept.
import { decisionSteps, fieldsKept, weighed } from '@/domain/case/weighed'
import type { Step } from '@/domain/kernel/step'
import { snake } from '@/server/db/rows'
import type { Batch } from './batch'
import type { Held, Row } from './held'

const latestOf = ({ of }: Held, step: Step) => {
  const adopted = step.row.writes?.includes('decisions') ? ((of.decisions ?? []) as Row[]) : []
  const versions = adopted.filter(({ adoptedOn }) => adoptedOn).map(({ version }) => Number(version))
  return versions.length ? Math.max(...versions) : null
}

/** Keeps what is known now with the record of this step, where it is a decision. In a large world nothing is taken back. */
export function keepWeighed(batch: Batch, held: Held, step: Step, record: { id: string; on: string }) {
  const { id: subjectId, covenantId } = held.spine
  const [version, rowsOf] = [latestOf(held, step), (name: string) => [held.of[name] ?? []].flat() as Row[]]
  if (!(decisionSteps as readonly string[]).includes(step.name)) return
  for (const object of weighed) {
    const rows = rowsOf(object).map((row) =>
      Object.fromEntries(fieldsKept(object).map((field) => [snake(field), row[field] ?? null])),
    )
    const said = { step: step.name, weighedOn: record.on, version, facts: JSON.stringify(rows) }
    batch.weighed.push({ recordId: record.id, object, subjectId, covenantId, ...said })
  }
}
