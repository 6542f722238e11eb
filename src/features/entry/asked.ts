// From which earlier registration an address asks to take over.
import { z } from 'zod'
import { earlierKinds } from '@/domain/case/described'

const asked = z.object({ earlier: z.uuid(), earlierAs: z.enum(earlierKinds).catch('zelfde') })

/** Null where the address names none, or something that is no id. */
export function asksFrom(address: Readonly<Record<string, unknown>>) {
  const found = asked.safeParse(address)
  return found.success ? { id: found.data.earlier, as: found.data.earlierAs } : null
}
