import 'server-only'
// What a swap of two offers needs to know: the other one, and whether each client can have the home of the other. Both homes
// are held before anything is looked at, in one order: of two swaps of one home the second sees what became of the first.
import { z } from 'zod'
import type { Actor } from '@/domain/case/actor'
import type { Candidate, Context, Swap } from '@/domain/kernel/context'
import type { Compartments, Loaded } from '@/domain/kernel/subject'
import type { Offer } from '@/domain/offer/offer'
import { type Agreements, pairOf } from '../candidates'
import { asSystem } from '../db/as-actor'
import type { Tx } from '../db/client'

/** A step on an offer that may be in a swap; `input.partner` is the offer with which one is proposed. */
export type AboutSwap = {
  readonly subjectId: string
  readonly subject: Loaded<Compartments>
  readonly input: Readonly<Record<string, unknown>>
} & Agreements

type Held = {
  readonly id: string
  readonly number: string
  readonly dwelling: string
  readonly caseId: string
  readonly alone: boolean
  readonly open: boolean
  readonly partner: string | null
  readonly agreed: boolean
}

/** Whether this person reads the offer with which a swap is proposed: of what is not theirs to see they propose nothing. */
async function reads(tx: Tx, offer: string): Promise<boolean> {
  const [found] = await tx.$queryRaw<{ id: string }[]>`
    SELECT o.subject_id::text AS id FROM offer_terms o WHERE o.subject_id = ${offer}::uuid AND o.live`
  return !!found
}

/** Both offers, with their homes held until the transaction ends; for the membership that computes. */
const heldOf = (tx: Tx, own: string, other: string | null) => tx.$queryRaw<Held[]>`
  SELECT h.id::text, h.number, h.dwelling::text, h.case_id::text AS "caseId", h.alone, h.open, h.partner::text, h.agreed
  FROM app.hold_swap(${own}::uuid, ${other}::uuid) h`

type Two = { readonly own: Held; readonly other: Held }

/** Two clients and two homes; in no swap yet where one is proposed, and else in this one. */
const belong = ({ own, other }: Two, proposed: boolean) =>
  own.caseId !== other.caseId &&
  own.dwelling !== other.dwelling &&
  own.partner === (proposed ? null : other.id) &&
  other.partner === (proposed ? null : own.id)

async function judged(tx: Tx, two: Two, proposed: boolean, agreements: Agreements): Promise<Swap> {
  const { own, other } = two
  const open = own.open && other.open && belong(two, proposed)
  const pair = (home: Held, client: Held) =>
    pairOf(tx, { dwellingId: home.dwelling, caseId: client.caseId }, agreements)
  const { id: partner, number, dwelling, caseId, alone, agreed } = other
  const found = { partner, number, dwelling, case: caseId, alone, agreed, open }
  if (!open) return { ...found, newcomer: null, leaver: null }
  return { ...found, newcomer: await pair(own, other), leaver: await pair(other, own) }
}

/** The swap that an offer is in, or would be in with `input.partner`; nothing where there is none. */
export async function swapFor(tx: Tx, actor: Actor, asking: AboutSwap): Promise<Pick<Context, 'swap'>> {
  const { subjectId, subject, input, ...agreements } = asking
  const asked = z.uuid().safeParse(input.partner).data ?? null
  if (asked ? !(await reads(tx, asked)) : !(subject as unknown as Offer).of.swap?.swapping) return {}
  return asSystem(tx, actor, 'matching', async () => {
    const two = await heldOf(tx, subjectId, asked)
    const [own, other] = [true, false].map((mine) => two.find(({ id }) => (id === subjectId) === mine))
    return { swap: own && other ? await judged(tx, { own, other }, !!asked, agreements) : null }
  })
}

/** The client to whom a home is offered in a swap, judged once more when it happens. */
export async function pairInSwap(
  tx: Tx,
  _actor: Actor,
  { input, ...agreements }: AboutSwap,
): Promise<{ candidate?: Candidate }> {
  const asked = z.object({ dwelling: z.uuid(), case: z.uuid() }).safeParse(input).data
  const candidate =
    asked && (await pairOf(tx, { dwellingId: asked.dwelling, caseId: asked.case }, agreements))
  return candidate ? { candidate } : {}
}
