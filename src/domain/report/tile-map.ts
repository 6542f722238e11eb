// The region as squares: a gemeente each, with its homes, and for the regie the households that wait for one there.
import type { RuleSet } from '../covenant/rule-set'
import { shownCells } from './cells'

/** The stages of a dwelling that a square counts. */
export const tileStages = ['available', 'reserved', 'let'] as const
type TileStage = (typeof tileStages)[number]

export type Gemeente = { readonly id: string; readonly key: string; readonly name: string }
/** So many homes of a gemeente, by its id, stand at this stage. */
export type CountedHomes = { readonly id: string; readonly stage: string; readonly n: number }
/** A household that waits for a home in this gemeente; null while nobody said where. */
export type WaitingThere = { readonly municipality: string | null }

export type Tile = {
  readonly id: string
  readonly name: string
  readonly column: number
  readonly row: number
  /** Homes at each stage that whoever looks reads, in the order of `tileStages`. */
  readonly homes: readonly { readonly stage: TileStage; readonly n: number }[]
  /** Households that wait: `shown` is null where they are too few. Null for who is not told. */
  readonly waiting: { readonly shown: number | null } | null
}

const bare = (name: string) => name.replace(/^Gemeente /, '')

/** Where each gemeente stands: as the region drew it, and the others below it by name, in rows as long as they are many. */
function placesOf(gemeenten: readonly Gemeente[], { tileMap }: Pick<RuleSet, 'tileMap'>) {
  const drawn = new Map(tileMap.map((tile) => [tile.gemeente, tile]))
  const left = gemeenten
    .filter(({ key }) => !drawn.has(key))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'nl'))
  const wide = Math.min(8, Math.max(1, Math.ceil(Math.sqrt(left.length))))
  const below = Math.max(0, ...gemeenten.map(({ key }) => drawn.get(key)?.row ?? 0))
  const placed = gemeenten.flatMap(({ id, key, name }) => {
    const tile = drawn.get(key)
    return tile ? [{ id, name: tile.short ?? bare(name), column: tile.column, row: tile.row }] : []
  })
  const under = left.map(({ id, name }, at) => ({
    id,
    name: bare(name),
    column: (at % wide) + 1,
    row: below + Math.floor(at / wide) + 1,
  }))
  return [...placed, ...under].sort((a, b) => a.row - b.row || a.column - b.column)
}

type Counts = {
  readonly homes: readonly CountedHomes[]
  /** The stages that whoever looks reads. */
  readonly stages: readonly string[]
  /** Null for who is not told who waits. */
  readonly waiting: readonly WaitingThere[] | null
}

/** The squares in the order in which they are read, row by row. Small numbers of households are not shown, nor found by subtracting. */
export function tilesOf(
  gemeenten: readonly Gemeente[],
  rules: Pick<RuleSet, 'tileMap' | 'smallCell'>,
  { homes, stages, waiting }: Counts,
): Tile[] {
  const count = (id: string, stage: string) =>
    homes.filter((one) => one.id === id && one.stage === stage).reduce((sum, { n }) => sum + n, 0)
  const asking = shownCells(
    gemeenten.map(({ id: key }) => ({
      key,
      n: waiting?.filter(({ municipality }) => municipality === key).length ?? 0,
    })),
    rules.smallCell,
  )
  const shown = new Map(asking.map(({ key, n }) => [key, n]))
  return placesOf(gemeenten, rules).map((place) => ({
    ...place,
    homes: tileStages
      .filter((stage) => stages.includes(stage))
      .map((stage) => ({ stage, n: count(place.id, stage) })),
    waiting: waiting && { shown: shown.get(place.id) ?? null },
  }))
}
