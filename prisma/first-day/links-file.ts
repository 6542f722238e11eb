// The file of one-time links: whoever reads it can become these people, so only its owner may.
import { closeSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { Problem } from '../../tools/problem.mjs'
import { type Link, untilOf } from './invitation'

/** A cell that no spreadsheet takes for a formula. */
const cell = (text: string) => `"${(/^[=+@-]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`

const lineOf = (link: Link) => [link.name, link.email, link.link, untilOf(link)].map(cell).join(';')

function openNew(path: string): number {
  try {
    return openSync(path, 'wx', 0o600)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT')
      throw new Problem(`There is no folder for ${path}.`, 'Make it, or name another one with --out.')
    if (code !== 'EEXIST') throw error
    throw new Problem(
      `${path} is there already, perhaps with links of an earlier time.`,
      'Move or remove that file, or name another one with --out.',
    )
  }
}

/**
 * Runs `work` with a place to write the links to, and returns what it returns. When it fails, or there is no link,
 * no file stays behind.
 */
export async function withLinksFile<T>(
  path: string,
  work: (keep: (links: readonly Link[]) => void) => Promise<T>,
) {
  const file = openNew(path)
  let kept = false
  try {
    const result = await work((links) => {
      if (!links.length) return
      // The mark at the beginning tells a spreadsheet that this is UTF-8.
      writeFileSync(file, `\uFEFF${['name;email;link;until', ...links.map(lineOf)].join('\r\n')}\r\n`)
      kept = true
    })
    if (!kept) rmSync(path, { force: true })
    return result
  } catch (error) {
    rmSync(path, { force: true })
    throw error
  } finally {
    closeSync(file)
  }
}
