// A mentor who writes in a case of their own: what the tests of drafts begin with.
import { randomUUID } from 'node:crypto'
import type { Actor } from '@/domain/case/actor'
import { asActor } from '@/server/db/as-actor'
import { Prisma } from '@/server/db/client'
import { type DraftOf, draftsOf, type Keeping, keepDraft } from '@/server/drafts'
import { castOf, register } from './main-job'
import { region } from './region'

export const everyDraft = Prisma.sql`SELECT * FROM draft`

/** What the page of a form sends while somebody types this. */
export const holding = (text: string, more: Partial<Keeping> = {}): Keeping => ({
  id: randomUUID(),
  seq: 1,
  from: [],
  version: 3,
  stood: {},
  typed: { diagnosis: [text] },
  ...more,
})

export async function openDrafting() {
  const r = await region('zuidoost-drenthe', 'flevoland')
  const cast = await castOf(r)
  const kase = await register(r, cast)
  const health: DraftOf = { kind: 'case', subjectId: kase, step: 'describeHealth', about: '' }
  const keep = (who: Actor, keeping: Keeping, of = health) => asActor(who, (tx) => keepDraft(tx, of, keeping))
  const drafts = (who: Actor, of = health) => asActor(who, (tx) => draftsOf(tx, of))
  const texts = async (who: Actor, of = health) =>
    (await drafts(who, of)).map(({ typed }) => typed.diagnosis?.[0]).sort()
  return { r, mentor: cast.mentor, kase, health, keep, drafts, texts }
}
