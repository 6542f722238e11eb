// Two versions of a support plan beside each other: what came in, what went out, what stayed.
import { planParts } from '../case/lasting'
import { planChanges, type Said } from './plan-versions'

type Part = (typeof planParts)[number]

/** Of a line, or of one of a list: only in the later version, only in the earlier one, or in both. */
export type Became = 'added' | 'removed' | 'same'
export type Piece = { readonly became: Became; readonly text: string }
export type PlanPart = {
  readonly part: Part
  readonly became: Became | 'changed'
  /** In the order in which somebody reads them: what went out stands before what came in its place. */
  readonly pieces: readonly Piece[]
}

const linesOf = (value: unknown): string[] => {
  if (value === null || value === undefined || value === '') return []
  if (Array.isArray(value)) return [...value].sort()
  return String(value)
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
}

/** For every pair of places, how many lines the rests of both have in common, in order. */
function common(was: readonly string[], now: readonly string[]): number[][] {
  const rest = Array.from({ length: was.length + 1 }, () => new Array<number>(now.length + 1).fill(0))
  const at = (i: number, j: number) => rest[i]?.[j] ?? 0
  for (let i = was.length - 1; i >= 0; i--)
    for (let j = now.length - 1; j >= 0; j--)
      (rest[i] as number[])[j] =
        was[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  return rest
}

/** The fewest lines that went out and came in between two texts, or two lists. */
export function piecesOf(was: unknown, now: unknown): Piece[] {
  const [before, after] = [linesOf(was), linesOf(now)]
  const rest = common(before, after)
  const pieces: Piece[] = []
  let [i, j] = [0, 0]
  while (i < before.length || j < after.length) {
    const [old, fresh] = [before[i], after[j]]
    if (old !== undefined && old === fresh) {
      pieces.push({ became: 'same', text: old })
      i++
      j++
    } else if (
      old !== undefined &&
      (j === after.length || (rest[i + 1]?.[j] ?? 0) >= (rest[i]?.[j + 1] ?? 0))
    ) {
      pieces.push({ became: 'removed', text: old })
      i++
    } else {
      pieces.push({ became: 'added', text: fresh as string })
      j++
    }
  }
  return pieces
}

/** Every part of the later version, with what became of it; without an earlier one all of it came in. */
export function comparePlans(was: Said | null, now: Said): PlanPart[] {
  const changed: readonly string[] = planChanges(was, now)
  return planParts.flatMap((part): PlanPart[] => {
    const pieces = piecesOf(was?.[part], now[part])
    if (!pieces.length) return []
    if (!changed.includes(part)) return [{ part, became: 'same', pieces }]
    const only = (['added', 'removed'] as const).find((b) => pieces.every(({ became }) => became === b))
    return [{ part, became: only ?? 'changed', pieces }]
  })
}
