import 'server-only'
// Whether the colours of a theme file can be read (WCAG 2.2, 1.4.3 and 1.4.11): asked before anyone sees them.
import type { Tokens } from './theme-file'

/** Text, what it stands on, and the least contrast; the second of each pair is ours when the file does not set it. */
const PAIRS: readonly (readonly [front: string, back: string, least: number])[] = [
  ['document-color', 'document-background-color', 4.5],
  ['link-color', 'document-background-color', 4.5],
  ['link-color', 'textbox-background-color', 4.5],
  ['form-field-description-color', 'document-background-color', 4.5],
  ['form-field-error-message-color', 'document-background-color', 4.5],
  ['button-primary-action-color', 'button-primary-action-background-color', 4.5],
  ['button-primary-action-color', 'button-primary-action-hover-background-color', 4.5],
  ['textbox-border-color', 'textbox-background-color', 3],
  ['alert-icon-ok-color', 'alert-ok-background-color', 4.5],
  ['alert-icon-warning-color', 'alert-warning-background-color', 4.5],
  ['alert-icon-info-color', 'alert-info-background-color', 4.5],
  ['form-field-error-message-color', 'alert-error-background-color', 4.5],
]

/** Our own colours, as in src/ui/styles/tokens.css: what stands there when the file leaves a name out. */
const OURS: Readonly<Record<string, string>> = {
  'document-color': '#14262b',
  'document-background-color': '#faf8f4',
  'link-color': '#0f4c5c',
  'textbox-background-color': '#ffffff',
  'textbox-border-color': '#8a8f8c',
  'form-field-description-color': '#4e5a5d',
  'form-field-error-message-color': '#9f2d20',
  'button-primary-action-color': '#ffffff',
  'button-primary-action-background-color': '#0f4c5c',
  'button-primary-action-hover-background-color': '#0a3641',
  'alert-icon-ok-color': '#2f6b3a',
  'alert-icon-warning-color': '#8a5a00',
  'alert-icon-info-color': '#1e5aa8',
  'alert-ok-background-color': '#e4f1e4',
  'alert-warning-background-color': '#fff1d6',
  'alert-info-background-color': '#e5eefa',
  'alert-error-background-color': '#fde8e4',
}

/** What our stylesheet asks for next, when a file leaves the first name out. */
const ELSE: Readonly<Record<string, string>> = {
  'textbox-border-color': 'form-control-border-color',
  'form-field-error-message-color': 'alert-icon-error-color',
}

type Rgb = readonly [number, number, number]

const NAMED: Readonly<Record<string, Rgb>> = { white: [255, 255, 255], black: [0, 0, 0] }

/** Red, green and blue of 0 to 255; null for what is written in a way that is not read here. */
function colourOf(value: string): Rgb | null {
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(value)?.[1]
  if (hex) {
    const full = hex.length === 3 ? [...hex].map((digit) => digit + digit).join('') : hex
    const part = (at: number) => Number.parseInt(full.slice(at, at + 2), 16)
    return [part(0), part(2), part(4)]
  }
  const rgb = /^rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)\s*(?:[,/]\s*(?:1|100%)\s*)?\)$/i.exec(value)
  if (rgb) return [Number(rgb[1]), Number(rgb[2]), Number(rgb[3])]
  return NAMED[value.toLowerCase()] ?? null
}

/** The value behind a name, through the names it refers to. */
function behind(tokens: Tokens, name: string, hops = 0): string | undefined {
  const value = tokens.get(name)
  const other = /^var\(\s*(--[\w-]+)\s*\)$/.exec(value ?? '')?.[1]
  return other && hops < 20 ? behind(tokens, other, hops + 1) : value
}

const channel = (value: number) => {
  const part = value / 255
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
}
const luminance = ([r, g, b]: Rgb) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b)

/** The contrast of two colours, from 1 to 21 (WCAG 2.2, "contrast ratio"). */
export function contrast(one: Rgb, other: Rgb): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

/** The pairs that cannot be read, each as a sentence. Colours written in a way that is not read here pass. */
export function unreadable(tokens: Tokens): string[] {
  const set = (name: string) =>
    behind(tokens, `--utrecht-${name}`) ?? behind(tokens, `--utrecht-${ELSE[name]}`)
  const find = (name: string) => set(name) ?? OURS[name] ?? ''
  return PAIRS.flatMap(([front, back, least]) => {
    const [one, other] = [colourOf(find(front)), colourOf(find(back))]
    if (!one || !other || !(set(front) || set(back))) return []
    const ratio = contrast(one, other)
    if (ratio >= least) return []
    return [
      `--utrecht-${front} (${find(front)}) on --utrecht-${back} (${find(back)}) is ${ratio.toFixed(1)}, not ${least}`,
    ]
  })
}
