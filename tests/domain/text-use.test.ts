// Every text is shown somewhere, and every text that is asked for is there. Read from the source, not from a running site.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { texts } from '../support/catalogues'

const root = fileURLToPath(new URL('../../src', import.meta.url))
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !path.includes('generated'))
  .map((path) => ({ path, source: readFileSync(join(root, path), 'utf8') }))
const paths = texts.nl.map(({ path }) => path)

/** Under which part of the catalogue a file asks for its texts; '' is the whole of it. */
const rootsOf = (source: string) => {
  const found = source.matchAll(/(?:get|use)Translations\('([\w.]+)'\)|import nl from '[^']*\/(\w+)\.json'/g)
  return [...new Set(['', ...[...found].map((m) => `${m[1] ?? m[2]}.`)])]
}

/** A piece of a path as it stands in the source: 'title', or `codes.${list}.${code}` with any name in each gap. */
const literals = (source: string) =>
  [...source.matchAll(/'([\w.]+)'|(?<=\btexts\.)(\w+)|`([\w.]*(?:\$\{[^}]*\}[\w.]*)*)`/g)].map(
    (m) => m[1] ?? m[2] ?? m[3] ?? '',
  )
const GAP = /\\\$\\\{[^}]*\\\}/g
const escaped = (literal: string) => literal.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
const patternOf = (literal: string) => escaped(literal).replace(GAP, '[^.]+')

/** Gaps alone would fit everything: a name begins it, and with gaps it may be the beginning of a path. */
const asked = files.flatMap(({ source }) =>
  rootsOf(source).flatMap((from) =>
    literals(source)
      .filter((literal) => /^[a-zA-Z]\w+/.test(literal))
      .map((literal) => ({ from, literal })),
  ),
)
const withGaps = ({ literal }: { literal: string }) => literal.includes('${')
const whole = new Set(asked.filter((one) => !withGaps(one)).map(({ from, literal }) => from + literal))
const gapped = [
  ...new Set(asked.filter(withGaps).map(({ from, literal }) => escaped(from) + patternOf(literal))),
].map((pattern) => new RegExp(`^${pattern}(\\..+)?$`))
const isUsed = (path: string) => whole.has(path) || gapped.some((pattern) => pattern.test(path))

describe('the texts', () => {
  test('are all shown somewhere', () => {
    expect(paths.filter((path) => !isUsed(path))).toEqual([])
  })

  test('are all there when they are asked for by name', () => {
    const known = new Set(paths)
    const missing = files.flatMap(({ path, source }) =>
      [...source.matchAll(/(?<![\w.])t(?:\.has)?\(\s*'([\w.]+)'/g)]
        .map((m) => m[1] as string)
        .filter((key) => !rootsOf(source).some((from) => known.has(from + key)))
        .map((key) => `${path}: ${key}`),
    )
    expect(missing).toEqual([])
  })

  test('stand in one file of each language, under a name that no other file has', () => {
    for (const language of ['nl', 'en'] as const) {
      const homes = Map.groupBy(texts[language], ({ path }) => path.split('.')[0] ?? '')
      const twice = [...homes].filter(([, all]) => new Set(all.map(({ file }) => file)).size > 1)
      expect(twice.map(([name]) => name)).toEqual([])
    }
    const homeOf = new Map(texts.nl.map(({ path, file }) => [path, file]))
    expect(texts.en.filter(({ path, file }) => homeOf.get(path) !== file)).toEqual([])
  })
})
