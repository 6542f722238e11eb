// `npm run ui:icons`: writes src/ui/icons.ts, the drawings of Lucide that the pages use. Lucide's own components run in the
// browser: with one of them on a page, every page brings along all that icons can do.
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const lucide = await import('lucide-react')

const NAMES = [
  ...['ArrowDown', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowUpDown', 'Bell', 'Check', 'ChevronDown'],
  ...[
    'ChevronRight',
    'ChevronUp',
    'Circle',
    'CircleAlert',
    'CircleQuestionMark',
    'Clock',
    'Eye',
    'GripVertical',
  ],
  ...['Info', 'Lock', 'Menu', 'Monitor', 'Moon', 'Rows2', 'Rows4', 'Search', 'SlidersHorizontal', 'Sun'],
  ...['TriangleAlert', 'X'],
]

const drawn = (name) => lucide[name].render({}, null).props.icon.node
const lines = NAMES.map((name) => {
  const marks = drawn(name).map(([tag, { key: _, ...shape }]) => [tag, shape])
  return `export const ${name} = iconOf(${JSON.stringify(marks)})\n`
})
const head = `// Written by \`npm run ui:icons\` from lucide-react (ISC); see tools/icons.mjs. For what is made on the server only.
import { iconOf } from './icon'

`
writeFileSync(fileURLToPath(new URL('../src/ui/icons.ts', import.meta.url)), head + lines.join(''))
