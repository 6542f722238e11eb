import 'server-only'
// Who was passed by in the last run, of the clients that whoever asks reads, and what was scarce.
import type { Actor } from '@/domain/case/actor'
import { type Envy, envyIn } from '@/domain/matching/run/envy'
import { today } from '@/server/clock'
import type { Tx } from '@/server/db/client'
import { lastSolved } from '@/server/matching/solved'
import { rulesOn } from '@/server/rules'

export type PassedBy = Envy & { readonly number: string; readonly address: string }

const MOST = 20

/** Clients without a proposal while a home that fits them went to somebody less urgent; none where another run was the last. */
export async function passedByIn(tx: Tx, actor: Actor, run: string): Promise<PassedBy[]> {
  const last = await lastSolved(tx, actor)
  if (last?.run !== run) return []
  const { smallCell } = await rulesOn(tx, today())
  const found = envyIn(last.solved, smallCell)
  const ids = found.map((one) => one.case)
  const rows = await tx.$queryRaw<{ id: string; number: string }[]>`
    SELECT s.id::text, s.number FROM spine s WHERE s.id = ANY (${ids}::uuid[]) AND NOT s.shielded`
  const homes = await tx.$queryRaw<{ id: string; address: string }[]>`
    SELECT f.subject_id::text AS id, f.street || ' ' || f.house_number AS address FROM dwelling_facts f WHERE f.subject_id = ANY (${found.map(({ dwelling }) => dwelling)}::uuid[])`
  const numbers = new Map(rows.map(({ id, number }) => [id, number]))
  const addresses = new Map(homes.map(({ id, address }) => [id, address]))
  return found
    .flatMap((one) => {
      const [number, address] = [numbers.get(one.case), addresses.get(one.dwelling)]
      return number && address ? [{ ...one, number, address }] : []
    })
    .slice(0, MOST)
}
