// Reading a file that somebody made by hand, perhaps in a spreadsheet.
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { Problem } from '../../tools/problem.mjs'

const WHY: Record<string, string> = {
  ENOENT: 'is not there',
  EISDIR: 'is a folder, not a file',
  EACCES: 'may not be read by you',
}

function bytesOf(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch (error) {
    const why = WHY[(error as NodeJS.ErrnoException).code ?? '']
    if (!why) throw error
    throw new Problem(
      `${path} ${why}.`,
      'Correct the path (or the rights of the file) and run the same command again.',
    )
  }
}

/** The text of a file in UTF-8; another encoding would write names wrongly, so it is refused. */
export function readText(path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytesOf(path))
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    throw new Problem(
      `${basename(path)} is not written in UTF-8, so letters like ë would come out wrong.`,
      'Save it as UTF-8 (in Excel: "CSV UTF-8") and run the same command again.',
    )
  }
}
