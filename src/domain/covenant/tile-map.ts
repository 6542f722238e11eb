// How a region draws its gemeenten: a square for each, in columns and rows that look like its map.
import { z } from 'zod'

/** As many columns and rows as the design has room for. */
const MOST_TILES = 8

const place = z.int().min(1).max(MOST_TILES)

/** One square, by the key of its gemeente; no two have one place. Who is not named stands below, by name. */
export const tileMap = z
  .array(
    z.strictObject({
      gemeente: z.string(),
      column: place,
      row: place,
      /** A short name, where the whole one is long. */
      short: z.string().trim().min(1).max(14).optional(),
    }),
  )
  .max(MOST_TILES * MOST_TILES)
  .refine(
    (tiles) => new Set(tiles.map(({ column, row }) => `${column} ${row}`)).size === tiles.length,
    'two gemeenten have one place',
  )
  .refine(
    (tiles) => new Set(tiles.map(({ gemeente }) => gemeente)).size === tiles.length,
    'a gemeente has two places',
  )
  .default([])
