import 'server-only'
// Whom one can choose in the forms about who sits at a table.
import type { RefTo } from '@/domain/kernel/field'
import type { Step } from '@/domain/kernel/step'
import type { Compartments, Loaded } from '@/domain/kernel/subject'
import { delegatesOf } from '@/domain/tafel/delegates'
import type { Tafel } from '@/domain/tafel/session'
import type { Tx } from '@/server/db/client'
import { seatable } from '@/server/delegates'
import type { Option } from './options'

/** Everybody who can sit at a table, and of them who does; nothing for any other step. */
export async function delegateOptions(
  tx: Tx,
  step: Step,
  subject: Loaded<Compartments>,
): Promise<Partial<Record<RefTo, Option[]>>> {
  if (step.name !== 'nameDelegate' && step.name !== 'dropDelegate') return {}
  const people = await seatable(tx)
  const options = people.map((p) => ({ value: p.id, label: `${p.organisation}: ${p.name}`, role: p.role }))
  const seated = delegatesOf(subject as unknown as Tafel).map(({ delegate }) => delegate)
  return { delegate: options, seated: options.filter(({ value }) => seated.includes(value)) }
}
