// A mistake in what a region brings: where it is, what is wrong there, and what to do about it.
import { Problem } from '../../tools/problem.mjs'

export type Mistake = { readonly at: string; readonly wrong: string; readonly todo: string }

const LONGEST_SHOWN = 60

/** What was found in a cell, as it may be printed: no address, which may end up in a log, and nothing a terminal obeys. */
export const shown = (text: string) =>
  text.includes('@') ? '(an address)' : `'${text.slice(0, LONGEST_SHOWN).replace(/\p{C}/gu, '?')}'`

const line = ({ at, wrong, todo }: Mistake) => `  ${at}: ${wrong}; ${todo}`

/** Refuses what has mistakes, naming every one of them. */
export function refuse(mistakes: readonly Mistake[], source: string) {
  if (!mistakes.length) return
  const count = mistakes.length === 1 ? 'one mistake' : `${mistakes.length} mistakes`
  throw new Problem(
    [`There ${mistakes.length === 1 ? 'is' : 'are'} ${count} in ${source}:`, ...mistakes.map(line)].join(
      '\n',
    ),
    'Nothing was written. Correct this and run the same command again.',
  )
}
