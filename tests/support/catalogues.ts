// All texts of the website as they stand in src/i18n: by language, by path, and from which file.
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { IntlMessageFormat } from 'intl-messageformat'

type Texts = { [key: string]: string | Texts }
type Node = ReturnType<IntlMessageFormat['getAst']>[number]
export type Language = 'nl' | 'en'
export type Text = { path: string; text: string; file: string }

const root = fileURLToPath(new URL('../../src/i18n/', import.meta.url))

const leavesOf = (texts: Texts, at = ''): [string, string][] =>
  Object.entries(texts).flatMap(([key, text]): [string, string][] =>
    typeof text === 'string' ? [[at + key, text]] : leavesOf(text, `${at}${key}.`),
  )

const textsOf = (language: Language): Text[] =>
  readdirSync(root + language).flatMap((file) =>
    leavesOf(JSON.parse(readFileSync(`${root}${language}/${file}`, 'utf8'))).map(([path, text]) => ({
      path,
      text,
      file,
    })),
  )

/** Every text of a language. */
export const texts: Record<Language, readonly Text[]> = { nl: textsOf('nl'), en: textsOf('en') }

/** The names of the values in a message, those inside its choices included. */
const namesIn = (nodes: readonly Node[]): string[] =>
  nodes.flatMap((node) => {
    const own = 'value' in node && typeof node.value === 'string' && node.type !== 0 ? [node.value] : []
    return [
      ...own,
      ...('options' in node ? Object.values(node.options).flatMap((o) => namesIn(o.value)) : []),
    ]
  })

/** Which values a message asks for. */
export const valuesOf = (message: string) =>
  [...new Set(namesIn(new IntlMessageFormat(message, 'nl').getAst()))].sort()

/** What somebody reads of a message: each of its choices written out once, values as '…'. */
export function readings(message: string): string[] {
  const read = (nodes: readonly Node[]): string[] =>
    nodes.reduce<string[]>(
      (done, node) => {
        const next =
          'options' in node
            ? Object.values(node.options).flatMap((o) => read(o.value))
            : [node.type === 0 ? node.value : '…']
        // Every choice is read once; the first stands in for the others in a longer sentence.
        return done.flatMap((before, i) =>
          i === 0 ? next.map((piece) => before + piece) : [before + (next[0] ?? '')],
        )
      },
      [''],
    )
  return read(new IntlMessageFormat(message, 'nl').getAst())
}
