// The next tafels asked alone, as a start asks them among its own work.
import type { Actor } from '@/domain/case/actor'
import { type TafelRow, tafelsAsked, tafelsFrom } from '@/features/worklist/tafels'
import type { Tx } from '@/server/db/client'

export const nextTafels = async (tx: Tx, actor: Actor, today: string, limit: number) =>
  tafelsFrom(await tx.$queryRaw<TafelRow[]>(tafelsAsked(actor, today, limit)), actor, today)
