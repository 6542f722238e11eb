// Chance that is the same every time: each name gives its own row of numbers.

/** A 32-bit hash of a name (FNV-1a). */
function hash(name: string): number {
  let h = 0x811c9dc5
  for (const c of name) h = Math.imul(h ^ (c.codePointAt(0) ?? 0), 0x01000193)
  return h >>> 0
}

export type Chance = {
  /** A number from 0 up to 1. */
  readonly roll: () => number
  /** A whole number between two bounds, both included. */
  readonly between: (min: number, max: number) => number
  /** Whether something of this likelihood happens. */
  readonly happens: (likelihood: number) => boolean
  readonly pick: <T>(from: readonly T[]) => T
  readonly shuffled: <T>(list: readonly T[]) => T[]
}

/** The chance of this name (mulberry32). */
export function chanceOf(name: string): Chance {
  let state = hash(name)
  const roll = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const between = (min: number, max: number) => min + Math.floor(roll() * (max - min + 1))
  return {
    roll,
    between,
    happens: (likelihood) => roll() < likelihood,
    pick: <T>(from: readonly T[]) => from[between(0, from.length - 1)] as T,
    shuffled: <T>(list: readonly T[]) => {
      const rest = [...list]
      for (let i = rest.length - 1; i > 0; i--) {
        const j = between(0, i)
        const moved = rest[i] as T
        rest[i] = rest[j] as T
        rest[j] = moved
      }
      return rest
    },
  }
}
