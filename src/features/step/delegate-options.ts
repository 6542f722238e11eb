import 'server-only'
// Whom one can choose in the forms about who sits at a table.
import type { RefTo } from '@/domain/kernel/field'
import type { Step } from '@/domain/kernel/step'
import type { Compartments, Loaded } from '@/domain/kernel/subject'
import { invitedOf } from '@/domain/tafel/attend'
import { delegatesOf } from '@/domain/tafel/delegates'
import { presentIn } from '@/domain/tafel/quorum'
import type { Tafel } from '@/domain/tafel/session'
import type { Tx } from '@/server/db/client'
import { seatable } from '@/server/delegates'
import type { Option } from './options'

const asking = ['nameDelegate', 'dropDelegate', 'openTafel', 'arrive', 'leave']

/** Everybody who can sit at a table, of them who does, and who could be there now; nothing for any other step. */
export async function delegateOptions(
  tx: Tx,
  step: Step,
  subject: Loaded<Compartments>,
): Promise<Partial<Record<RefTo, Option[]>>> {
  if (!asking.includes(step.name)) return {}
  const people = await seatable(tx)
  const options = people.map((p) => ({ value: p.id, label: `${p.organisation}: ${p.name}`, role: p.role }))
  const tafel = subject as unknown as Tafel
  const seated = delegatesOf(tafel).map(({ delegate }) => delegate)
  const here = presentIn(tafel.of.presence ?? []).map(({ delegate }) => delegate)
  const coming = invitedOf(tafel).filter(({ delegate }) => !here.includes(delegate))
  const atTable = step.name === 'leave' ? here : coming.map(({ delegate }) => delegate)
  const among = (ids: readonly (string | null)[]) => options.filter(({ value }) => ids.includes(value))
  return { delegate: options, seated: among(seated), atTable: among(atTable) }
}
