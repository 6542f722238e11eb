import 'server-only'
import type { Case } from '@/domain/case/case'
import { isShielded } from '@/domain/intake/shield'
import type { Tx } from '@/server/db/client'
import { nameableFor } from '@/server/named'

/** A shielded case: what everyone may know of that, and what the named people know. */
export type Shielding = {
  alias: string
  outside: boolean
  named: string[]
  /** The organisations of the named people. */
  namedAt: string[]
  /** Parties of which nobody is named yet. */
  unnamed: string[]
  endProposed: boolean
}

/** How a case is shielded; null when it is not. */
export async function shieldingOf(tx: Tx, kase: Case): Promise<Shielding | null> {
  const { shield } = kase.of
  if (!shield || !isShielded(kase)) return null
  const people = kase.outside ? [] : await nameableFor(tx, kase.spine.id)
  const named = people.filter((p) => p.named)
  const without = people.filter((p) => !named.some((n) => n.organisationId === p.organisationId))
  return {
    alias: shield.alias,
    outside: kase.outside,
    named: [...new Set(named.map((p) => p.name))],
    namedAt: [...new Set(named.map((p) => p.organisationId))],
    unnamed: [...new Set(without.map((p) => p.organisation))],
    endProposed: !!shield.endProposedOn,
  }
}
