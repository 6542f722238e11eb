import 'server-only'
// Reads the theme file of a municipality: design tokens and nothing else, so that it can colour and do no more.

/** A file that does more than set design tokens, or a colour that cannot be read; the message says which. */
export class ThemeRefused extends Error {}

export type Tokens = ReadonlyMap<string, string>

/** Functions that give a colour, a length or another token. Anything else might fetch or run something. */
const FUNCTIONS =
  'rgb rgba hsl hsla hwb lab lch oklab oklch color color-mix light-dark var calc min max clamp cubic-bezier'.split(
    ' ',
  )
const NAME = /^--[a-z][a-z0-9-]*$/i
/** `:root`, `.gemeente-theme`, `.utrecht-theme.utrecht-theme--dark`, several of them with commas. */
const SELECTOR = /^(:root|(\.[a-z_][\w-]*)+)(\s*,\s*(:root|(\.[a-z_][\w-]*)+))*$/i
const TOO_LARGE = 500_000

const shown = (text: string) => text.trim().slice(0, 60)

function checkValue(name: string, value: string) {
  if (/[{}@\\<>]/.test(value)) throw new ThemeRefused(`${name} holds a sign that no token needs`)
  for (const [, called = ''] of value.matchAll(/([\w-]*)\(/g))
    if (!FUNCTIONS.includes(called.toLowerCase()) && called !== '')
      throw new ThemeRefused(`${name} asks for ${called}(), which a theme file may not`)
}

function addBlock(selector: string, body: string, tokens: Map<string, string>) {
  if (!SELECTOR.test(selector.trim()))
    throw new ThemeRefused(`only :root and classes may hold tokens, not "${shown(selector)}"`)
  for (const declaration of body.split(';')) {
    if (!declaration.trim()) continue
    const at = declaration.indexOf(':')
    const name = declaration.slice(0, at).trim()
    const value = declaration.slice(at + 1).trim()
    if (at < 0 || !NAME.test(name))
      throw new ThemeRefused(`only names that begin with -- may be set, not "${shown(declaration)}"`)
    checkValue(name, value)
    tokens.set(name, value)
  }
}

/** The tokens of a theme file, whichever class it sets them on; throws ThemeRefused on anything that is no token. */
export function tokensOf(css: string): Tokens {
  if (css.length > TOO_LARGE) throw new ThemeRefused('the file is larger than a theme can be')
  const plain = css.replace(/\/\*[\s\S]*?\*\//g, ' ').replace(/^\uFEFF/, '')
  const tokens = new Map<string, string>()
  const rest = plain.replace(/([^{}]*)\{([^{}]*)\}/g, (_, selector: string, body: string) => {
    addBlock(selector, body, tokens)
    return ''
  })
  if (rest.trim()) throw new ThemeRefused(`this is no design token: "${shown(rest)}"`)
  if (tokens.size === 0) throw new ThemeRefused('the file sets no tokens')
  return tokens
}

/** The tokens as our own stylesheet, below all our own names: it can never change one of those. */
export const sheetOf = (tokens: Tokens) =>
  `@layer municipality{:root{${[...tokens].map(([name, value]) => `${name}:${value}`).join(';')}}}`
