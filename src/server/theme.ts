import 'server-only'
// The theme of a municipality, read once. What is wrong with it is said at the start, not on somebody's screen.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { env } from './env'
import { unreadable } from './theme-contrast'
import { sheetOf, ThemeRefused, tokensOf } from './theme-file'

export type Theme = { readonly css: string; readonly version: string }

function read(file: string): Theme {
  try {
    const tokens = tokensOf(readFileSync(file, 'utf8'))
    const faults = unreadable(tokens)
    if (faults.length > 0) throw new ThemeRefused(`people cannot read it: ${faults.join('; ')}`)
    const css = sheetOf(tokens)
    return { css, version: createHash('sha256').update(css).digest('hex').slice(0, 12) }
  } catch (error) {
    throw new Error(`THEME_FILE ${file}: ${error instanceof Error ? error.message : 'cannot be read'}`)
  }
}

let found: Theme | null | undefined

/** The theme that THEME_FILE names, or null without one; throws with the reason when it may not be used. */
export function theme(): Theme | null {
  if (found === undefined) {
    const file = env().THEME_FILE
    found = file ? read(file) : null
  }
  return found
}
