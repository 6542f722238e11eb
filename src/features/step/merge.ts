import 'server-only'
// One field that was written twice: what became of it on each side, and what somebody must choose from.
import { createHash } from 'node:crypto'
import type { Draft } from '@/server/drafts'

type Answer = readonly string[]

/** How an answer reads, whatever form it stood in: empty lines of a list and the ends of lines are no difference. */
const plain = (answer: Answer) =>
  answer
    .map((value) => value.replace(/\r\n?/g, '\n').trim())
    .filter(Boolean)
    .sort()
    .join('\n')

/** By this a form remembers what stood in a field, without carrying it. */
export const printOf = (answer: Answer) =>
  createHash('sha256').update(plain(answer)).digest('hex').slice(0, 12)

const same = (a: Answer, b: Answer) => plain(a) === plain(b)

/** `draft` counts from the newest; null is what stands there now. */
export type Side = { readonly answer: Answer; readonly draft: number | null }
/** One answer that is sure, or several of which at most one is likely. */
export type Merged = { readonly sides: readonly Side[]; readonly likely: Side | null }

const distinct = (sides: readonly Side[]) =>
  sides.filter(({ answer }, at) => sides.findIndex((one) => same(one.answer, answer)) === at)

/**
 * The answers of a field, from the own drafts (newest first) and from what stands there now (null: nothing does, or this
 * person may not read it). What only one side changed
 * since the typing began is sure, but for what another person changed: that is shown, and it is the likely one.
 */
export function mergeField(name: string, drafts: readonly Draft[], now: Answer | null): Merged {
  const written = drafts.map(({ typed, stood }, draft) => {
    const answer = typed[name] ?? []
    const before = stood[name]
    const own = before !== printOf(answer)
    const moved = now !== null && before !== printOf(now)
    return { answer, draft, own, moved }
  })
  const standing: Side[] = now && written.some((w) => w.moved) ? [{ answer: now, draft: null }] : []
  const own = written.filter((w) => w.own)
  const side = ({ answer, draft }: Side) => ({ answer, draft })
  const sides = distinct([...(own.length ? own : written.slice(0, 1)).map(side), ...standing])
  const likely = sides.length === 1 ? sides[0] : own.length ? null : standing[0]
  return { sides, likely: likely ?? null }
}
