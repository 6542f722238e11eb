import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { contrast, unreadable } from '@/server/theme-contrast'
import { sheetOf, tokensOf } from '@/server/theme-file'

const THEMES = 'tests/support/themes'
const file = (name: string) => readFileSync(join(THEMES, name), 'utf8')

describe('a theme file of a municipality', () => {
  it.each(readdirSync(THEMES))('%s is taken as it is', (name) => {
    const tokens = tokensOf(file(name))
    expect(tokens.size).toBeGreaterThan(5)
    expect(unreadable(tokens)).toEqual([])
  })

  it('colours by its tokens, on whichever class they stand, below everything of ours', () => {
    const css = sheetOf(tokensOf('.x-theme { --utrecht-link-color: #123456; --dr-ink: red }'))
    expect(css).toBe('@layer municipality{:root{--utrecht-link-color:#123456;--dr-ink:red}}')
  })

  it('may end its last declaration without a semicolon, and hold remarks', () => {
    const tokens = tokensOf('/* a { } */\n:root{--a:1px;/* b */--b: rgb(1, 2, 3)}')
    expect([...tokens]).toEqual([
      ['--a', '1px'],
      ['--b', 'rgb(1, 2, 3)'],
    ])
  })

  it.each([
    ['an address', ':root { --a: url(https://elsewhere.example/x) }', /url\(\)/],
    ['an address in other letters', ':root { --a: URL("//x") }', /URL\(\)/],
    ['an address behind a remark', ':root { --a: u/**/rl(x) }', /rl\(\)/],
    ['an address that is escaped', ':root { --a: \\75rl(x) }', /a sign/],
    ['an image', ':root { --a: image-set("x.png" 1x) }', /image-set\(\)/],
    ['another file', '@import "x.css"; :root { --a: 1px }', /:root and classes/],
    ['a font', '@font-face { --a: 1px }', /:root and classes/],
    ['a medium', '@media print { :root { --a: 1px } }', /no design token|:root and classes/],
    ['a property of its own', ':root { color: red }', /begin with --/],
    ['an element', 'body { --a: 1px }', /:root and classes/],
    ['every element', '* { --a: 1px }', /:root and classes/],
    ['an attribute', '.x[value^="a"] { --a: 1px }', /:root and classes/],
    ['the end of a style element', ':root { --a: </style> }', /a sign/],
    ['half a block', ':root { --a: 1px', /no design token/],
    ['nothing', '/* nothing */', /no tokens/],
  ])('is refused with %s', (_, css, reason) => {
    expect(() => tokensOf(css)).toThrow(reason)
  })
})

describe('colours that cannot be read', () => {
  it('are named with their contrast', () => {
    const css =
      '.t { --blue: #00a1e5; --utrecht-link-color: var(--blue); --utrecht-form-control-border-color: #e2e8f0 }'
    expect(unreadable(tokensOf(css))).toEqual([
      '--utrecht-link-color (#00a1e5) on --utrecht-document-background-color (#faf8f4) is 2.7, not 4.5',
      '--utrecht-link-color (#00a1e5) on --utrecht-textbox-background-color (#ffffff) is 2.9, not 4.5',
      '--utrecht-textbox-border-color (#e2e8f0) on --utrecht-textbox-background-color (#ffffff) is 1.2, not 3',
    ])
  })

  it('are counted as WCAG counts them', () => {
    expect(contrast([0, 0, 0], [255, 255, 255])).toBe(21)
    expect(contrast([119, 119, 119], [255, 255, 255])).toBeCloseTo(4.48, 2)
  })

  it('are no judgement of ours: our own colours keep out of it', () => {
    expect(unreadable(tokensOf(':root { --utrecht-separator-color: #eee }'))).toEqual([])
  })
})

it('the colours that we count with are those of our stylesheet', () => {
  const styles = readFileSync('src/ui/styles/tokens.css', 'utf8')
  const ours = readFileSync('src/server/theme-contrast.ts', 'utf8')
  const counted = [...ours.matchAll(/'([a-z-]+)': '(#[0-9a-f]{6})'/g)]
  expect(counted.length).toBeGreaterThan(15)
  for (const [, name, colour] of counted)
    expect(styles, name).toMatch(new RegExp(`--utrecht-${name}[^;]*${colour}`))
})

describe('the setting', () => {
  const serve = async (css: string) => {
    const path = join(mkdtempSync(join(tmpdir(), 'theme-')), 'theme.css')
    writeFileSync(path, css)
    process.env.THEME_FILE = path
    const { GET } = await import('@/app/theme.css/route')
    return GET
  }

  it('is served from our own address as a stylesheet that may be kept', async () => {
    const answer = (await serve(file('geeldorp.css')))()
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('text/css; charset=utf-8')
    expect(await answer.text()).toMatch(/^@layer municipality\{:root\{.*#ffcc00/)
  })
})
